import fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import type { Calendar } from './calendar.ts'
import { businessDaysFor, destinationOf } from './destination.ts'
import { easternEaster, westernEaster } from './easter.ts'
import { dateOfDay, dayOfDate, hourMs, localDay } from './local-day.ts'
import { afterWorkingDays, type Journey, promise } from './promise.ts'

const weekdays: Calendar = {
  zone: 'Europe/Rome',
  shifts: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '17:00' })),
  closures: [{ from: '2026-12-24', to: '2027-01-06', reason: 'christmas' }],
}
const toGermany: Journey = {
  calendar: weekdays,
  cutOff: '16:00',
  typicalDays: 3,
  slowestDays: 5,
  country: 'DE',
  bufferDays: 1,
}

function rome(iso: string): number {
  return DateTime.fromISO(iso, { zone: 'Europe/Rome' }).toMillis()
}

function iso(instant: number | undefined, zone: string): string | null {
  return DateTime.fromMillis(instant ?? 0, { zone }).toFormat("yyyy-MM-dd'T'HH:mm")
}

test('what is finished by the cut-off goes the same day, later the next working day', () => {
  expect(iso(promise(rome('2026-12-02T16:00'), toGermany)?.handOverAt, 'Europe/Rome')).toBe('2026-12-02T16:00')
  expect(iso(promise(rome('2026-12-02T16:01'), toGermany)?.handOverAt, 'Europe/Rome')).toBe('2026-12-03T16:00')
  expect(iso(promise(rome('2026-12-04T16:01'), toGermany)?.handOverAt, 'Europe/Rome')).toBe('2026-12-07T16:00')
  expect(iso(promise(rome('2026-12-23T18:00'), toGermany)?.handOverAt, 'Europe/Rome')).toBe('2027-01-07T16:00')
})

test('the promise counts the slowest journey, then the buffer in business days of the destination', () => {
  const promised = promise(rome('2026-12-21T10:00'), toGermany)
  expect(iso(promised?.arrivesAt, 'Europe/Berlin')).toBe('2026-12-24T18:00')
  expect(iso(promised?.deliverBy, 'Europe/Berlin')).toBe('2026-12-30T18:00')
})

test('calendar days of a carrier fit into as few business days as are sure', () => {
  expect([0, 1, 4, 5, 6, 7, 8, 57].map(businessDaysFor)).toEqual([0, 1, 4, 5, 5, 5, 6, 41])
})

test('what is handed over a business day later is promised a business day later', () => {
  const promised = ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'].map(
    (date) => promise(rome(`${date}T10:00`), toGermany)?.deliverBy,
  )
  expect(new Set(promised).size).toBe(5)
})

test('nobody delivers on public holidays', () => {
  const isRest = (country: string, date: string) => destinationOf(country).isRestDay(dayOfDate(date))
  expect(['2027-03-26', '2027-03-29', '2027-05-06', '2027-10-03'].map((date) => isRest('DE', date))).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(isRest('IT', '2027-03-26')).toBe(false)
  expect(isRest('GR', '2027-04-30')).toBe(true)
  expect(isRest('DE', '2027-10-04')).toBe(false)
  expect(() => destinationOf('XX')).toThrow(RangeError)
})

test('Easter falls on the dates of the almanac', () => {
  expect([2024, 2025, 2026, 2027, 2038].map((year) => dateOfDay(westernEaster(year)))).toEqual([
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
  ])
  expect([2024, 2025, 2026, 2027, 2028].map((year) => dateOfDay(easternEaster(year)))).toEqual([
    '2024-05-05',
    '2025-04-20',
    '2026-04-12',
    '2027-05-02',
    '2028-04-16',
  ])
})

test('lead time is counted in working days', () => {
  expect(afterWorkingDays(weekdays, rome('2026-11-27T11:00'), 0)).toBe(rome('2026-11-27T11:00'))
  expect(iso(afterWorkingDays(weekdays, rome('2026-11-27T11:00'), 1), 'Europe/Rome')).toBe('2026-11-30T00:00')
  expect(iso(afterWorkingDays(weekdays, rome('2026-12-22T11:00'), 3), 'Europe/Rome')).toBe('2027-01-08T00:00')
})

test('a factory that is closed for good promises nothing', () => {
  const closed: Journey = {
    ...toGermany,
    calendar: { ...weekdays, closures: [{ from: '2026-01-01', to: '2030-01-01', reason: 'sold' }] },
  }
  expect(promise(rome('2026-12-02T16:00'), closed)).toBeUndefined()
  expect(afterWorkingDays(closed.calendar, rome('2026-12-02T16:00'), 5)).toBeUndefined()
})

test('later work is never promised earlier, and every promise is a business day after the slowest journey', () => {
  const hour = fc.integer({ min: 0, max: 400 * 24 })
  const days = fc.integer({ min: 0, max: 60 })
  fc.assert(
    fc.property(
      hour,
      hour,
      days,
      days,
      fc.integer({ min: 0, max: 5 }),
      fc.constantFrom('DE', 'GB', 'GR', 'PT', 'NO'),
      (a, b, typical, more, bufferDays, country) => {
        const journey = { ...toGermany, country, typicalDays: typical, slowestDays: typical + more, bufferDays }
        const from = rome('2026-11-01T00:00')
        const [first, second] = [Math.min(a, b), Math.max(a, b)].map((hours) => promise(from + hours * hourMs, journey))
        if (!first || !second) throw new Error('closed for good')
        expect(second.deliverBy).toBeGreaterThanOrEqual(first.deliverBy)
        const { zone, isRestDay } = destinationOf(country)
        expect(isRestDay(localDay(zone, first.deliverBy))).toBe(false)
        expect(localDay(zone, first.deliverBy) - localDay(zone, first.handOverAt)).toBeGreaterThanOrEqual(
          typical + more,
        )
        expect(first.arrivesAt).toBeLessThanOrEqual(first.deliverBy)
      },
    ),
  )
})
