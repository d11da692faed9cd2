import type { PoolClient } from 'pg'
import { transitDays } from '#models/money/freight.ts'
import { consignmentOf } from '#models/product/consignment.ts'
import { bookedFrom, lockFactories, trimOperation } from '#prisma/bookings.ts'
import { insertShipment } from '#prisma/deliveries.ts'
import { type KnownFactory, readFactory } from '#prisma/factories.ts'
import { lastPaused, type MakingOperation, readMoves, readOperations } from '#prisma/floor.ts'
import { type JobRow, lockJob, markFinished, markPaused, markStarted, readJob, setJobStage } from '#prisma/jobs.ts'
import { type OrderRow, readOrder } from '#prisma/orders.ts'
import { inTransaction, isRecorded, recordStep, type Step } from '#prisma/steps.ts'
import type { Equipment } from '../equipment.ts'
import { jobMoved } from '../order/messages.ts'
import { makeOf } from '../order/round.ts'
import { refusal } from '../refusal.ts'
import { type TellOrder, tellOrder } from '../tell-order.ts'
import type { JobEffects, JobRecords } from './effects.ts'
import { type LateStart, replanFactory, slipped } from './replanning.ts'

type JobEquipment = Pick<Equipment, 'database' | 'carrier' | 'files'>
type Known = { readonly job: JobRow; readonly order: OrderRow; readonly factory: KnownFactory }

/** What a job writes: its operations, its part of the factory's plan, its shipment. */
export function createJobActivities(
  { database, carrier, files }: JobEquipment,
  tell: TellOrder = tellOrder,
): JobRecords & JobEffects {
  const { pool } = database

  async function known(id: string): Promise<Known> {
    const job = await readJob(database, id)
    const [order, factory] =
      job === undefined
        ? []
        : await Promise.all([readOrder(database, job.orderId), readFactory(database, job.factoryId)])
    if (job === undefined || order === undefined || factory === undefined) throw new Error(`Job ${id} cannot be read`)
    return { job, order, factory }
  }

  /** Runs `work` once per step, with the job's row and its factory's plan locked; a stopped job refuses. */
  async function once(id: string, step: Step, work: (client: PoolClient, known: Known) => Promise<void>) {
    const before = await known(id)
    await inTransaction(pool, async (client) => {
      if (await isRecorded(client, step)) return
      await lockFactories(client, [before.job.factoryId])
      const stage = await lockJob(client, id)
      if (stage !== 'scheduled' && stage !== 'in_production')
        throw refusal('illegal_move', { state: stage ?? 'unknown' })
      await work(client, before)
      await recordStep(client, step)
    })
  }

  /** Whose delivery a step has moved past its promise hears of it at once: the order of this job, and those of jobs that it pushed back. */
  async function tellSlipped(id: string, step: Step): Promise<void> {
    const moves = await readMoves(pool, step)
    if (moves.length === 0) return
    const { factory } = await known(id)
    for (const { order, job, deliverBy } of await slipped(database, factory, moves))
      await tell(order, jobMoved, { job, kind: 'slipped', at: step.at, deliverBy })
  }

  return {
    async startOperation({ step, job, operation, at }) {
      await once(job, step, async (client, { job: row, factory }) => {
        const planned = await operationOf(client, job, operation)
        await markStarted(client, job, operation, at)
        if (row.stage === 'scheduled') await setJobStage(client, job, 'in_production')
        const late = planned && (await lateStart(client, step, job, planned))
        if (late !== undefined) await replanFactory(client, { factory, job, step, late })
      })
      if (step.sequence === 1) await tell(step.order, jobMoved, { job, kind: 'started', at })
      await tellSlipped(job, step)
    },

    async pauseOperation({ step, job, operation, reason }) {
      await once(job, step, (client) => markPaused(client, job, operation, reason))
    },

    async finishOperation({ step, job, operation, at, note, photo }) {
      await once(job, step, async (client, { factory }) => {
        const operations = (await readOperations(client, [job])).get(job) ?? []
        await markFinished(client, job, operation, at, note, photo)
        await trimOperation(client, job, operation, at)
        const finished = operations.find(({ key }) => key === operation)
        const ready = at + (finished?.lagS ?? 0) * 1000
        const waits = operations.some((next) => next.after.includes(operation) && next.startsAt < ready)
        const overran = finished !== undefined && at > finished.endsAt + inTime
        if (waits || overran) await replanFactory(client, { factory, job, step })
      })
      await tellSlipped(job, step)
    },

    async handOver({ step, job, at }) {
      const { job: row, order, factory } = await known(job)
      const make = await makeOf(database, order)
      const { profile } = factory
      const { mode } = consignmentOf(make, order.quantity)
      const parcels = Array.from({ length: order.quantity }, (_, piece) =>
        make.cartons.map((carton, index) => ({
          carton: `${piece * make.cartons.length + index + 1}/${make.cartons.length * order.quantity}`,
          lengthMm: carton.length,
          widthMm: carton.width,
          heightMm: carton.height,
          massG: carton.massG,
        })),
      ).flat()
      const shipment = await carrier.createShipment(
        {
          order: order.id,
          reference: job,
          service: mode,
          from: {
            name: profile.name,
            line1: profile.place,
            postalCode: '',
            city: profile.place,
            country: profile.country,
          },
          to: { ...order.address, line2: order.address.line2, region: order.address.region },
          parcels,
          transitBusinessS: transitDays(profile.country, order.country, mode).typical * 86_400,
        },
        `ship/${job}`,
      )
      if ('refused' in shipment) throw new Error(`Shipment of ${job} refused: ${shipment.refused}, ${shipment.message}`)
      const pdf = await carrier.label(shipment.id)
      const label = pdf instanceof Uint8Array ? await files.put(pdf, 'application/pdf') : undefined
      await inTransaction(pool, async (client) => {
        if (await isRecorded(client, step)) return
        const stage = await lockJob(client, job)
        if (stage !== 'in_production') throw refusal('illegal_move', { state: stage ?? 'unknown' })
        await setJobStage(client, job, 'shipped')
        await insertShipment(client, {
          id: job,
          order: order.id,
          job: row.id,
          carrier: shipment.service,
          reference: shipment.id,
          tracking: shipment.cartons.map(({ tracking }) => tracking),
          cartons: parcels.map(({ carton, ...size }, index) => ({
            ...size,
            ...tracked(shipment.cartons[index]?.tracking),
          })),
          label,
          expectedAt: shipment.expectedAt,
          at,
        })
        await recordStep(client, step)
      })
      return { shipment: shipment.id, expectedAt: shipment.expectedAt }
    },
  }
}

/** What begins, goes on or ends up to this much after its planned time is in time: the plan stands; business ms. */
const inTime = 15 * 60_000

const tracked = (tracking: string | undefined) => (tracking === undefined ? {} : { tracking })

async function operationOf(client: PoolClient, job: string, operation: string): Promise<MakingOperation | undefined> {
  return (await readOperations(client, [job])).get(job)?.find(({ key }) => key === operation)
}

/** What is left of an operation that begins, or goes on after a pause, too late for its place; undefined when the plan stands. */
async function lateStart(
  client: PoolClient,
  step: Step,
  job: string,
  planned: MakingOperation,
): Promise<LateStart | undefined> {
  const { key: operation, setupS, runS, startsAt } = planned
  if (planned.state === 'planned')
    return startsAt < step.at - inTime ? { operation, workMs: (setupS + runS) * 1000, from: 0 } : undefined
  const from = planned.state === 'paused' ? await lastPaused(client, step.workflow, operation) : undefined
  if (from === undefined || from >= step.at - inTime) return undefined
  return { operation, workMs: await bookedFrom(client, job, operation, from), from }
}
