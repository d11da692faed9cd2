import type { Operation, WorkCentreKind } from '../product/routing.ts'
import type { Interval } from './interval.ts'
import type { Plan, Segment } from './place.ts'
import type { Resource } from './resource.ts'

/**
 * What is left to do of one job. An operation that has started is not among `operations`: its expected end stands in `ready`, and its
 * machine and person are in `busy` until then. `current` is the plan so far; `dueAt` the hand-over the promise needs. Where work has not begun,
 * `notBefore` says when its material is there.
 */
export type JobToReplan = {
  readonly id: string
  readonly operations: readonly Operation[]
  readonly ready: ReadonlyMap<string, number>
  readonly current: { readonly segments: readonly Segment[]; readonly finishesAt: number }
  readonly dueAt: number
  readonly notBefore?: number | undefined
}

export type ReplanInput = {
  readonly jobs: readonly JobToReplan[]
  readonly resources: readonly Resource[]
  /** everything that does not move: breakdowns, started operations, jobs that are left alone */
  readonly busy: ReadonlyMap<string, readonly Interval[]>
  readonly from: number
  readonly until: number
}

export type ReplanRefusal = {
  readonly refused: 'no_work_centre' | 'no_capacity'
  readonly job: string
  readonly workCentre: WorkCentreKind
}

export type Plans = ReadonlyMap<string, Plan>
