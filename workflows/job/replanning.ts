import type { PoolClient } from 'pg'
import { type Floor, type FloorJob, replanFloor } from '#models/planning/floor.ts'
import { nextHandOver } from '#models/planning/promise.ts'
import { isWorkCentre, type WorkCentreKind } from '#models/product/routing.ts'
import { insertBookings, releaseOperations } from '#prisma/bookings.ts'
import type { Database } from '#prisma/client.ts'
import type { KnownFactory } from '#prisma/factories.ts'
import {
  type MakingJob,
  type MakingOperation,
  type Move,
  readMaking,
  type readMoves,
  readStretches,
  recordMoves,
} from '#prisma/floor.ts'
import { setOperationTimes } from '#prisma/jobs.ts'
import { readOrders } from '#prisma/orders.ts'
import type { Step } from '#prisma/steps.ts'
import { makeOf } from '../order/round.ts'
import { deliveryBy, horizon } from '../order/slot.ts'

/** A job whose order was promised less than `deliverBy`, business epoch ms. */
export type SlippedJob = { readonly order: string; readonly job: string; readonly deliverBy: number }

/** The operation that begins or goes on later than planned: `workMs` more from now on; what was planned of it from `from` on is given up. */
export type LateStart = { readonly operation: string; readonly workMs: number; readonly from: number }

/**
 * Moves every job of a factory that cannot keep its place any more, and tells their orders. The factory's plan must be locked. Where no
 * place is found everything keeps its old times: the next late start or finish tries again.
 */
export async function replanFactory(
  client: PoolClient,
  { factory, job, step, late }: { factory: KnownFactory; job: string; step: Step; late?: LateStart | undefined },
): Promise<void> {
  const { at } = step
  const making = await readMaking(client, factory.profile.id)
  const stretches = await readStretches(client, {
    factory: factory.profile.id,
    at,
    jobs: making.map((each) => each.job),
  })
  const floor: Floor = {
    jobs: making.map((each) => floorJob(each, factory)),
    stretches,
    resources: factory.resources,
    at,
    until: at + horizon,
    ...(late === undefined ? {} : { goingOn: { job, operation: late.operation, workMs: late.workMs } }),
  }
  const places = replanFloor(floor)
  if ('refused' in places) return

  // All is given up before anything is written, since jobs may change places.
  for (const { job: id, operations } of places) {
    const keys = operations.map(({ key }) => key)
    const going = id === job ? late : undefined
    await releaseOperations(
      client,
      id,
      keys.filter((key) => key !== going?.operation),
      0,
    )
    if (going !== undefined) await releaseOperations(client, id, [going.operation], going.from)
  }
  const moves: Move[] = []
  for (const { job: id, segments, operations, finishesAt } of places) {
    const row = making.find((each) => each.job === id)
    if (row === undefined) continue
    const { order, quote, finishesAt: before } = row
    await insertBookings(client, { factory: factory.profile.id, order, quote, job: id, segments })
    const resumed = id === job && late !== undefined && late.from > 0 ? late.operation : undefined
    const times = operations.map(({ key, startsAt, endsAt }) => {
      // What goes on after a pause began when it began.
      const began = key === resumed ? row.operations.find((each) => each.key === key)?.startsAt : undefined
      return [key, { startsAt: began ?? startsAt, endsAt }] as const
    })
    await setOperationTimes(client, id, new Map(times), finishesAt)
    moves.push({ job: id, order, finishesAt, before })
  }
  await recordMoves(client, step, moves)
}

/**
 * Those of moved jobs whose delivery is past what was promised now, with the date that it leads to. Where a job is collected no later than
 * before, its shopper knows already.
 */
export async function slipped(
  database: Database,
  factory: KnownFactory,
  moves: Awaited<ReturnType<typeof readMoves>>,
): Promise<SlippedJob[]> {
  const later = moves.filter((each) => {
    const now = handOver(factory, each.finishesAt)
    const before = handOver(factory, each.before)
    return now !== undefined && before !== undefined && now > before
  })
  const orders = await readOrders(
    database,
    later.map(({ order }) => order),
  )
  const found: SlippedJob[] = []
  for (const move of later) {
    const order = orders.get(move.order)
    if (order === undefined) throw new Error(`Order ${move.order} has no row`)
    const deliverBy = deliveryBy(factory, await makeOf(database, order), order, move.finishesAt)
    if (deliverBy !== undefined && deliverBy > move.promisedAt)
      found.push({ order: move.order, job: move.job, deliverBy })
  }
  return found
}

function floorJob({ job, operations, finishesAt, quotedFinish }: MakingJob, factory: KnownFactory): FloorJob {
  return {
    id: job,
    operations: operations.map(floorOperation),
    finishesAt,
    dueAt: handOver(factory, quotedFinish) ?? quotedFinish,
  }
}

function floorOperation({ state, workCentre, startsAt: _, ...operation }: MakingOperation) {
  return {
    ...operation,
    workCentre: kindOf(workCentre),
    batchKey: operation.key,
    state: state === 'running' || state === 'paused' ? ('begun' as const) : state,
  }
}

/** When the carrier comes after work has ended; undefined for a factory that is closed for good. */
function handOver({ profile, resources }: KnownFactory, finishesAt: number): number | undefined {
  const [first] = resources
  return first && nextHandOver(finishesAt, { calendar: first.calendar, cutOff: profile.cutOff })
}

function kindOf(name: string): WorkCentreKind {
  if (isWorkCentre(name)) return name
  throw new Error(`There is no work centre ${name}`)
}
