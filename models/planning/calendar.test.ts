import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { type Calendar, sharedTime, workingTime } from './calendar.ts'
import { type Interval, total } from './interval.ts'
import { dateOfDay, dayMs, hourMs, instantOf, localDay, minuteMs } from './local-day.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7]

function at(zone: string, iso: string): number {
  return DateTime.fromISO(iso, { zone }).toMillis()
}

function hours(calendar: Calendar, from: string, to: string): number {
  return total(workingTime(calendar, { from: at(calendar.zone, from), to: at(calendar.zone, to) })) / hourMs
}

function daily(zone: string, from: string, to: string, days = weekdays): Calendar {
  return { zone, shifts: days.map((weekday) => ({ weekday, from, to })), closures: [] }
}

describe('daylight saving', () => {
  test('a day shift is as long in the week of the change as in any other', () => {
    const calendar = daily('Europe/Rome', '08:00', '16:00', [1, 2, 3, 4, 5])
    expect(hours(calendar, '2027-03-22', '2027-03-29')).toBe(40)
    expect(hours(calendar, '2027-10-25', '2027-11-01')).toBe(40)
  })

  test('a night shift loses an hour in spring and gains one in autumn', () => {
    const calendar = daily('Europe/Rome', '22:00', '06:00')
    expect(hours(calendar, '2027-03-20T12:00', '2027-03-27T12:00')).toBe(56)
    expect(hours(calendar, '2027-03-27T12:00', '2027-04-03T12:00')).toBe(55)
    expect(hours(calendar, '2027-10-30T12:00', '2027-11-06T12:00')).toBe(57)
  })

  test('the local hour stays, the UTC hour moves', () => {
    const calendar = daily('Europe/Rome', '08:00', '16:00')
    const starts = workingTime(calendar, { from: at('UTC', '2027-03-27'), to: at('UTC', '2027-03-29') })
    expect(starts.map((each) => new Date(each.from).toISOString())).toEqual([
      '2027-03-27T07:00:00.000Z',
      '2027-03-28T06:00:00.000Z',
    ])
  })

  test('a skipped hour is the moment of the change, a doubled one its first occurrence', () => {
    const spring = new Date(
      instantOf('Europe/Rome', localDay('Europe/Rome', at('Europe/Rome', '2027-03-28')), 150),
    ).toISOString()
    expect(spring).toBe('2027-03-28T01:00:00.000Z')
    const autumn = new Date(
      instantOf('Europe/Rome', localDay('Europe/Rome', at('Europe/Rome', '2027-10-31')), 150),
    ).toISOString()
    expect(autumn).toBe('2027-10-31T00:30:00.000Z')
  })

  test('shifts that meet inside a doubled hour neither overlap nor leave a gap', () => {
    const calendar: Calendar = {
      zone: 'Europe/Rome',
      shifts: weekdays.flatMap((weekday) => [
        { weekday, from: '18:00', to: '02:30' },
        { weekday, from: '02:30', to: '18:00' },
      ]),
      closures: [],
    }
    const span = { from: at('UTC', '2027-10-28'), to: at('UTC', '2027-11-03') }
    expect(workingTime(calendar, span)).toEqual([span])
  })
})

describe('closures', () => {
  const nights = daily('Asia/Shanghai', '20:00', '04:00')

  test('a closed date has no work from midnight to midnight, and its shift is not worked the morning after', () => {
    const closed = { ...nights, closures: [{ from: '2027-02-06', to: '2027-02-07', reason: 'spring_festival' }] }
    const spans = workingTime(closed, {
      from: at(nights.zone, '2027-02-05T12:00'),
      to: at(nights.zone, '2027-02-09T00:00'),
    })
    expect(spans).toEqual([
      { from: at(nights.zone, '2027-02-05T20:00'), to: at(nights.zone, '2027-02-06T00:00') },
      { from: at(nights.zone, '2027-02-08T20:00'), to: at(nights.zone, '2027-02-09T00:00') },
    ])
  })

  test('a zone, a date and a time that do not exist are refused', () => {
    const span = { from: 0, to: dayMs }
    expect(() => workingTime(daily('Mars/Olympus', '08:00', '16:00'), span)).toThrow(RangeError)
    expect(() => workingTime(daily('UTC', '8:00', '16:00'), span)).toThrow(RangeError)
    expect(() =>
      workingTime({ ...nights, closures: [{ from: '2027-02-31', to: '2027-03-01', reason: '' }] }, span),
    ).toThrow(RangeError)
  })
})

const zones = [
  'Asia/Shanghai',
  'Europe/Rome',
  'America/Sao_Paulo',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
]
const time = fc.integer({ min: 0, max: 95 }).map((quarter) => {
  const minutes = quarter * 15
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
})
const start = Date.UTC(2026, 10, 1)
const calendars: fc.Arbitrary<Calendar> = fc.record({
  zone: fc.constantFrom(...zones),
  shifts: fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: time, to: time }), { maxLength: 8 }),
  closures: fc.array(
    fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 14 })).map(([day, length]) => ({
      from: dateOfDay(start / dayMs + day),
      to: dateOfDay(start / dayMs + day + length),
      reason: 'closed',
    })),
    { maxLength: 3 },
  ),
})

/** Says by the wall clock alone, through another part of luxon, whether somebody works; meant for days without a change of the clock. */
function worksByTheWall(calendar: Calendar, instant: number): boolean {
  const wall = DateTime.fromMillis(instant, { zone: calendar.zone })
  const isOff = (date: DateTime) =>
    calendar.closures.some((each) => each.from <= date.toFormat('yyyy-MM-dd') && date.toFormat('yyyy-MM-dd') <= each.to)
  if (isOff(wall)) return false
  const clock = wall.toFormat('HH:mm')
  const yesterday = wall.minus({ days: 1 })
  return calendar.shifts.some((shift) => {
    const overnight = shift.to <= shift.from
    if (shift.weekday === wall.weekday && shift.from <= clock && (overnight || clock < shift.to)) return true
    return overnight && shift.weekday === yesterday.weekday && !isOff(yesterday) && clock < shift.to
  })
}

test('somebody works exactly when the wall clock says so', () => {
  fc.assert(
    fc.property(calendars, fc.integer({ min: 0, max: 420 * 96 }), (calendar, quarter) => {
      const instant = start + quarter * 15 * minuteMs + minuteMs
      const offsets = [-1, 0, 1].map(
        (day) => DateTime.fromMillis(instant + day * dayMs, { zone: calendar.zone }).offset,
      )
      fc.pre(new Set(offsets).size === 1)
      const works = workingTime(calendar, { from: instant, to: instant + 1 }).length === 1
      expect(works).toBe(worksByTheWall(calendar, instant))
    }),
    { numRuns: 1000 },
  )
})

test('a long span is its parts put together', () => {
  fc.assert(
    fc.property(
      calendars,
      fc.integer({ min: 0, max: 380 * 24 }),
      fc.integer({ min: 1, max: 30 * 24 }),
      fc.integer({ min: 1, max: 999 }),
      (calendar, first, length, share) => {
        const span = { from: start + first * hourMs, to: start + (first + length) * hourMs }
        const middle = span.from + Math.floor(length / 2) * hourMs
        const parts = [
          sharedTime(calendar, share, { from: span.from, to: middle }),
          sharedTime(calendar, share, { from: middle, to: span.to }),
        ]
        expect(total(parts.flat())).toBe(total(sharedTime(calendar, share, span)))
      },
    ),
  )
})

test('the share is the last part of each shift and no more than its thousandths', () => {
  fc.assert(
    fc.property(calendars, fc.integer({ min: 0, max: 1000 }), (calendar, share) => {
      const oneShift: Calendar = { ...calendar, shifts: calendar.shifts.slice(0, 1) }
      const span: Interval = { from: start, to: start + 120 * dayMs }
      const ours = sharedTime(oneShift, share, span)
      for (const shift of workingTime(oneShift, span)) {
        if (shift.from === span.from || shift.to === span.to) continue
        const given = ours.filter((each) => each.from < shift.to && each.to > shift.from)
        expect(total(given)).toBeLessThanOrEqual(((shift.to - shift.from) * share) / 1000)
        expect(total(given)).toBeGreaterThan(((shift.to - shift.from) * share) / 1000 - minuteMs)
        for (const each of given) expect([each.from >= shift.from, each.to]).toEqual([true, shift.to])
      }
    }),
  )
})
