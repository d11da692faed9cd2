import { permille } from './rounding.ts'

/** A value-added tax at the standard rate that furniture takes. `from` is the date the rate came into force. */
export type TaxRate = {
  readonly country: string
  readonly permille: number
  readonly from: string
  readonly union: 'EU' | 'none'
}

/** The day the table was last compared with its sources. */
export const taxRatesAsOf = '2026-11-23'

/**
 * Standard VAT rates by country of destination. Sources: European Commission, Taxes in Europe Database (EU27); HMRC (GB);
 * Federal Tax Administration (CH, 8.1 % since 2024); Norwegian Tax Administration (NO).
 */
export const taxRates: readonly TaxRate[] = [
  { country: 'AT', permille: 200, from: '1984-01-01', union: 'EU' },
  { country: 'BE', permille: 210, from: '1996-01-01', union: 'EU' },
  { country: 'BG', permille: 200, from: '1999-01-01', union: 'EU' },
  { country: 'HR', permille: 250, from: '2012-03-01', union: 'EU' },
  { country: 'CY', permille: 190, from: '2014-01-13', union: 'EU' },
  { country: 'CZ', permille: 210, from: '2013-01-01', union: 'EU' },
  { country: 'DK', permille: 250, from: '1992-01-01', union: 'EU' },
  { country: 'EE', permille: 240, from: '2025-07-01', union: 'EU' },
  { country: 'FI', permille: 255, from: '2024-09-01', union: 'EU' },
  { country: 'FR', permille: 200, from: '2014-01-01', union: 'EU' },
  { country: 'DE', permille: 190, from: '2021-01-01', union: 'EU' },
  { country: 'GR', permille: 240, from: '2016-06-01', union: 'EU' },
  { country: 'HU', permille: 270, from: '2012-01-01', union: 'EU' },
  { country: 'IE', permille: 230, from: '2021-03-01', union: 'EU' },
  { country: 'IT', permille: 220, from: '2013-10-01', union: 'EU' },
  { country: 'LV', permille: 210, from: '2012-07-01', union: 'EU' },
  { country: 'LT', permille: 210, from: '2009-09-01', union: 'EU' },
  { country: 'LU', permille: 170, from: '2024-01-01', union: 'EU' },
  { country: 'MT', permille: 180, from: '2004-01-01', union: 'EU' },
  { country: 'NL', permille: 210, from: '2012-10-01', union: 'EU' },
  { country: 'PL', permille: 230, from: '2011-01-01', union: 'EU' },
  { country: 'PT', permille: 230, from: '2011-01-01', union: 'EU' },
  { country: 'RO', permille: 210, from: '2025-08-01', union: 'EU' },
  { country: 'SK', permille: 230, from: '2025-01-01', union: 'EU' },
  { country: 'SI', permille: 220, from: '2013-07-01', union: 'EU' },
  { country: 'ES', permille: 210, from: '2012-09-01', union: 'EU' },
  { country: 'SE', permille: 250, from: '1990-07-01', union: 'EU' },
  { country: 'GB', permille: 200, from: '2011-01-04', union: 'none' },
  { country: 'CH', permille: 81, from: '2024-01-01', union: 'none' },
  { country: 'NO', permille: 250, from: '2005-01-01', union: 'none' },
]

/** Countries we deliver to, ISO 3166-1 alpha-2, in the order of the table. */
export const servedCountries: readonly string[] = taxRates.map((rate) => rate.country)

const byCountry = new Map(taxRates.map((rate) => [rate.country, rate]))

export function isServed(country: string): boolean {
  return byCountry.has(country)
}

/** @throws RangeError for a country that is not served. */
export function taxRate(country: string): TaxRate {
  const rate = byCountry.get(country)
  if (rate === undefined) throw new RangeError(`country not served: ${country}`)
  return rate
}

/** Tax on a net amount in minor units, at the rate of the destination. */
export function taxOn(net: number, country: string): number {
  return permille(net, taxRate(country).permille)
}
