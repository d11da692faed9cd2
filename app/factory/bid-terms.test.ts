import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayAt, partsOf, promiseOf } from './bid-terms.ts'

const own = [
  { code: 'material', values: {}, amount: 20_000 },
  { code: 'work', values: {}, amount: 30_000 },
  { code: 'freight_door', values: {}, amount: 9_000 },
  { code: 'tax', values: { percent: 19 }, amount: 11_210 },
]

it('tells what is left of a price', () => {
  expect(partsOf(own, 70_210)).toEqual({ pays: 70_210, tax: 11_210, freight: 9_000, fee: 4_000, net: 46_000 })
})

it('loses no cent of any price', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (amount) => {
      const { tax, freight, fee, net } = partsOf(own, amount)
      expect(tax + freight + fee + net).toBe(amount)
    }),
  )
})

it('ends a promised day when carriers go home at the destination', () => {
  expect(promiseOf('DE', '2026-12-10')).toBe('2026-12-10T17:00:00.000Z')
  expect(promiseOf('DE', '2026-07-10')).toBe('2026-07-10T16:00:00.000Z')
  expect(promiseOf('DE', '10.12.2026')).toBeUndefined()
  expect(promiseOf('XX', '2026-12-10')).toBeUndefined()
})

it('knows the day an instant lies in over there', () => {
  expect(dayAt('DE', '2026-12-10T23:30:00Z')).toBe('2026-12-11')
  expect(dayAt('DE', promiseOf('DE', '2026-12-10') ?? '')).toBe('2026-12-10')
})
