import { clip, type Interval, tidy } from './interval.ts'
import { dayOfDate, instantOf, localDay, minuteMs, minutesOf, weekdayOf } from './local-day.ts'

export type { Interval } from './interval.ts'

/**
 * Working time in local terms. `zone` is IANA; weekday 1 is Monday; times are `HH:MM`; closures are local dates, both inclusive.
 * A shift whose `to` is not after its `from` ends on the next day. A closed date has no work from midnight to midnight, and a shift that
 * would start on it does not take place at all.
 */
export type Calendar = {
  readonly zone: string
  readonly shifts: readonly { readonly weekday: number; readonly from: string; readonly to: string }[]
  readonly closures: readonly { readonly from: string; readonly to: string; readonly reason: string }[]
}

type Shift = { readonly from: number; readonly to: number }
type Compiled = { readonly shifts: ReadonlyMap<number, readonly Shift[]>; readonly closed: readonly Interval[] }

const compiled = new WeakMap<Calendar, Compiled>()

/** Working time inside a span as UTC intervals, tidy (sorted, disjoint). Throws RangeError for a zone, date or time that does not exist. */
export function workingTime(calendar: Calendar, span: Interval): Interval[] {
  return sharedTime(calendar, 1000, span)
}

/**
 * The part of the working time that is given to Makerline: the last `sharePermille` thousandths of each shift, to the full minute
 * below. What comes before is the factory's own load: 70–95 % of a workshop's work is not ours (practitioners' figure).
 */
export function sharedTime(calendar: Calendar, sharePermille: number, span: Interval): Interval[] {
  if (!(span.from < span.to) || sharePermille <= 0) return []
  const { shifts, closed } = read(calendar)
  const spans: Interval[] = []
  const last = localDay(calendar.zone, span.to)
  for (let day = localDay(calendar.zone, span.from) - 1; day <= last; day++) {
    const today = shifts.get(weekdayOf(day))
    if (!today || isClosed(closed, day)) continue
    for (const shift of today) {
      const end = shift.to > 1440 && isClosed(closed, day + 1) ? 1440 : shift.to
      const from = instantOf(calendar.zone, day, shift.from)
      const to = instantOf(calendar.zone, day, end)
      const given = Math.floor(((to - from) * Math.min(sharePermille, 1000)) / 1000 / minuteMs) * minuteMs
      spans.push({ from: sharePermille >= 1000 ? from : to - given, to })
    }
  }
  return clip(tidy(spans), span)
}

/** Whether the calendar has a shift that starts on this local date (days since 1970-01-01). */
export function worksOn(calendar: Calendar, day: number): boolean {
  const { shifts, closed } = read(calendar)
  return shifts.has(weekdayOf(day)) && !isClosed(closed, day)
}

function read(calendar: Calendar): Compiled {
  const known = compiled.get(calendar)
  if (known) return known
  const shifts = new Map<number, Shift[]>()
  for (const shift of calendar.shifts) {
    const from = minutesOf(shift.from)
    const to = minutesOf(shift.to)
    const day = shifts.get(shift.weekday) ?? []
    day.push({ from, to: to > from ? to : to + 1440 })
    shifts.set(shift.weekday, day)
  }
  const closed = tidy(calendar.closures.map((each) => ({ from: dayOfDate(each.from), to: dayOfDate(each.to) + 1 })))
  const result = { shifts, closed }
  compiled.set(calendar, result)
  return result
}

function isClosed(closed: readonly Interval[], day: number): boolean {
  return closed.some((each) => each.from <= day && day < each.to)
}
