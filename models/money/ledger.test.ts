import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { captured, earned, type LedgerLine, paidOut, refunded, sharesOf } from './ledger.ts'
import { feePermille, sharesOfTrace } from './shares.ts'

const cents = fc.integer({ min: 0, max: 50_000_000 })
const shares = fc.record({ factory: cents, freight: cents, tax: cents, fee: cents })
const sum = (lines: readonly LedgerLine[]) => lines.reduce((total, line) => total + line.amount, 0)
const total = (each: { factory: number; freight: number; tax: number; fee: number }) =>
  each.factory + each.freight + each.tax + each.fee

describe('the ledger', () => {
  test('every transaction sums to zero and has no empty line', () => {
    fc.assert(
      fc.property(cents, shares, (amount, parts) => {
        for (const lines of [
          captured('o', amount, 'EUR'),
          refunded('o', amount, 'EUR'),
          earned('o', 'f', parts, 'EUR'),
          paidOut('f', amount, 'EUR', 'bank'),
        ]) {
          expect(sum(lines)).toBe(0)
          expect(lines.every((line) => line.amount !== 0)).toBe(true)
        }
      }),
    )
  })

  test('what is held of an order is nothing once it is refunded in part and the rest is earned', () => {
    fc.assert(
      fc.property(shares, fc.double({ min: 0, max: 1, noNaN: true }), (parts, share) => {
        const price = total(parts)
        const refund = Math.floor(price * share)
        const lines = [
          ...captured('o', price, 'EUR'),
          ...refunded('o', refund, 'EUR'),
          ...earned('o', 'f', sharesOf(price - refund, price, parts), 'EUR'),
        ]
        expect(sum(lines.filter(({ account }) => account === 'held:o'))).toBe(0)
      }),
    )
  })

  test('sharing what is kept loses no cent, and nobody gets more than of the whole', () => {
    fc.assert(
      fc.property(shares, fc.double({ min: 0, max: 1, noNaN: true }), (parts, share) => {
        const price = total(parts)
        const kept = Math.floor(price * share)
        const divided = sharesOf(kept, price, parts)
        expect(total(divided)).toBe(kept)
        expect(divided.tax).toBeLessThanOrEqual(parts.tax)
        expect(divided.freight).toBeLessThanOrEqual(parts.freight)
        expect(divided.fee).toBeLessThanOrEqual(parts.fee)
      }),
    )
  })
})

test('a price is divided by its trace, to the cent', () => {
  const line = fc.record({
    code: fc.constantFrom(
      'material',
      'work',
      'margin',
      'by_hand',
      'freight_main',
      'freight_door',
      'customs_entry',
      'duty',
      'tax',
    ),
    amount: cents,
  })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (trace) => {
      const divided = sharesOfTrace(trace)
      const made = divided.factory + divided.fee
      expect(total(divided)).toBe(trace.reduce((all, { amount }) => all + amount, 0))
      expect(Math.abs(divided.fee - (made * feePermille) / 1000)).toBeLessThanOrEqual(1)
    }),
  )
})
