import { workCentreKinds } from '#models/product/routing.ts'
import type { JobRow, Operation } from './portal-data.ts'
import { byUrgency, nextStep, type Readiness, readinessOf } from './readiness.ts'

/** One operation of one job on the board. */
export type Card = { readonly job: JobRow; readonly operation: Operation; readonly readiness: Readiness }

/** A work centre: what a hand can act on now, and what comes later. */
export type Lane = { readonly workCentre: string; readonly now: readonly Card[]; readonly later: readonly Card[] }

export type Board = {
  readonly lanes: readonly Lane[]
  /** all made and dry: to be handed over */
  readonly toShip: readonly JobRow[]
}

const actable: ReadonlySet<Readiness['kind']> = new Set(['running', 'paused', 'ready'])

/**
 * The board of a factory at business time `now`: one lane for each work centre that open jobs still need, in the order of a
 * workshop's flow. Each unfinished operation stands in exactly one lane.
 */
export function boardOf(jobs: readonly JobRow[], now: number): Board {
  const making = jobs.filter((job) => job.stage === 'scheduled' || job.stage === 'in_production')
  const cards = making.flatMap((job) =>
    job.operations
      .filter((operation) => operation.state !== 'done')
      .map((operation) => ({ job, operation, readiness: readinessOf(operation, job.operations, now) })),
  )
  const known: readonly string[] = workCentreKinds
  const centres = [...new Set(cards.map(({ operation }) => operation.workCentre))]
  centres.sort((a, b) => known.indexOf(a) - known.indexOf(b))
  const lanes = centres.map((workCentre) => {
    const own = byUrgency(cards.filter(({ operation }) => operation.workCentre === workCentre))
    return {
      workCentre,
      now: own.filter(({ readiness }) => actable.has(readiness.kind)),
      later: own.filter(({ readiness }) => !actable.has(readiness.kind)),
    }
  })
  const toShip = making.filter((job) => nextStep(job, now).kind === 'ship')
  return { lanes, toShip: toShip.sort((a, b) => Date.parse(a.finishBy) - Date.parse(b.finishBy)) }
}
