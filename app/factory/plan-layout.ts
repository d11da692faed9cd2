import { type WorkCentreKind, workCentreKinds } from '#models/product/routing.ts'
import type { JobRow, Plan } from './portal-data.ts'

/** How much of the plan one sees. `square` is the hours that one square of the mat stands for, `hours` how far apart hours are written. */
export const zooms = {
  day: { days: 1, square: 1, squarePx: 112, hours: 1 },
  week: { days: 7, square: 1, squarePx: 22, hours: 3 },
  month: { days: 28, square: 3, squarePx: 16, hours: 0 },
} as const
export type Zoom = keyof typeof zooms
export const readZoom = (text: string | null): Zoom => (text === 'day' || text === 'month' ? text : 'week')

const hourMs = 3_600_000
/** Hours shown of a day on which nobody works, and of days on which nothing is known. */
const usual = { opens: 8, closes: 17 } as const

/**
 * Places instants on a strip of time that runs right, px from its left end at the width it has at least. Each day is as wide as the hours in which this factory works
 * for us; the night between takes no room, and an instant in it stands at the edge of its day.
 */
export type Strip = {
  readonly width: number
  readonly squarePx: number
  readonly dayPx: number
  /** first and last full hour of each day, local */
  readonly opens: number
  readonly closes: number
  readonly x: (at: string | number) => number
  /** a place or width as CSS, in parts of the strip, so that it may be stretched */
  readonly part: (px: number) => string
}

export function stripOf(plan: Pick<Plan, 'days' | 'endsAt' | 'resources' | 'bars'>, zoom: Zoom): Strip {
  const { square, squarePx } = zooms[zoom]
  const starts = plan.days.map(({ startsAt }) => Date.parse(startsAt))
  const { opens, closes } = openHours(plan, starts, square)
  const perMs = squarePx / (square * hourMs)
  const dayPx = (closes - opens) * hourMs * perMs
  const width = Math.round(dayPx * starts.length)
  const x = (at: string | number): number => {
    const instant = new Date(at).getTime()
    const day = starts.findLastIndex((start) => start <= instant)
    const start = starts[day]
    if (start === undefined) return -1
    if (instant > Date.parse(plan.endsAt)) return width + 1
    const inside = Math.min(closes * hourMs, Math.max(opens * hourMs, instant - start)) - opens * hourMs
    return Math.round(day * dayPx + inside * perMs)
  }
  return { width, squarePx, dayPx, opens, closes, x, part: (px) => `${(100 * px) / width}%` }
}

/** The hours that hold all time given to us and all that is booked, in full squares. */
function openHours(plan: Pick<Plan, 'resources' | 'bars'>, starts: readonly number[], square: number) {
  const hours: number[] = []
  for (const { startsAt, endsAt } of [...plan.resources.flatMap(({ given }) => given), ...plan.bars]) {
    for (const at of [Date.parse(startsAt), Date.parse(endsAt) - 1]) {
      const start = starts.findLast((each) => each <= at)
      if (start !== undefined) hours.push((at - start) / hourMs)
    }
  }
  if (hours.length === 0) return { opens: usual.opens, closes: usual.opens + square * Math.ceil(9 / square) }
  const opens = Math.floor(Math.min(...hours))
  const wanted = Math.min(24, Math.floor(Math.max(...hours)) + 1) - opens
  return { opens, closes: opens + Math.ceil(wanted / square) * square }
}

type Span = { readonly left: number; readonly width: number }
export type Bar = Span & { readonly bar: Plan['bars'][number] }

/**
 * What one order has on a machine or person without another in between: its stretches, separated by the ends of shifts, and one label over
 * them, `room` px wide until the next label.
 */
export type Run = Span & {
  readonly order: string
  readonly job: JobRow | undefined
  readonly bars: readonly [Bar, ...Bar[]]
  readonly room: number
}

export type Row = {
  readonly id: string
  readonly name: string
  readonly given: readonly (Span & { readonly startsAt: string })[]
  readonly runs: readonly Run[]
}

/** A work centre with its machines, or the people who serve them all. */
export type Group = { readonly workCentre: WorkCentreKind | 'people'; readonly rows: readonly Row[] }

/** A stretch is drawn at least this wide, px, however short it is. */
const leastWidth = 3

/** Rows of the plan: machines by work centre in the order of a workshop's flow, then people. */
export function groupsOf(plan: Plan, strip: Strip): Group[] {
  const jobs = new Map(plan.jobs.map((job) => [job.job, job]))
  const rowOf = (resource: Plan['resources'][number]): Row => ({
    id: resource.id,
    name: resource.name,
    given: resource.given.map(({ startsAt, endsAt }) => ({ ...spanOf(strip, startsAt, endsAt, 1), startsAt })),
    runs: runsOf(
      plan.bars
        .filter((bar) => bar.resource === resource.id)
        .map((bar) => ({ ...spanOf(strip, bar.startsAt, bar.endsAt, leastWidth), bar })),
      jobs,
      strip.width,
    ),
  })
  const machines = plan.resources.filter((resource) => resource.kind === 'machine')
  const groups = workCentreKinds.map(
    (workCentre): Group => ({
      workCentre,
      rows: machines.filter((resource) => resource.workCentres[0] === workCentre).map(rowOf),
    }),
  )
  const people = plan.resources.filter((resource) => resource.kind === 'person').map(rowOf)
  return [...groups, { workCentre: 'people' as const, rows: people }].filter(({ rows }) => rows.length > 0)
}

function runsOf(bars: readonly Bar[], jobs: ReadonlyMap<string, JobRow>, end: number): Run[] {
  const gathered: [Bar, ...Bar[]][] = []
  for (const bar of bars) {
    const last = gathered.at(-1)
    if (last?.[0].bar.order === bar.bar.order) last.push(bar)
    else gathered.push([bar])
  }
  return gathered.map((own, index) => {
    const [{ left, bar }] = own
    const last = own.at(-1) ?? own[0]
    return {
      left,
      width: last.left + last.width - left,
      room: (gathered[index + 1]?.[0].left ?? end) - left,
      order: bar.order,
      job: bar.job === null ? undefined : jobs.get(bar.job),
      bars: own,
    }
  })
}

/** Cut to the strip, never thinner than `least`. */
function spanOf(strip: Strip, from: string, to: string, least: number): Span {
  const left = Math.max(0, strip.x(from))
  return { left, width: Math.max(least, Math.min(strip.width, strip.x(to)) - left) }
}

/** A date that matters, as a tick on the strip. */
export type PromiseTick = {
  readonly job: JobRow
  readonly kind: 'finish' | 'door'
  readonly left: number
  /** which of the lines under each other its label stands in, so that no two touch */
  readonly line: number
  readonly isLate: boolean
}

/** A label with a code takes so much, px. */
const labelPx = 92

/** What was promised within the strip: the end of the work, and the day at the door. Labels that would touch stand under each other. */
export function ticksOf(plan: Plan, strip: Strip): { readonly ticks: readonly PromiseTick[]; readonly lines: number } {
  const found = plan.jobs
    .flatMap((job) => [
      { job, kind: 'finish' as const, at: job.finishBy, isLate: isFinishLate(job) },
      { job, kind: 'door' as const, at: job.promisedAt, isLate: job.late },
    ])
    .map(({ at, ...tick }) => ({ ...tick, left: strip.x(at) }))
    .filter(({ left }) => left >= 0 && left <= strip.width)
    .sort((a, b) => a.left - b.left)
  const ends: number[] = []
  const ticks = found.map((tick) => {
    const free = ends.findIndex((end) => end <= tick.left)
    const line = free === -1 ? ends.length : free
    ends[line] = tick.left + labelPx
    return { ...tick, line }
  })
  return { ticks, lines: ends.length }
}

/** The work will end later than was promised with the quote. */
export function isFinishLate(job: Pick<JobRow, 'projectedFinishAt' | 'finishBy' | 'late'>): boolean {
  return (
    job.late ||
    (job.projectedFinishAt !== null && Date.parse(job.projectedFinishAt) > Date.parse(job.finishBy) + hourMs)
  )
}
