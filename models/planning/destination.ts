import { easternEaster, westernEaster } from './easter.ts'
import { publicHolidays } from './public-holidays.ts'

/** Where a parcel goes, as far as days matter. Days are counted from 1970-01-01 on the destination's wall calendar. */
export type Destination = { readonly zone: string; readonly isRestDay: (day: number) => boolean }

const dayMs = 86_400_000

/** `country` is ISO 3166-1 alpha-2. Throws RangeError for one whose holidays are not known. */
export function destinationOf(country: string): Destination {
  const holidays = publicHolidays[country]
  if (!holidays) throw new RangeError(`no public holidays known for ${country}`)
  const { zone, fixed, easter, moving } = holidays
  const easterOf = easter === 'western' ? westernEaster : easternEaster
  const isRestDay = (day: number): boolean => {
    const date = new Date(day * dayMs)
    const weekday = date.getUTCDay()
    if (weekday === 0 || weekday === 6) return true
    if (fixed.includes(date.toISOString().slice(5, 10))) return true
    return moving.includes(day - easterOf(date.getUTCFullYear()))
  }
  return { zone, isRestDay }
}

/** The day `days` business days after `day`; with 0 the day itself or the next one on which somebody delivers. */
export function businessDaysAfter(destination: Destination, day: number, days: number): number {
  let at = day
  while (destination.isRestDay(at)) at++
  for (let left = days; left > 0; left--) {
    at++
    while (destination.isRestDay(at)) at++
  }
  return at
}

/**
 * The fewest business days that are sure to hold so many calendar days, whatever the weekday they begin on. Carriers' calendar days are
 * counted so that what leaves a business day later also arrives one later.
 */
export function businessDaysFor(calendarDays: number): number {
  const weeks = Math.floor(calendarDays / 7)
  return weeks * 5 + Math.min(calendarDays - weeks * 7, 5)
}
