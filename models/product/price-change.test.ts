import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shelf } from '../shelf/v1/shelf.ts'
import { shelf as newer } from '../shelf/v2/shelf.ts'
import { evaluate } from './evaluate.ts'
import type { Options } from './options.ts'
import { priceChange } from './price-change.ts'
import type { Product } from './product.ts'
import { sampleReachable, seeded } from './sample.ts'
import { sayChange } from './say-change.ts'

const reachableOf = (product: Product) =>
  fc.integer({ min: 0, max: 2 ** 31 }).map((from) => sampleReachable(product, seeded(from)))

const between = (before: Options, after: Options) =>
  priceChange(shelf.options, evaluate(shelf, before), evaluate(shelf, after))

const said = (changes: Options) =>
  between(shelf.defaults, { ...shelf.defaults, ...changes }).options.map((change) => sayChange(shelf.words, change))

describe('a change of price', () => {
  it.each([shelf, newer])(
    'is the sum of what its lines gained and lost, and names what changed, version $version',
    (product) => {
      fc.assert(
        fc.property(reachableOf(product), reachableOf(product), (before, after) => {
          const { amount, lines, options } = priceChange(
            product.options,
            evaluate(product, before),
            evaluate(product, after),
          )
          expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(amount)
          expect(amount).toBe(evaluate(product, after).price.amount - evaluate(product, before).price.amount)
          const back = options.map(({ option, after }) => [option.key, after])
          expect({ ...before, ...Object.fromEntries(back) }).toEqual(after)
          const sizes = lines.map((line) => Math.abs(line.amount))
          expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
          for (const change of options) expect(sayChange(product.words, change)).not.toMatch(/[{}[\]]|undefined/)
        }),
        { numRuns: 50 },
      )
    },
  )

  it('is nothing between a configuration and itself', () => {
    expect(between(shelf.defaults, { ...shelf.defaults })).toEqual({
      amount: 0,
      currency: 'EUR',
      options: [],
      lines: [],
    })
  })

  it('says why in a few words', () => {
    expect(said({ columns: 4 })).toEqual(['1\u00a0more column'])
    expect(said({ rows: 2 })).toEqual(['2\u00a0fewer rows'])
    expect(said({ width: 1400, depth: 300 })).toEqual(['200\u00a0mm wider', '20\u00a0mm less deep'])
    expect(said({ material: 'mdf', finish: 'paint-sage' })).toEqual([
      'painted MDF instead of birch plywood',
      'sage paint instead of oil',
    ])
    expect(said({ doors: ['1-1'] })).toEqual(['2\u00a0fewer doors'])
    expect(said({ doors: ['1-1', '2-1', '3-2'] })).toEqual(['doors elsewhere'])
    expect(said({ name: 'Ada' })).toEqual(['engraved name “Ada”'])
  })

  it('says the option and its value where a product has no sentence for it', () => {
    const option = { key: 'lid', kind: 'flag', group: 'all', withdrawal: 'preset' } as const
    expect(
      sayChange(
        { 'option.lid': 'Lid' },
        { option: { ...option, kind: 'count', min: 0, max: 9, step: 1 }, before: 1, after: 3 },
      ),
    ).toBe('Lid: 3')
  })
})
