import { sharedTime } from './calendar.ts'
import { type Interval, intersect, subtract, tidy, union } from './interval.ts'
import { dayMs } from './local-day.ts'
import type { Resource } from './resource.ts'

/** Time is opened in steps of this length, so that a far horizon costs nothing until it is needed. */
const stepMs = 14 * dayMs

/** The time a resource gives us inside a span, whatever is booked. */
export type Given = (resource: Resource, span: Interval) => readonly Interval[]

/** `sharedTime` that remembers its answers for as long as the function lives: one is made per placement or re-planning. */
export function givenTime(): Given {
  const windows = new Map<Resource['calendar'], Map<string, readonly Interval[]>>()
  return (resource, span) => {
    const ofCalendar = windows.get(resource.calendar) ?? new Map<string, readonly Interval[]>()
    windows.set(resource.calendar, ofCalendar)
    const key = `${resource.sharePermille} ${span.from} ${span.to}`
    const known = ofCalendar.get(key)
    if (known) return known
    const opened = sharedTime(resource.calendar, resource.sharePermille, span)
    ofCalendar.set(key, opened)
    return opened
  }
}

/** A stretch of work: its parts are separated only by the ends of shifts. */
export type Run = { readonly parts: readonly Interval[]; readonly startsAt: number; readonly endsAt: number }

/** Free time of one factory, for a fixed state of its bookings. */
export type FreeTime = {
  /**
   * The run of `neededMs` that ends soonest in the time that all of `resources` are free, starting at `earliest` or later and ending before
   * `before`; undefined when there is none up to the horizon.
   */
  earliestRun(resources: readonly Resource[], neededMs: number, earliest: number, before: number): Run | undefined
}

/** `broken`: since the piece before this one, something else was booked, so nothing can go on from there to here. */
type Piece = Interval & { readonly broken: boolean }

/** The time in which all of some resources (one person, or a machine and a person) are given to us, cut by what is booked. */
type Lane = {
  readonly resources: readonly Resource[]
  readonly busy: readonly Interval[]
  readonly pieces: Piece[]
  openedTo: number
}

export function freeTime(input: {
  readonly busy: ReadonlyMap<string, readonly Interval[]>
  readonly from: number
  readonly until: number
  readonly given: Given
}): FreeTime {
  const { busy, from, until, given } = input
  const lanes = new Map<string, Lane>()

  function laneOf(resources: readonly Resource[]): Lane {
    const key = resources.map((each) => each.id).join('\n')
    const known = lanes.get(key)
    if (known) return known
    let booked: readonly Interval[] = []
    for (const each of resources) booked = union(booked, tidy(busy.get(each.id) ?? []))
    const lane = { resources, busy: booked, pieces: [], openedTo: from }
    lanes.set(key, lane)
    return lane
  }

  /** Adds the pieces of the next step; false when the horizon is reached. */
  function open(lane: Lane): boolean {
    if (lane.openedTo >= until) return false
    const span = { from: lane.openedTo, to: Math.min(lane.openedTo + stepMs, until) }
    let shared: readonly Interval[] = [span]
    for (const each of lane.resources) shared = intersect(shared, given(each, span))
    for (const free of subtract(shared, lane.busy)) {
      const last = lane.pieces.at(-1)
      lane.pieces.push({ ...free, broken: bookedBetween(lane.busy, last ? last.to : from, free.from) })
    }
    lane.openedTo = span.to
    return true
  }

  return {
    earliestRun(resources, neededMs, earliest, before) {
      const lane = laneOf(resources)
      let parts: Interval[] = []
      let left = neededMs
      for (let i = firstEndingAfter(lane.pieces, earliest); ; i++) {
        while (i >= lane.pieces.length) if (!open(lane)) return undefined
        const piece = lane.pieces[i]
        if (!piece || piece.from >= before) return undefined
        if (piece.to <= earliest) continue
        if (piece.broken) {
          parts = []
          left = neededMs
        }
        const start = Math.max(piece.from, earliest)
        const end = Math.min(piece.to, start + left)
        left -= end - start
        parts.push({ from: start, to: end })
        if (left === 0) return end < before ? runOf(parts) : undefined
      }
    },
  }
}

function runOf(parts: readonly Interval[]): Run | undefined {
  const joined = tidy(parts)
  const first = joined[0]
  const last = joined.at(-1)
  return first && last ? { parts: joined, startsAt: first.from, endsAt: last.to } : undefined
}

/** Whether a tidy list has something inside a gap. */
export function bookedBetween(busy: readonly Interval[], from: number, to: number): boolean {
  const next = busy[firstEndingAfter(busy, from)]
  return next !== undefined && next.from < to
}

/** Index of the first interval of a tidy list that ends after an instant. */
function firstEndingAfter(spans: readonly Interval[], instant: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    const span = spans[middle]
    if (span && span.to <= instant) low = middle + 1
    else high = middle
  }
  return low
}
