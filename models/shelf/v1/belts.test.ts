import { describe, expect, it } from 'vitest'
import { evaluate } from '../../product/evaluate.ts'
import { makersShare } from '../../product/price.ts'
import type { RateCard } from '../../product/rate-card.ts'
import { priceBook } from './price-book.ts'
import { shelf } from './shelf.ts'

/** 1800×2000×320, three columns, five rows, three doors, birch: the shelf that trades are compared by. */
const reference = { ...shelf.defaults, width: 1800, height: 2000, columns: 3, rows: 5 }

type Rates = { saw: number; nesting: number; edge: number; sanding: number; lacquer: number; bench: number }

/** A card from a belt's hour rates in EUR, its board prices, fittings against the reference, and its margin. */
function card(id: string, hour: Rates, ply: number, back: number, fittings: number, marginPermille: number): RateCard {
  const cents = (euros: number) => Math.round(euros * 100)
  const materials = Object.fromEntries(
    Object.entries(priceBook.card.materials).map(([material, price]) => [
      material,
      Math.max(1, Math.round(price * fittings)),
    ]),
  )
  return {
    id,
    currency: 'EUR',
    hourly: {
      office: cents(hour.bench),
      saw: cents(hour.saw),
      nesting: cents(hour.nesting),
      'edge-banding': cents(hour.edge),
      drilling: cents(hour.edge),
      sanding: cents(hour.sanding),
      finishing: cents(hour.lacquer),
      assembly: cents(hour.bench),
      inspection: cents(hour.bench),
      packing: cents(hour.bench),
    },
    materials: { ...materials, 'birch-ply-18': cents(ply), 'hdf-8': cents(back) },
    marginPermille,
  }
}

/** Middle of each belt's hour rates, machine and operator, EUR (practitioners, 2026). */
const brianza = { saw: 62.5, nesting: 77.5, edge: 65, sanding: 52.5, lacquer: 100, bench: 43 }
const bento = { saw: 24, nesting: 34, edge: 24, sanding: 17, lacquer: 37.5, bench: 13 }
const foshan = { saw: 17, nesting: 23, edge: 17, sanding: 12, lacquer: 28.5, bench: 8.5 }

const exWorks = (rateCard: RateCard) => makersShare(evaluate(shelf, reference, { rateCard }).price) / 100

describe('the reference shelf', () => {
  it('can be made in 4.5 to 6 hours of touch time', () => {
    const { valid, make } = evaluate(shelf, reference)
    expect(valid).toBe(true)
    const hours = make.operations.reduce((sum, { setupS, runS }) => sum + setupS + runS, 0) / 3600
    expect(hours).toBeGreaterThanOrEqual(4.5)
    expect(hours).toBeLessThanOrEqual(6)
  })

  it('takes about two and a half sheets of plywood and weighs about 105 kg', () => {
    const { make } = evaluate(shelf, reference)
    const board = make.materials.find((line) => line.material === 'birch-ply-18')
    expect((board?.gross ?? 0) / 10_000 / 3.125).toBeGreaterThan(2.3)
    expect((board?.gross ?? 0) / 10_000 / 3.125).toBeLessThan(2.9)
    expect(make.massG).toBeGreaterThan(95_000)
    expect(make.massG).toBeLessThan(120_000)
  })

  it('costs €950–1 300 ex works in Brianza', () => {
    for (const rates of [card('brianza', brianza, 31, 4.5, 0.95, 380), priceBook.card]) {
      expect(exWorks(rates)).toBeGreaterThanOrEqual(950)
      expect(exWorks(rates)).toBeLessThanOrEqual(1300)
    }
  })

  it('costs €420–600 ex works in Bento Gonçalves', () => {
    const price = exWorks(card('bento', bento, 16, 3, 0.75, 300))
    expect(price).toBeGreaterThanOrEqual(420)
    expect(price).toBeLessThanOrEqual(600)
  })

  it('costs €260–380 ex works in Foshan', () => {
    const price = exWorks(card('foshan', foshan, 7.5, 2, 0.5, 280))
    expect(price).toBeGreaterThanOrEqual(260)
    expect(price).toBeLessThanOrEqual(380)
  })
})
