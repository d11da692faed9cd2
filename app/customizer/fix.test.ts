import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadProduct } from '#models/catalog.ts'
import type { Product } from '#models/product/product.ts'
import { fixOf } from './fix.ts'
import { place } from './options-panel.tsx'
import { read } from './reading.ts'

let shelf: Product
beforeAll(async () => {
  const product = await loadProduct('shelf')
  if (!product) throw new Error('There is no shelf')
  shelf = product
})

const given = fc.record({
  width: fc.integer({ min: 200, max: 4000 }),
  columns: fc.integer({ min: 1, max: 12 }),
  rows: fc.integer({ min: 1, max: 10 }),
  material: fc.constantFrom('birch', 'oak', 'melamine', 'mdf'),
  load: fc.constantFrom('decor', 'mixed', 'books'),
})

describe('a fix', () => {
  it('makes what was chosen makeable, whatever was touched last', () => {
    fc.assert(
      fc.property(given, fc.constantFrom('width', 'columns', 'material', undefined), (chosen, touched) => {
        const reading = read(shelf, { ...shelf.defaults, ...chosen }, 'DE')
        if (reading.valid) return
        const fix = fixOf(shelf, reading, touched)
        expect(fix).toBeDefined()
        expect(read(shelf, { ...reading.given, ...fix?.change }, 'DE').refusals).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('does not take back the last choice as its own remedy', () => {
    const reading = read(shelf, { ...shelf.defaults, material: 'melamine' }, 'DE')
    expect(fixOf(shelf, reading, 'material')?.change).not.toHaveProperty('material')
  })

  it('stands beside the option that was touched last', () => {
    const { refusals } = read(shelf, { ...shelf.defaults, material: 'melamine' }, 'DE')
    expect([...place(refusals, 'finish').keys()]).toContain('finish')
    expect([...place(refusals, 'material').keys()]).toContain('material')
    expect([...place(refusals, undefined).keys()].length).toBeGreaterThan(0)
  })
})
