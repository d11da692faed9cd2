import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consignmentMode, type FreightMode, freightLines, isParcel, transitDays } from './freight.ts'
import { servedCountries } from './tax.ts'

const origins = ['IT', 'CN', 'BR', 'DE', 'PT']
const modes: FreightMode[] = ['parcel', 'two_man']

describe('a parcel', () => {
  it('keeps the carrier’s limits whichever way it lies', () => {
    expect(isParcel(1990, 330, 100, 31_500)).toBe(true)
    expect(isParcel(100, 1990, 330, 31_500)).toBe(true)
    expect(isParcel(1990, 330, 100, 31_501)).toBe(false)
    expect(isParcel(2001, 100, 100, 1000)).toBe(false)
    expect(isParcel(1000, 801, 50, 1000)).toBe(false)
    expect(isParcel(1900, 500, 60, 1000)).toBe(false)
  })
})

describe('freight', () => {
  it('goes by van when there are many parcels', () => {
    expect(consignmentMode('parcel', 10)).toBe('parcel')
    expect(consignmentMode('parcel', 11)).toBe('two_man')
    expect(consignmentMode('two_man', 1)).toBe('two_man')
  })

  it('has a positive price and days on every lane', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...origins),
        fc.constantFrom(...servedCountries),
        fc.constantFrom(...modes),
        fc.integer({ min: 1, max: 40 }),
        (origin, country, mode, cartons) => {
          const load = { mode, cartons, parcels: cartons, volumeCm3: cartons * 60_000, massG: cartons * 18_000 }
          const lines = freightLines(load, origin, country)
          for (const line of lines) {
            expect(Number.isSafeInteger(line.amount)).toBe(true)
            expect(line.amount).toBeGreaterThan(0)
          }
          const days = transitDays(origin, country, mode)
          expect(days.fastest).toBeGreaterThan(0)
          expect(days.fastest).toBeLessThanOrEqual(days.typical)
          expect(days.typical).toBeLessThanOrEqual(days.slowest)
        },
      ),
    )
  })

  it('costs no less for more', () => {
    const load = (cartons: number) => ({
      mode: 'two_man' as const,
      cartons,
      parcels: cartons,
      volumeCm3: cartons * 60_000,
      massG: cartons * 18_000,
    })
    const cost = (cartons: number) =>
      freightLines(load(cartons), 'CN', 'NO').reduce((sum, line) => sum + line.amount, 0)
    for (let cartons = 1; cartons < 30; cartons += 1) expect(cost(cartons + 1)).toBeGreaterThanOrEqual(cost(cartons))
  })

  it('crosses the sea from China and Brazil, and a customs border to CH', () => {
    const load = { mode: 'parcel' as const, cartons: 5, parcels: 5, volumeCm3: 300_000, massG: 90_000 }
    expect(freightLines(load, 'CN', 'DE').map((line) => line.code)).toEqual(['freight_main', 'freight_door'])
    expect(freightLines(load, 'IT', 'CH').map((line) => line.code)).toEqual(['freight_door', 'customs_entry'])
    expect(transitDays('CN', 'DE', 'parcel').typical).toBeGreaterThan(40)
    expect(transitDays('IT', 'IT', 'parcel').slowest).toBeLessThanOrEqual(3)
  })

  it('refuses an unknown lane', () => {
    const load = { mode: 'parcel' as const, cartons: 1, parcels: 1, volumeCm3: 1, massG: 1 }
    expect(() => freightLines(load, 'AU', 'DE')).toThrow(RangeError)
    expect(() => transitDays('IT', 'US', 'parcel')).toThrow(RangeError)
  })
})
