import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cheaperWay, waysOf } from '../../product/cheaper-way.ts'
import { evaluate } from '../../product/evaluate.ts'
import { sampleReachable, seeded } from '../../product/sample.ts'
import { mug } from './mug.ts'

const price = (way: string, quantity: number) => evaluate(mug, { way }, { quantity }).price.amount

describe('the two ways of making a mug', () => {
  it('are thrown for few, and a mould pays for many', () => {
    expect(price('thrown', 1)).toBeLessThan(price('cast', 1))
    expect(price('thrown', 300)).toBeGreaterThan(price('cast', 300))
    expect(cheaperWay(mug, mug.defaults, { quantity: 1 })).toBeUndefined()
    expect(cheaperWay(mug, mug.defaults, { quantity: 300 })).toMatchObject({
      value: 'cast',
      saves: price('thrown', 300) - price('cast', 300),
    })
    expect(cheaperWay(mug, { ...mug.defaults, way: 'cast' }, { quantity: 1 })?.value).toBe('thrown')
  })

  it('are offered only when they can make it as it is, the cheapest first', () => {
    expect(waysOf(mug, { ...mug.defaults, way: 'cast', handle: 'square' }, {}).map(({ value }) => value)).toEqual([
      'cast',
    ])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.integer({ min: 1, max: 400 }), (from, quantity) => {
        const options = sampleReachable(mug, seeded(from))
        const ways = waysOf(mug, options, { quantity })
        expect(ways.some(({ value }) => value === options.way)).toBe(true)
        for (const way of ways) {
          expect({ ...way.options, way: options.way }).toEqual(options)
          expect(way.price.amount).toBeGreaterThanOrEqual(ways[0]?.price.amount ?? 0)
        }
      }),
      { numRuns: 40 },
    )
  })
})
