import { describe, expect, it } from 'vitest'
import { shelf } from '../shelf/v1/shelf.ts'
import { makersShare, priceOf } from './price.ts'

const make = shelf.make(shelf.defaults)
const { card, origin } = shelf.priceBook
const terms = { country: 'DE', quantity: 1, origin }
const sum = (codes: readonly string[], price = priceOf(make, card, terms)) =>
  price.trace.filter((line) => codes.includes(line.code)).reduce((total, line) => total + line.amount, 0)

describe('a price', () => {
  it('is material, work, margin, freight and tax, each a line', () => {
    const price = priceOf(make, card, terms)
    expect(price.currency).toBe('EUR')
    expect(price.trace.filter((line) => line.code === 'material')).toHaveLength(make.materials.length)
    expect(price.trace.filter((line) => line.code === 'work')).toHaveLength(make.operations.length)
    expect(price.trace.map((line) => line.code).slice(-3)).toEqual(['margin', 'freight_door', 'tax'])
    expect(makersShare(price)).toBe(sum(['material', 'work', 'margin']))
    expect(sum(['tax'])).toBe(Math.round((price.amount * 19) / 119))
  })

  it('follows the destination and crosses borders with duty and entry', () => {
    const swiss = priceOf(make, card, { ...terms, country: 'CH' })
    expect(swiss.trace.map((line) => line.code).slice(-4)).toEqual(['freight_door', 'customs_entry', 'duty', 'tax'])
    expect(makersShare(swiss)).toBe(makersShare(priceOf(make, card, terms)))
    expect(priceOf(make, card, { ...terms, origin: 'CN' }).trace.map((line) => line.code)).toContain('freight_main')
  })

  it('shares set-up among several pieces', () => {
    const one = priceOf(make, card, terms)
    const ten = priceOf(make, card, { ...terms, quantity: 10 })
    expect(makersShare(ten)).toBeLessThan(10 * makersShare(one))
    expect(makersShare(ten)).toBeGreaterThan(8 * makersShare(one))
    expect(Math.abs(sum(['material'], ten) - 10 * sum(['material'], one))).toBeLessThanOrEqual(
      5 * make.materials.length,
    )
  })

  it('refuses terms that cannot be priced', () => {
    const { saw: _, ...hourly } = card.hourly
    expect(() => priceOf(make, { ...card, hourly }, terms)).toThrow(/no saw/)
    expect(() => priceOf(make, { ...card, materials: {} }, terms)).toThrow(/no price for birch-ply-18/)
    expect(() => priceOf(make, { ...card, currency: 'CNY' }, terms)).toThrow(/EUR/)
    expect(() => priceOf(make, card, { ...terms, country: 'US' })).toThrow(/not served/)
    for (const quantity of [0, 1.5, Number.NaN]) {
      expect(() => priceOf(make, card, { ...terms, quantity })).toThrow(/quantity/)
    }
  })
})
