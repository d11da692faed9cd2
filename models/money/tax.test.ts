import { describe, expect, it } from 'vitest'
import { isServed, servedCountries, taxOn, taxRate, taxRates, taxRatesAsOf } from './tax.ts'

describe('tax by destination', () => {
  it('serves the 27 states of the EU, and GB, CH, NO', () => {
    expect(taxRates.filter((rate) => rate.union === 'EU')).toHaveLength(27)
    expect(servedCountries).toHaveLength(30)
    expect(new Set(servedCountries).size).toBe(30)
    expect(isServed('US')).toBe(false)
  })

  it('has every rate in force on the day the table was checked', () => {
    for (const rate of taxRates) {
      expect(rate.from <= taxRatesAsOf).toBe(true)
      expect(Number.isInteger(rate.permille)).toBe(true)
    }
  })

  it('takes the rate of the destination', () => {
    expect(taxOn(10_000, 'DE')).toBe(1900)
    expect(taxOn(10_000, 'FI')).toBe(2550)
    expect(taxOn(10_000, 'CH')).toBe(810)
    expect(() => taxRate('US')).toThrow(RangeError)
  })
})
