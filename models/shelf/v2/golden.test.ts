import { describe, expect, it } from 'vitest'
import { evaluate } from '../../product/evaluate.ts'
import { freeze } from '../../product/specification.ts'
import golden from './golden.json' with { type: 'json' }
import { shelf } from './shelf.ts'

/** Published prices and hashes of version 2: a change here breaks orders that were placed, so it belongs into a new version. */
describe('golden shelves', () => {
  it.each(golden)('$title', ({ options, country, quantity, amount, hash }) => {
    const evaluation = evaluate(shelf, options, { country, quantity })
    expect(evaluation.valid).toBe(true)
    expect({ amount: evaluation.price.amount, hash: freeze(shelf, evaluation.options).hash }).toEqual({ amount, hash })
  })
})
