import { type WorkCentreKind, workCentreKinds } from '#models/product/routing.ts'
import type { JobRow, Plan } from './portal-data.ts'

/** How much of the plan one sees: a day hour by hour, a week, four weeks. `square` is the hours that one square of the mat stands for. */
export const zooms = {
  day: { days: 1, square: 1, squarePx: 48, step: 1 },
  week: { days: 7, square: 3, squarePx: 26, step: 7 },
  month: { days: 28, square: 12, squarePx: 26, step: 28 },
} as const
export type Zoom = keyof typeof zooms
export const readZoom = (text: string | null): Zoom => (text === 'day' || text === 'month' ? text : 'week')

const hourMs = 3_600_000

/** Places instants on a strip of time that runs right, px from its left end. */
export type Strip = { readonly width: number; readonly squarePx: number; readonly x: (at: string | number) => number }

export function stripOf(plan: Pick<Plan, 'days' | 'endsAt'>, zoom: Zoom): Strip {
  const { square, squarePx } = zooms[zoom]
  const from = Date.parse(plan.days[0]?.startsAt ?? plan.endsAt)
  const perMs = squarePx / (square * hourMs)
  return {
    squarePx,
    width: Math.round((Date.parse(plan.endsAt) - from) * perMs),
    x: (at) => Math.round((new Date(at).getTime() - from) * perMs),
  }
}

export type Bar = {
  readonly left: number
  readonly width: number
  readonly bar: Plan['bars'][number]
  readonly job: JobRow | undefined
}

export type Row = {
  readonly id: string
  readonly name: string
  readonly given: readonly { readonly left: number; readonly width: number }[]
  readonly bars: readonly Bar[]
}

/** A work centre with its machines, or the people who serve them all. */
export type Group = { readonly workCentre: WorkCentreKind | 'people'; readonly rows: readonly Row[] }

/** A stroke that can be pressed with a finger is at least this wide, px. */
const leastWidth = 8

/** Rows of the plan: machines by work centre in the order of a workshop's flow, then people. */
export function groupsOf(plan: Plan, strip: Strip): Group[] {
  const jobs = new Map(plan.jobs.map((job) => [job.job, job]))
  const rowOf = (resource: Plan['resources'][number]): Row => ({
    id: resource.id,
    name: resource.name,
    given: resource.given.map(({ startsAt, endsAt }) => spanOf(strip, startsAt, endsAt, 1)),
    bars: plan.bars
      .filter((bar) => bar.resource === resource.id)
      .map((bar) => ({
        ...spanOf(strip, bar.startsAt, bar.endsAt, leastWidth),
        bar,
        job: bar.job === null ? undefined : jobs.get(bar.job),
      })),
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

/** Cut to the strip, never thinner than `least`. */
function spanOf(strip: Strip, from: string, to: string, least: number): { left: number; width: number } {
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
