import { describe, expect, it } from 'vitest'
import type { Options, OptionValue } from '../../product/options.ts'
import { holdsForEveryProduct } from '../../product/product-under-test.ts'
import { freeze } from '../../product/specification.ts'
import { shelf } from './shelf.ts'

holdsForEveryProduct(shelf)

describe('the hash of a shelf', () => {
  it('changes with every option', () => {
    const base: Options = { ...shelf.defaults, material: 'mdf', finish: 'paint-white' }
    const others: Record<string, OptionValue> = {
      width: 1201,
      height: 1801,
      depth: 321,
      columns: 4,
      columnWidths: [300],
      rows: 3,
      rowHeights: [300],
      load: 'books',
      back: 'braced',
      rear: 'slanted',
      doors: ['1-1'],
      drawers: ['1-2'],
      cables: ['2-2'],
      colours: ['1-1:paint-ink'],
      material: 'melamine',
      thickness: 'strong',
      finish: 'paint-sage',
      edge: 'bevel',
      feet: 'high',
      name: 'Ada',
    }
    const hashes = [freeze(shelf, base).hash]
    for (const { key } of shelf.options) {
      const value = others[key]
      if (value === undefined) throw new Error(`no other value for ${key}`)
      const changed = { ...base, [key]: value }
      hashes.push(freeze(shelf, key === 'material' ? { ...changed, finish: 'decor-white' } : changed).hash)
    }
    expect(new Set(hashes).size).toBe(shelf.options.length + 1)
  })

  it('is refused for what cannot be made', () => {
    expect(() => freeze(shelf, { ...shelf.defaults, drawers: ['1-1'] })).toThrow(/drawer_behind_door/)
  })

  it('stands with the right of withdrawal: sizes of single columns are one’s own, drawers and colours come from a list', () => {
    const right = (changes: Options) => freeze(shelf, { ...shelf.defaults, ...changes }).specification.withdrawal
    expect(right({ columnWidths: [300], rowHeights: [300], name: 'Ada' })).toEqual({
      right: 'none',
      because: ['columnWidths', 'rowHeights', 'name'],
    })
    expect(right({ drawers: ['1-2'], colours: ['1-1:paint-ink'], cables: ['2-2'], rear: 'slanted' }).right).toBe(
      'fourteen_days',
    )
  })
})
