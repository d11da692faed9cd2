import { type WorkCentreKind, workCentreKinds } from '../product/routing.ts'
import type { Calendar } from './calendar.ts'
import { type Interval, intersect, subtract, tidy, total, union } from './interval.ts'
import { bookedBetween, givenTogether } from './lane.ts'
import { instantOf, localDay, minuteMs } from './local-day.ts'
import { afterWorkingDays } from './promise.ts'
import { crewFor, type Resource } from './resource.ts'
import type { FactorySummary, FreeLane, GivenDays } from './summary.ts'

/** Shorter gaps between bookings are not worth telling, minutes. */
const shortestRun = 5

export type SummariseInput = {
  readonly factory: string
  readonly country: string
  readonly reference: boolean
  /** hours of the factory as a whole, see `Journey` */
  readonly calendar: Calendar
  readonly resources: readonly Resource[]
  readonly busy: ReadonlyMap<string, readonly Interval[]>
  /** epoch milliseconds */
  readonly from: number
  /** how far to look */
  readonly days: number
  /** working days before a new order begins, and before materials that are ordered in have come */
  readonly queueDays: number
  readonly materialDays: Readonly<Record<string, number>>
}

/**
 * How much a factory could still take, small enough to send to a page. Of each kind of work centre only the machine and person with most
 * free time are told, so what the page finds is never better than what the factory can do.
 */
export function summarise(input: SummariseInput): FactorySummary {
  const { factory, country, reference, calendar, from, days } = input
  const { zone } = calendar
  const firstDay = localDay(zone, from)
  const midnights = Array.from({ length: days + 1 }, (_, day) => instantOf(zone, firstDay + day, 0))
  const span = { from: midnights[0] ?? from, to: midnights[days] ?? from }
  const lanes = new Map<
    string,
    { workCentres: WorkCentreKind[]; resources: readonly Resource[]; given: readonly Interval[] }
  >()
  for (const kind of workCentreKinds) {
    const best = roomiest(kind, input, span)
    if (!best) continue
    const key = best.resources.map((each) => each.id).join('\n')
    const lane = lanes.get(key) ?? { workCentres: [], ...best }
    lane.workCentres.push(kind)
    lanes.set(key, lane)
  }

  const axes: GivenDays[] = []
  const axisOf = new Map<string, number>()
  const told: FreeLane[] = []
  for (const lane of lanes.values()) {
    const days = givenDays(lane.given, midnights)
    const key = JSON.stringify(days)
    const axis = axisOf.get(key) ?? axes.push(days) - 1
    axisOf.set(key, axis)
    told.push({
      workCentres: lane.workCentres,
      axis,
      runs: runsOf(lane.given, busyOf(lane.resources, input.busy), from),
    })
  }
  const after = (working: number) => dayFrom(zone, afterWorkingDays(calendar, from, working)) ?? firstDay + days
  const materialOn: Record<string, number> = {}
  for (const [id, working] of Object.entries(input.materialDays)) {
    if (working > input.queueDays) materialOn[id] = after(working)
  }
  return { factory, country, reference, firstDay, axes, lanes: told, startsOn: after(input.queueDays), materialOn }
}

type Pair = { readonly resources: readonly Resource[]; readonly given: readonly Interval[] }

function roomiest(kind: WorkCentreKind, input: SummariseInput, span: Interval): Pair | undefined {
  const crew = crewFor(kind, input.resources)
  if (!crew) return undefined
  let best: (Pair & { readonly room: number }) | undefined
  for (const machine of crew.machines.length > 0 ? crew.machines : [undefined]) {
    for (const person of crew.people) {
      const resources = machine ? [machine, person] : [person]
      const together = givenTogether(resources, span.from, span.to)
      const room = total(subtract(together, busyOf(resources, input.busy)))
      if (!best || room > best.room) best = { resources, given: together, room }
    }
  }
  return best && { resources: best.resources, given: best.given }
}

function busyOf(resources: readonly Resource[], busy: SummariseInput['busy']): readonly Interval[] {
  let all: readonly Interval[] = []
  for (const each of resources) all = union(all, tidy(busy.get(each.id) ?? []))
  return all
}

function givenDays(given: readonly Interval[], midnights: readonly number[]): GivenDays {
  const dates = midnights.slice(1).map((to, day) => ({ from: midnights[day] ?? to, to }))
  const minutes = dates.map(() => 0)
  let opens = 1440
  let closes = 0
  let day = 0
  for (const part of intersect(given, dates)) {
    while (part.from >= (midnights[day + 1] ?? Number.POSITIVE_INFINITY)) day++
    const midnight = midnights[day] ?? 0
    opens = Math.min(opens, Math.floor((part.from - midnight) / minuteMs))
    closes = Math.max(closes, Math.ceil((part.to - midnight) / minuteMs))
    minutes[day] = (minutes[day] ?? 0) + (part.to - part.from) / minuteMs
  }
  return { opens, closes, minutes }
}

/** Stretches in which nothing is booked, measured in minutes given since the first midnight; what is past counts as booked. */
function runsOf(given: readonly Interval[], busy: readonly Interval[], from: number): [number, number][] {
  const past = given[0] ? [{ from: given[0].from, to: Math.max(given[0].from, from) }] : []
  const taken = union(tidy(past), busy)
  const runs: [number, number][] = []
  let before = 0
  let last: number | undefined
  for (const window of given) {
    for (const free of subtract([window], taken)) {
      const start = before + (free.from - window.from) / minuteMs
      const length = (free.to - free.from) / minuteMs
      const run = runs.at(-1)
      if (run && last !== undefined && !bookedBetween(taken, last, free.from)) run[1] += length
      else runs.push([start, length])
      last = free.to
    }
    before += (window.to - window.from) / minuteMs
  }
  return runs
    .map(([start, length]): [number, number] => [Math.ceil(start), Math.floor(start + length) - Math.ceil(start)])
    .filter(([, length]) => length >= shortestRun)
}

/** The first whole day from an instant on. */
function dayFrom(zone: string, instant: number | undefined): number | undefined {
  if (instant === undefined) return undefined
  const day = localDay(zone, instant)
  return instantOf(zone, day, 0) === instant ? day : day + 1
}
