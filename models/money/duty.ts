import { taxRate, taxRates } from './tax.ts'

/** Headings of the Harmonised System that we ship: furniture of wood, tableware of stoneware, jewellery of precious and of base metal. */
export type Heading = '9403' | '6912' | '7113' | '7117'

/** What a customs office asks on goods and freight, thousandths; `from` is the day the rate came into force. */
type Rate = { readonly permille: number; readonly from: string }

/** The day the rates were last compared with their sources. */
export const dutiesAsOf = '2026-11-23'

/**
 * Duty of a third country without a preference. 9403: free everywhere (TARIC; UK Global Tariff; CH without industrial tariffs since 2024; NO).
 * 6912: TARIC 6912 00 23, stoneware, 5.5 %; UK Global Tariff 4 % (practitioner's figure); free in CH and NO.
 * 7113: TARIC 2.5 %; UK Global Tariff 2 % (practitioner's figure). 7117, imitation jewellery: TARIC 4 %; UK Global Tariff 4 % (practitioner's figures).
 */
const duties: Readonly<Record<Heading, Readonly<Record<'EU' | 'GB', Rate>>>> = {
  '9403': { EU: { permille: 0, from: '2012-01-01' }, GB: { permille: 0, from: '2021-01-01' } },
  '6912': { EU: { permille: 55, from: '2012-01-01' }, GB: { permille: 40, from: '2021-01-01' } },
  '7113': { EU: { permille: 25, from: '2012-01-01' }, GB: { permille: 20, from: '2021-01-01' } },
  '7117': { EU: { permille: 40, from: '2012-01-01' }, GB: { permille: 40, from: '2021-01-01' } },
}

/**
 * Anti-dumping duty on ceramic tableware from China: 79 % in the EU for five years from 7 February 2026 (it was 13.1–36.1 %); in the UK the
 * highest of the rates that were kept, 36.1 % (practitioner's figure: ask customs, and whether it bites on single parcels).
 */
const defences: Readonly<Record<'EU' | 'GB', Rate>> = {
  EU: { permille: 790, from: '2026-02-07' },
  GB: { permille: 361, from: '2021-01-01' },
}

const unionOf = (country: string): 'EU' | 'none' | undefined => taxRates.find((rate) => rate.country === country)?.union

/** Whose tariff a destination has; undefined for one without duties on what we ship. */
function tariffOf(country: string): 'EU' | 'GB' | undefined {
  if (taxRate(country).union === 'EU') return 'EU'
  return country === 'GB' ? 'GB' : undefined
}

/** Goods made in Europe pass free: the union, and the agreements between EU, GB, CH and NO for goods of their own origin. */
const isPreferred = (origin: string): boolean => unionOf(origin) !== undefined

/** Duty on goods and freight, thousandths; undefined where no border is crossed. @throws RangeError for a country that is not served. */
export function dutyPermille(heading: Heading, origin: string, country: string): number | undefined {
  const inside = origin === country || (unionOf(origin) === 'EU' && taxRate(country).union === 'EU')
  if (inside) return undefined
  const tariff = tariffOf(country)
  return tariff === undefined || isPreferred(origin) ? 0 : duties[heading][tariff].permille
}

/** Anti-dumping duty beside it, thousandths; undefined where there is none. */
export function antiDumpingPermille(heading: Heading, origin: string, country: string): number | undefined {
  const tariff = tariffOf(country)
  return heading === '6912' && origin === 'CN' && tariff !== undefined ? defences[tariff].permille : undefined
}
