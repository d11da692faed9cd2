import type { Money } from '#models/money/amount.ts'

/**
 * Between a number and its unit, and between groups of three digits in a measure. In our typeface the space that never
 * breaks is a fifth of an em, which is a thin space; the thin spaces of Unicode it lacks, and one of them breaks.
 */
export const thinSpace = '\u00a0'

/** How numbers, money and times look to one reader. `locale` is BCP 47, `zone` an IANA time zone. */
export type Formats = {
  number(value: number): string
  money(value: Money): string
  /** A difference in price with its sign; the minus is a real one. */
  moneyChange(value: Money): string
  /** Millimetres: `1 200 mm`. */
  mm(value: number): string
  /** Grams, shown as kilograms from 1 kg: `42.5 kg`. */
  mass(grams: number): string
  km(value: number): string
  percent(share: number): string
  /** `Thursday 10 December`. */
  day(at: string | number): string
  /** `Thu 10 Dec`, where a column is narrow. */
  date(at: string | number): string
  /** `Thu 10 Dec, 14:00`. */
  moment(at: string | number): string
  /** `14:00`. */
  clock(at: string | number): string
  /** A span of milliseconds by its largest units: `3d 4h`, `12m`. */
  span(ms: number): string
  list(items: readonly string[]): string
  /** The name of a country by its ISO 3166-1 alpha-2 code. */
  country(code: string): string
  plural(count: number): Intl.LDMLPluralRule
}

const made = new Map<string, Formats>()

/** Formats are costly to make, so each pair of locale and zone is made once. */
export function formatsFor(locale: string, zone: string): Formats {
  const key = `${locale} ${zone}`
  const known = made.get(key)
  if (known) return known
  const fresh = makeFormats(locale, zone)
  made.set(key, fresh)
  return fresh
}

function makeFormats(locale: string, zone: string): Formats {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const day = new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' })
  const date = new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' })
  const moment = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  const plurals = new Intl.PluralRules(locale)
  const currencies = new Map<string, Intl.NumberFormat>()

  const currency = (code: string, sign: 'auto' | 'exceptZero') => {
    const key = `${code} ${sign}`
    const format =
      currencies.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency: code, signDisplay: sign })
    currencies.set(key, format)
    return format
  }
  const major = ({ amount, currency: code }: Money, sign: 'auto' | 'exceptZero') => {
    const format = currency(code, sign)
    return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)).replace('-', '−')
  }
  const grouped = (value: number) =>
    oneDecimal
      .formatToParts(value)
      .map((part) => (part.type === 'group' ? thinSpace : part.type === 'minusSign' ? '−' : part.value))
      .join('')

  return {
    number: (value) => number.format(value),
    money: (value) => major(value, 'auto'),
    moneyChange: (value) => major(value, 'exceptZero'),
    mm: (value) => `${groupFromFour(value, grouped)}${thinSpace}mm`,
    mass: (grams) =>
      grams < 1000 ? `${number.format(grams)}${thinSpace}g` : `${oneDecimal.format(grams / 1000)}${thinSpace}kg`,
    km: (value) => `${grouped(Math.round(value))}${thinSpace}km`,
    percent: (share) => percent.format(share),
    day: (at) => day.format(new Date(at)),
    date: (at) => date.format(new Date(at)),
    moment: (at) => moment.format(new Date(at)),
    clock: (at) => clock.format(new Date(at)),
    span: spans(locale),
    list: (items) => list.format(items),
    country: (code) => countries.of(code) ?? code,
    plural: (count) => plurals.select(count),
  }
}

/** Some locales leave four digits ungrouped; a measure always groups from four. */
function groupFromFour(value: number, grouped: (value: number) => string): string {
  const size = Math.abs(value)
  if (size < 1000 || size >= 10_000 || !Number.isInteger(value)) return grouped(value)
  const thousands = Math.floor(size / 1000)
  return `${value < 0 ? '−' : ''}${thousands}${thinSpace}${String(size % 1000).padStart(3, '0')}`
}

const spanUnits = [
  ['day', 1440],
  ['hour', 60],
  ['minute', 1],
] as const

/** The two largest units that are not nought, in the language's own short forms. */
function spans(locale: string): (ms: number) => string {
  const formats = spanUnits.map(
    ([unit]) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' }),
  )
  return (ms) => {
    let minutes = Math.max(0, Math.floor(ms / 60_000))
    const parts = spanUnits.map(([, size], at) => {
      const count = Math.floor(minutes / size)
      minutes -= count * size
      return count > 0 ? (formats[at]?.format(count) ?? '') : ''
    })
    const first = parts.findIndex((part) => part !== '')
    if (first === -1) return formats.at(-1)?.format(0) ?? ''
    return parts
      .slice(first, first + 2)
      .filter(Boolean)
      .join(' ')
  }
}
