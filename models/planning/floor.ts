import type { Operation } from '../product/routing.ts'
import type { Interval } from './interval.ts'
import { freeTime, type Run } from './lane.ts'
import type { PlannedOperation, Segment } from './place.ts'
import type { JobToReplan, ReplanInput, ReplanRefusal } from './remaining-work.ts'
import { replanUnsettled } from './replan.ts'
import type { Resource } from './resource.ts'

/** An operation of a job that is being made; `begun` also while it is paused. `endsAt` is as planned, epoch milliseconds. */
export type FloorOperation = Operation & {
  readonly state: 'planned' | 'begun' | 'done'
  readonly endsAt: number
  readonly finishedAt?: number | undefined
}

export type FloorJob = {
  readonly id: string
  readonly operations: readonly FloorOperation[]
  readonly finishesAt: number
  readonly dueAt: number
}

/** A stretch of the factory's plan: of a job, or a hold, which no job has yet. */
export type FloorStretch = Segment & { readonly job?: string | undefined }

/** An operation that has begun or goes on later than planned: it needs `workMs` more of its machine and person, whatever is planned there. */
export type GoingOn = { readonly job: string; readonly operation: string; readonly workMs: number }

/** A factory at one moment: its jobs and its plan. */
export type Floor = {
  readonly jobs: readonly FloorJob[]
  readonly stretches: readonly FloorStretch[]
  readonly resources: readonly Resource[]
  readonly at: number
  readonly until: number
  readonly goingOn?: GoingOn | undefined
}

/** New places of one job: `segments` of the `operations` named, in place of all they had from now on, or had and did not begin. */
export type NewPlaces = {
  readonly job: string
  readonly segments: readonly Segment[]
  readonly operations: readonly PlannedOperation[]
  readonly finishesAt: number
}

/**
 * New places for every job of a factory that cannot keep its own, never worse than shifting right; those that can are left alone.
 * What has begun keeps its machine and person, what is done stays, holds do not move. A job for which there is no place any more keeps
 * what it has. Refused when there is none for the work that goes on.
 */
export function replanFloor(floor: Floor): readonly NewPlaces[] | ReplanRefusal {
  const left = new Set<string>()
  for (;;) {
    const answer = moveAllBut(left, floor)
    if (!('refused' in answer) || left.has(answer.job)) return answer
    left.add(answer.job)
  }
}

/** What of a factory can move, against what cannot; `left` names jobs that are not to be moved. */
export function movable(
  floor: Floor,
  left: ReadonlySet<string> = new Set(),
): { input: ReplanInput; going: Going | undefined } | ReplanRefusal {
  const { goingOn, at, until, resources } = floor
  const { busy, current, own } = sorted(floor, left)
  const run = goingOn && goOn(own, goingOn.workMs, { busy, from: at, until })
  if (goingOn && !run) return { refused: 'no_capacity', job: goingOn.job, workCentre: workCentreOf(floor, goingOn) }
  const going = goingOn && run && { ...goingOn, run, segments: segmentsOf(goingOn.operation, own, run) }
  for (const { resource, startsAt, endsAt } of going?.segments ?? []) add(busy, resource, startsAt, endsAt)

  const jobs = floor.jobs
    .filter(({ id, operations }) => !left.has(id) && operations.some(({ state }) => state !== 'done'))
    .map((job) => remaining(job, current.get(job.id) ?? [], at, going?.job === job.id ? going : undefined))
  return { input: { jobs, resources, busy, from: at, until }, going }
}

function moveAllBut(left: ReadonlySet<string>, floor: Floor): readonly NewPlaces[] | ReplanRefusal {
  const found = movable(floor, left)
  if ('refused' in found) return found
  const { input, going } = found
  const answer = replanUnsettled(input)
  if ('refused' in answer) return answer
  const places: NewPlaces[] = [...answer.plans].map(([job, plan]) => ({ job, ...plan }))
  if (!going) return places
  const worked = planned(going, floor)
  const mine = places.find(({ job }) => job === going.job)
  const finishesAt = mine?.finishesAt ?? floor.jobs.find(({ id }) => id === going.job)?.finishesAt ?? worked.readyAt
  return [
    ...places.filter((each) => each !== mine),
    {
      job: going.job,
      segments: [...going.segments, ...(mine?.segments ?? [])],
      operations: [worked, ...(mine?.operations ?? [])],
      finishesAt,
    },
  ]
}

type Going = {
  readonly job: string
  readonly operation: string
  readonly run: Run
  readonly segments: readonly Segment[]
}

/** What moves by job, what does not by resource, and who works on what goes on. */
function sorted({ jobs, stretches, resources, at, goingOn }: Floor, left: ReadonlySet<string>) {
  const states = new Map(
    jobs.flatMap(({ id, operations }) => operations.map((each) => [keyOf(id, each.key), each.state])),
  )
  const busy = new Map<string, Interval[]>()
  const current = new Map<string, Segment[]>(jobs.map(({ id }) => [id, []]))
  const own = new Set<string>()
  for (const { job, operation, resource, startsAt, endsAt } of stretches) {
    if (job !== undefined && job === goingOn?.job && operation === goingOn.operation) own.add(resource)
    else if (job !== undefined && !left.has(job) && states.get(keyOf(job, operation)) === 'planned')
      current.get(job)?.push({ operation, resource, startsAt, endsAt })
    else if (endsAt > at) add(busy, resource, startsAt, endsAt)
  }
  return { busy, current, own: resources.filter(({ id }) => own.has(id)) }
}

/** The time of its own machine and person that holds and other begun work leave; where they are not there any more it is only waited for. */
function goOn(
  own: readonly Resource[],
  workMs: number,
  { busy, from, until }: { busy: ReadonlyMap<string, readonly Interval[]>; from: number; until: number },
): Run | undefined {
  if (workMs <= 0 || own.length === 0) return { parts: [], startsAt: from, endsAt: from + workMs }
  return freeTime({ busy, from, until }).firstTime(own, workMs, from)
}

/** What is left of a job: what has not begun, and when the rest is ready. What should have ended by now needs until now at least. */
function remaining(job: FloorJob, segments: readonly Segment[], at: number, going: Going | undefined): JobToReplan {
  const ready = new Map<string, number>()
  for (const { key, state, lagS, endsAt, finishedAt } of job.operations) {
    if (state === 'planned') continue
    const expected = key === going?.operation ? going.run.endsAt : Math.max(endsAt, at)
    ready.set(key, (state === 'done' ? (finishedAt ?? endsAt) : expected) + lagS * 1000)
  }
  const first = Math.min(...segments.map(({ startsAt }) => startsAt))
  return {
    id: job.id,
    operations: job.operations.filter(({ state }) => state === 'planned'),
    ready,
    current: { segments, finishesAt: job.finishesAt },
    dueAt: job.dueAt,
    ...(ready.size === 0 && segments.length > 0 ? { notBefore: first } : {}),
  }
}

function planned({ job, operation, run }: Going, { jobs }: Floor): PlannedOperation {
  const lagS = jobs.find(({ id }) => id === job)?.operations.find(({ key }) => key === operation)?.lagS ?? 0
  return { key: operation, startsAt: run.startsAt, endsAt: run.endsAt, readyAt: run.endsAt + lagS * 1000 }
}

function segmentsOf(operation: string, resources: readonly Resource[], { parts }: Run): Segment[] {
  return parts.flatMap(({ from, to }) =>
    resources.map(({ id }) => ({ operation, resource: id, startsAt: from, endsAt: to })),
  )
}

function workCentreOf({ jobs }: Pick<Floor, 'jobs'>, { job, operation }: GoingOn) {
  const found = jobs.find(({ id }) => id === job)?.operations.find(({ key }) => key === operation)
  return found?.workCentre ?? 'office'
}

function add(busy: Map<string, Interval[]>, resource: string, from: number, to: number): void {
  const spans = busy.get(resource)
  if (spans === undefined) busy.set(resource, [{ from, to }])
  else spans.push({ from, to })
}

const keyOf = (job: string, operation: string): string => `${job}\n${operation}`
