import type { Operation } from '../product/routing.ts'
import { freeTime } from './lane.ts'
import { finishOf, type PlannedOperation, type Segment } from './place.ts'
import type { JobToReplan, Plans, ReplanInput, ReplanRefusal } from './remaining-work.ts'
import type { Resource } from './resource.ts'
import { sequence, workS } from './sequence.ts'

type Task = {
  readonly job: JobToReplan
  readonly operation: Operation
  readonly startsAt: number
  readonly resources: readonly Resource[]
}

type Draft = {
  readonly segments: Segment[]
  readonly operations: PlannedOperation[]
  readonly readyAt: Map<string, number>
}

/**
 * The plan as it was, each operation on the same resources and in the same order, moved later by as little as the new state asks.
 * Refused when an operation has no place in the current plan, its resources are gone, or they find no time before the horizon.
 */
export function shiftRight(input: ReplanInput): Plans | ReplanRefusal {
  const tasks = tasksOf(input)
  if ('refused' in tasks) return tasks
  const free = freeTime({ busy: input.busy, from: input.from, until: input.until })
  const drafts = new Map<string, Draft>()
  for (const job of input.jobs) drafts.set(job.id, { segments: [], operations: [], readyAt: new Map(job.ready) })
  const freeFrom = new Map<string, number>()

  for (const { job, operation, startsAt, resources } of tasks) {
    const draft = drafts.get(job.id)
    if (!draft) continue
    const refusal = { refused: 'no_capacity', job: job.id, workCentre: operation.workCentre } as const
    let earliest = Math.max(input.from, startsAt)
    for (const key of operation.after) {
      const ready = draft.readyAt.get(key)
      if (ready === undefined) return refusal
      earliest = Math.max(earliest, ready)
    }
    for (const each of resources) earliest = Math.max(earliest, freeFrom.get(each.id) ?? earliest)
    const neededMs = workS(operation) * 1000
    const run =
      neededMs === 0
        ? { parts: [], startsAt: earliest, endsAt: earliest }
        : free.earliestRun(resources, neededMs, earliest, Number.POSITIVE_INFINITY)
    if (!run) return refusal
    for (const part of run.parts) {
      for (const { id } of resources)
        draft.segments.push({ operation: operation.key, resource: id, startsAt: part.from, endsAt: part.to })
    }
    for (const { id } of resources) freeFrom.set(id, run.endsAt)
    const readyAt = run.endsAt + operation.lagS * 1000
    draft.readyAt.set(operation.key, readyAt)
    draft.operations.push({ key: operation.key, startsAt: run.startsAt, endsAt: run.endsAt, readyAt })
  }
  return new Map(
    [...drafts].map(([id, { segments, operations, readyAt }]) => [
      id,
      { segments, operations, finishesAt: finishOf(readyAt, input.from) },
    ]),
  )
}

/** Everything that is left of all jobs, in order of its present start; within a job, what is waited for comes first. */
function tasksOf(input: ReplanInput): Task[] | ReplanRefusal {
  const byId = new Map(input.resources.map((each) => [each.id, each]))
  const tasks: Task[] = []
  for (const job of input.jobs) {
    let startedSoFar = input.from
    for (const operation of sequence(job.operations)) {
      const segments = job.current.segments.filter((each) => each.operation === operation.key)
      const resources = [...new Set(segments.map((each) => each.resource))].map((id) => byId.get(id))
      const present = resources.filter((each) => each !== undefined)
      if (present.length < resources.length || (present.length === 0 && workS(operation) > 0)) {
        return { refused: 'no_work_centre', job: job.id, workCentre: operation.workCentre }
      }
      const startsAt = segments.reduce((first, each) => Math.min(first, each.startsAt), Number.POSITIVE_INFINITY)
      if (segments.length > 0) startedSoFar = startsAt
      tasks.push({ job, operation, startsAt: startedSoFar, resources: present })
    }
  }
  return tasks.sort((a, b) => a.startsAt - b.startsAt)
}
