import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharesOfTrace } from '../money/shares.ts'
import { handTrace } from './hand-price.ts'

const card = [
  { code: 'material', values: {}, amount: 20_000 },
  { code: 'work', values: {}, amount: 30_000 },
  { code: 'freight_door', values: {}, amount: 9_000 },
  { code: 'tax', values: { percent: 19 }, amount: 11_210 },
]
const amount = 70_210
const sum = (lines: readonly { amount: number }[]) => lines.reduce((total, line) => total + line.amount, 0)

describe('a price named by hand', () => {
  it('is the rate card’s own where nothing was changed', () => {
    expect(handTrace(card, amount)).toEqual(card)
  })

  it('puts the change into the maker’s part and lets tax follow', () => {
    const trace = handTrace(card, amount * 2)
    expect(trace.map((line) => line.code)).toEqual(['material', 'work', 'by_hand', 'freight_door', 'tax'])
    expect(trace.find((line) => line.code === 'tax')?.amount).toBe(22_420)
    expect(trace.find((line) => line.code === 'freight_door')?.amount).toBe(9_000)
  })

  it('sums exactly, and more for the shopper is never less for the maker', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 0, max: 100_000 }), (price, more) => {
        const [low, high] = [handTrace(card, price), handTrace(card, price + more)]
        expect(sum(low)).toBe(price)
        expect(sharesOfTrace(high).factory).toBeGreaterThanOrEqual(sharesOfTrace(low).factory - 1)
      }),
    )
  })
})
