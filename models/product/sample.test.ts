import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shelf } from '../shelf/v1/shelf.ts'
import { shelf as newer } from '../shelf/v2/shelf.ts'
import { sampleReachable, seeded, surprise } from './sample.ts'

const seed = fc.integer({ min: 0, max: 2 ** 31 })

it.each([shelf, newer])(
  'a surprise can always be made, and is the same for the same chance, version $version',
  (product) => {
    fc.assert(
      fc.property(seed, seed, (from, chance) => {
        const options = sampleReachable(product, seeded(from))
        const found = surprise(product, options, seeded(chance))
        if (found === undefined) throw new Error('no surprise')
        expect(product.examine(found).broken).toEqual([])
        expect(surprise(product, options, seeded(chance))).toEqual(found)
      }),
      { numRuns: 40 },
    )
  },
)

it('a surprise keeps the name where it can be engraved', () => {
  const options = { ...shelf.defaults, name: 'Ada' }
  const kept = Array.from({ length: 20 }, (_, chance) => surprise(shelf, options, seeded(chance))?.name)
  expect(new Set(kept).size).toBeLessThanOrEqual(2)
  expect(kept).toContain('Ada')
})
