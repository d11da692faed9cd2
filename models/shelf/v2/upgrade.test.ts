import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evaluate } from '../../product/evaluate.ts'
import { reachableOf } from '../../product/product-under-test.ts'
import { shelf as shelfBefore } from '../v1/shelf.ts'
import { shelf } from './shelf.ts'
import { upgrade } from './upgrade.ts'

it('is the same shelf part by part, made in the same steps from the same materials', () => {
  fc.assert(
    fc.property(reachableOf(shelfBefore), (options) => {
      const before = evaluate(shelfBefore, options)
      const now = evaluate(shelf, upgrade(options))
      expect(now.valid).toBe(true)
      for (const field of ['envelope', 'bodies', 'parts', 'materials', 'operations', 'cartons'] as const) {
        expect(now.make[field]).toEqual(before.make[field])
      }
      expect(now.make.volumeMm3).toBe(before.make.volumeMm3)
      expect(now.make.surfaceMm2).toBe(before.make.surfaceMm2)
      expect(Math.abs(now.make.massG - before.make.massG)).toBeLessThan(100)
    }),
    { numRuns: 300 },
  )
})

it('says what version 1 did not know as it was there, and keeps the rest', () => {
  const options = { ...shelfBefore.defaults, name: 'Ada', doors: ['2-1'] }
  expect(upgrade(options)).toMatchObject({
    ...options,
    columnWidths: [],
    drawers: [],
    rear: 'straight',
    edge: 'square',
  })
  expect(shelf.upgrade?.(1, options)).toEqual(upgrade(options))
  expect(shelf.upgrade?.(2, options)).toBeUndefined()
})
