import type { Operation } from '../product/routing.ts'
import { businessDaysAfter, businessDaysFor, destinationOf } from './destination.ts'
import { sequence, workS } from './sequence.ts'
import type { FactorySummary, FreeLane, GivenDays } from './summary.ts'

const dayMs = 86_400_000
const dayMinutes = 1440

export type AboutRequest = {
  /** of the whole lot (see `forQuantity`) */
  readonly operations: readonly Operation[]
  /** ids of the bill of materials */
  readonly materials: readonly string[]
  /** ISO 3166-1 alpha-2 */
  readonly country: string
  readonly bufferDays: number
  /** calendar days to the door at worst, by country of the factory; undefined where there is no lane */
  readonly slowestDays: (origin: string) => number | undefined
}

/** `deliverBy` in epoch milliseconds. */
export type AboutDate = { readonly factory: string; readonly deliverBy: number }

/**
 * An estimate for each factory that has all the work centres, soonest first. It counts in days, needs no time zones, and rounds to the safe
 * side, so that a page can make it at each change and the factory's own date is no later as long as nothing else is booked.
 */
export function aboutDates(request: AboutRequest, summaries: readonly FactorySummary[]): AboutDate[] {
  const operations = sequence(request.operations)
  const destination = destinationOf(request.country)
  const out: AboutDate[] = []
  for (const summary of summaries) {
    const slowest = request.slowestDays(summary.country)
    const left = slowest === undefined ? undefined : handOverDay(operations, request.materials, summary)
    if (slowest === undefined || left === undefined) continue
    const day = businessDaysAfter(destination, left, businessDaysFor(slowest) + request.bufferDays)
    // 18:00 UTC is no earlier than 18:00 on any clock in Europe.
    out.push({ factory: summary.factory, deliverBy: day * dayMs + 18 * 3_600_000 })
  }
  return out.sort((a, b) => a.deliverBy - b.deliverBy || (a.factory < b.factory ? -1 : 1))
}

/**
 * The date a page shows as "about": the second soonest among factories that ask no more than the reference card, so that price and date can
 * be kept together even if one of them drops out; the soonest when there is only one. Undefined when there is none.
 */
export function aboutDate(request: AboutRequest, summaries: readonly FactorySummary[]): AboutDate | undefined {
  const [soonest, second] = aboutDates(
    request,
    summaries.filter((each) => each.reference),
  )
  return second ?? soonest
}

/**
 * A moment of work, known in one or two ways: no later than `clock` (minutes after midnight) of a day; and, on an axis, when so many of
 * the day's minutes have been given.
 */
type Moment = {
  readonly day: number
  readonly clock: number
  readonly on?: { readonly axis: number; readonly minute: number }
}

function handOverDay(
  operations: readonly Operation[],
  materials: readonly string[],
  summary: FactorySummary,
): number | undefined {
  const start: Moment = {
    day: materials.reduce((latest, id) => Math.max(latest, summary.materialOn[id] ?? 0), summary.startsOn),
    clock: 0,
  }
  const readyAt = new Map<string, Moment>()
  let free = start
  let last = start
  let axis: GivenDays | undefined
  for (const operation of operations) {
    const lane = summary.lanes.find((each) => each.workCentres.includes(operation.workCentre))
    if (!lane) return undefined
    const from = operation.after.reduce((latest, key) => later(summary, latest, readyAt.get(key) ?? start), free)
    const end = endOfWork(summary, lane, Math.ceil(workS(operation) / 60), from)
    if (!end) return undefined
    const ready = afterLag(summary, end, operation.lagS)
    readyAt.set(operation.key, ready)
    free = end
    last = later(summary, last, ready)
    axis = summary.axes[lane.axis]
  }
  // The carrier comes once a working day, perhaps before the work is done.
  const next = axis?.minutes.findIndex((given, i) => given > 0 && summary.firstDay + i > last.day) ?? -1
  return next < 0 ? undefined : summary.firstDay + next
}

function endOfWork(
  { axes, firstDay }: FactorySummary,
  lane: FreeLane,
  minutes: number,
  from: Moment,
): Moment | undefined {
  const axis = axes[lane.axis]
  if (!axis) return undefined
  let earliest = 0
  let day = from.day
  if (from.on?.axis === lane.axis) earliest = from.on.minute
  else if (from.clock > axis.opens) day++
  for (let i = 0; i < day - firstDay; i++) earliest += axis.minutes[i] ?? 0
  for (const [start, length] of lane.runs) {
    let left = Math.max(start, earliest) + minutes
    if (left > start + length) continue
    for (const [i, given] of axis.minutes.entries()) {
      if (left <= given) return { day: firstDay + i, clock: axis.closes, on: { axis: lane.axis, minute: left } }
      left -= given
    }
  }
  return undefined
}

/** Whole days keep the hour where both days give the same; else only the clock is known. */
function afterLag({ axes, firstDay }: FactorySummary, end: Moment, lagS: number): Moment {
  const minutes = end.clock + Math.ceil(lagS / 60)
  const after: Moment = { day: end.day + Math.floor(minutes / dayMinutes), clock: minutes % dayMinutes }
  if (!end.on) return after
  const given = axes[end.on.axis]?.minutes ?? []
  const same = given[end.day - firstDay] === given[after.day - firstDay]
  return same && after.clock === end.clock ? { ...after, on: end.on } : after
}

/** The later of two; where it cannot be told, what is later than both by the clock. */
function later({ axes }: FactorySummary, a: Moment, b: Moment): Moment {
  if (a.on && b.on && a.on.axis === b.on.axis) {
    if (a.day !== b.day) return a.day > b.day ? a : b
    return a.on.minute >= b.on.minute ? a : b
  }
  const [first, second] = clockOf(a) <= clockOf(b) ? [a, b] : [b, a]
  const opens = second.on ? (axes[second.on.axis]?.opens ?? 0) : 0
  const isSure = !second.on || clockOf(first) <= second.day * dayMinutes + opens
  return isSure ? second : { day: second.day, clock: second.clock }
}

function clockOf({ day, clock }: Moment): number {
  return day * dayMinutes + clock
}
