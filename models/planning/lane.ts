import { type Calendar, sharedTime } from './calendar.ts'
import { clip, type Interval, intersect, subtract, tidy, union } from './interval.ts'
import { dayMs } from './local-day.ts'
import type { Resource } from './resource.ts'

/** Time is opened in steps of this length, counted from 1970-01-01, so that a far horizon costs nothing until it is needed. */
const stepMs = 14 * dayMs
/** Answers kept for one calendar: three years with three shares. */
const rememberedSteps = 240

/** Answers of `givenIn` by calendar: a pure memo that goes with its calendar and is emptied when full. */
const remembered = new WeakMap<Calendar, Map<string, readonly Interval[]>>()

/** The time a resource gives us in one step, whatever is booked. */
function givenIn({ calendar, sharePermille }: Resource, step: number): readonly Interval[] {
  const ofCalendar = remembered.get(calendar) ?? new Map<string, readonly Interval[]>()
  remembered.set(calendar, ofCalendar)
  const key = `${sharePermille} ${step}`
  const known = ofCalendar.get(key)
  if (known) return known
  if (ofCalendar.size >= rememberedSteps) ofCalendar.clear()
  const opened = sharedTime(calendar, sharePermille, { from: step * stepMs, to: (step + 1) * stepMs })
  ofCalendar.set(key, opened)
  return opened
}

/** The time between two instants in which all of some resources are given to us, whatever is booked. */
export function givenTogether(resources: readonly Resource[], from: number, until: number): Interval[] {
  const all: Interval[] = []
  for (let step = Math.floor(from / stepMs); step * stepMs < until; step++) all.push(...togetherIn(resources, step))
  return clip(tidy(all), { from, to: until })
}

function togetherIn(resources: readonly Resource[], step: number): readonly Interval[] {
  const [first, ...others] = resources
  let together = first ? givenIn(first, step) : []
  for (const each of others) together = intersect(together, givenIn(each, step))
  return together
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
  /** The first `neededMs` of that time from `earliest` on, also around what others have booked in between; undefined when there is not so much. */
  firstTime(resources: readonly Resource[], neededMs: number, earliest: number): Run | undefined
}

/** `broken`: since the piece before this one, something else was booked, so nothing can go on from there to here. */
type Piece = Interval & { readonly broken: boolean }

/** The time in which all of some resources (one person, or a machine and a person) are given to us, cut by what is booked. */
type Lane = {
  readonly resources: readonly Resource[]
  readonly busy: readonly Interval[]
  readonly pieces: Piece[]
  nextStep: number
}

export function freeTime(input: {
  readonly busy: ReadonlyMap<string, readonly Interval[]>
  readonly from: number
  readonly until: number
}): FreeTime {
  const { busy, from, until } = input
  const lanes = new Map<string, Lane>()

  function laneOf(resources: readonly Resource[]): Lane {
    const key = resources.map((each) => each.id).join('\n')
    const known = lanes.get(key)
    if (known) return known
    let booked: readonly Interval[] = []
    for (const each of resources) booked = union(booked, tidy(busy.get(each.id) ?? []))
    const lane = { resources, busy: booked, pieces: [], nextStep: Math.floor(from / stepMs) }
    lanes.set(key, lane)
    return lane
  }

  /** Adds the pieces of the next step; false when the horizon is reached. */
  function open(lane: Lane): boolean {
    const start = lane.nextStep * stepMs
    if (start >= until) return false
    const span = { from: Math.max(start, from), to: Math.min(start + stepMs, until) }
    const given = togetherIn(lane.resources, lane.nextStep)
    for (const free of subtract(clip(given, span), bookedIn(lane.busy, span))) {
      const last = lane.pieces.at(-1)
      const broken = bookedBetween(lane.busy, last ? last.to : from, free.from)
      lane.pieces.push({ from: free.from, to: free.to, broken })
    }
    lane.nextStep++
    return true
  }

  function find(
    resources: readonly Resource[],
    neededMs: number,
    { earliest, before, whole }: { earliest: number; before: number; whole: boolean },
  ): Run | undefined {
    const lane = laneOf(resources)
    let parts: Interval[] = []
    let left = neededMs
    for (let i = firstEndingAfter(lane.pieces, earliest); ; i++) {
      while (i >= lane.pieces.length) if (!open(lane)) return undefined
      const piece = lane.pieces[i]
      if (!piece || piece.from >= before) return undefined
      if (piece.to <= earliest) continue
      if (piece.broken && whole) {
        parts = []
        left = neededMs
      }
      const start = Math.max(piece.from, earliest)
      const end = Math.min(piece.to, start + left)
      left -= end - start
      parts.push({ from: start, to: end })
      if (left === 0) return end < before ? runOf(parts) : undefined
    }
  }

  return {
    earliestRun: (resources, neededMs, earliest, before) =>
      find(resources, neededMs, { earliest, before, whole: true }),
    firstTime: (resources, neededMs, earliest) =>
      find(resources, neededMs, { earliest, before: Number.POSITIVE_INFINITY, whole: false }),
  }
}

function runOf(parts: readonly Interval[]): Run | undefined {
  const joined = tidy(parts)
  const first = joined[0]
  const last = joined.at(-1)
  return first && last ? { parts: joined, startsAt: first.from, endsAt: last.to } : undefined
}

/** The part of a tidy list that touches a span. */
function bookedIn(busy: readonly Interval[], span: Interval): readonly Interval[] {
  return busy.slice(firstEndingAfter(busy, span.from), firstEndingAfter(busy, span.to) + 1)
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
