import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadProduct } from '#models/catalog.ts'
import type { Options } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { choicesIn, countryIn } from './choices.ts'
import { queryOf, read } from './reading.ts'

let shelf: Product
beforeAll(async () => {
  const product = await loadProduct('shelf')
  if (!product) throw new Error('There is no shelf')
  shelf = product
})

/** Any value the form of an option can send, within its range or a little out of it. */
const given = fc.record({
  width: fc.integer({ min: 100, max: 4000 }),
  columns: fc.integer({ min: 0, max: 14 }),
  material: fc.constantFrom('birch', 'oak', 'melamine', 'mdf'),
  doors: fc.uniqueArray(fc.constantFrom('1-1', '2-1', '3-2', '1-4')),
  name: fc.constantFrom('', 'Lena', 'A B'),
})

describe('choices', () => {
  it('come back from a link as they went into it, also over a saved design', () => {
    fc.assert(
      fc.property(given, fc.boolean(), (chosen, hasSaved) => {
        const saved: Options = hasSaved
          ? { ...shelf.defaults, width: 900, doors: ['2-2'], name: 'Old' }
          : shelf.defaults
        const all = { ...saved, ...chosen }
        expect(choicesIn(shelf, queryOf(all, saved), saved)).toEqual(all)
      }),
    )
  })

  it('take the fix of a button', () => {
    const query = queryOf({ ...shelf.defaults, width: 9000 }, shelf.defaults)
    query.set('fix', JSON.stringify({ width: 3600, columns: 6 }))
    expect(choicesIn(shelf, query)).toMatchObject({ width: 3600, columns: 6 })
  })

  it('ignore a fix that is no fix', () => {
    for (const fix of ['', 'null', '[', '"width"', JSON.stringify({ width: 'wide', nothing: 1 }), 'x'.repeat(3000)]) {
      const query = new URLSearchParams({ fix })
      expect(choicesIn(shelf, query)).toEqual(shelf.defaults)
    }
  })

  it('show the refused value beside its refusal, and a hash only when it can be made', () => {
    const refused = read(shelf, { ...shelf.defaults, width: 9000 }, 'DE')
    expect(refused).toMatchObject({ valid: false, hash: undefined, given: { width: 9000 } })
    expect(refused.refusals.map(({ code }) => code)).toContain('option_out_of_range')
    expect(read(shelf, shelf.defaults, 'DE').hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('go to a country we deliver to', () => {
    expect(countryIn(new URLSearchParams('country=FR'), undefined)).toBe('FR')
    expect(countryIn(new URLSearchParams('country=AQ'), 'FR')).toBe('DE')
    expect(countryIn(new URLSearchParams(), 'FR')).toBe('FR')
    expect(countryIn(new URLSearchParams(), undefined)).toBe('DE')
  })
})
