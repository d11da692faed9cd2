import type { PoolClient } from 'pg'
import { transitDays } from '#models/money/freight.ts'
import { forQuantity } from '#models/planning/quantity.ts'
import { replan } from '#models/planning/replan.ts'
import { consignmentOf } from '#models/product/consignment.ts'
import {
  busyOf,
  insertBookings,
  lockFactories,
  releaseOperations,
  segmentsOfJob,
  trimOperation,
} from '#prisma/bookings.ts'
import { insertShipment } from '#prisma/deliveries.ts'
import { type KnownFactory, readFactory } from '#prisma/factories.ts'
import {
  type JobRow,
  lockJob,
  markFinished,
  markPaused,
  markStarted,
  readJob,
  setJobStage,
  setOperationTimes,
} from '#prisma/jobs.ts'
import { type OrderRow, readOrder } from '#prisma/orders.ts'
import { inTransaction, isRecorded, recordStep } from '#prisma/steps.ts'
import type { Equipment } from '../equipment.ts'
import { spansOf } from '../order/booking.ts'
import { makeOf } from '../order/round.ts'
import { deliveryBy, horizon } from '../order/slot.ts'
import { refusal } from '../refusal.ts'
import type { JobEffects, JobForecast, JobRecords } from './effects.ts'

type Known = { readonly job: JobRow; readonly order: OrderRow; readonly factory: KnownFactory }

/** What a job writes: its operations, its part of the factory's plan, its shipment. */
export function createJobActivities({ database, carrier, files }: Equipment): JobRecords & JobEffects {
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
  async function once(
    id: string,
    step: Parameters<typeof recordStep>[1],
    work: (client: PoolClient, known: Known) => Promise<void>,
  ) {
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

  async function forecast(id: string): Promise<JobForecast> {
    const { job, order, factory } = await known(id)
    const make = await makeOf(database, order)
    const finishesAt = (job.finishesAt ?? job.createdAt).getTime()
    return { finishesAt, deliverBy: deliveryBy(factory, make, order, finishesAt) ?? finishesAt }
  }

  return {
    async startOperation({ step, job, operation, at }) {
      await once(job, step, async (client, { job: row, factory }) => {
        await markStarted(client, job, operation, at)
        if (row.stage === 'scheduled') await setJobStage(client, job, 'in_production')
        const planned = row.operations.find(({ key }) => key === operation)
        // Begun after its time: it and all that follow find new places; begun in time, the plan stands.
        if (planned !== undefined && planned.startsAt.getTime() < at - lateStart)
          await placeAgain(client, row, factory, at, new Set())
      })
    },

    async pauseOperation({ step, job, operation, reason }) {
      await once(job, step, (client) => markPaused(client, job, operation, reason))
    },

    async finishOperation({ step, job, operation, at, note, photo }) {
      await once(job, step, async (client, { job: row, factory }) => {
        await markFinished(client, job, operation, at, note, photo)
        await trimOperation(client, job, operation, at)
        const ready = at + (row.operations.find(({ key }) => key === operation)?.lagS ?? 0) * 1000
        const late = row.operations.some((next) => next.after.includes(operation) && next.startsAt.getTime() < ready)
        if (late) await placeAgain(client, row, factory, at, new Set([operation]))
      })
      return forecast(job)
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

/** An operation begun up to this much after its planned start is in time; business ms. */
const lateStart = 15 * 60_000

const tracked = (tracking: string | undefined) => (tracking === undefined ? {} : { tracking })

/** Finds new places for what is not done yet, never worse than shifting everything right. What cannot be placed keeps its old times. */
async function placeAgain(
  client: PoolClient,
  job: JobRow,
  factory: KnownFactory,
  at: number,
  finished: ReadonlySet<string>,
): Promise<void> {
  const done = job.operations.filter((operation) => operation.state === 'done' || finished.has(operation.key))
  const open = job.operations.filter((operation) => !done.includes(operation))
  const ready = new Map(
    done.map((operation) => [operation.key, (operation.finishedAt?.getTime() ?? at) + operation.lagS * 1000]),
  )
  const operations = forQuantity(
    open.map(({ key, workCentre, setupS, runS, lagS, after }) => ({
      key,
      setupS,
      runS,
      lagS,
      after,
      batchKey: key,
      workCentre: workCentreOf(factory, workCentre),
    })),
    1,
  )
  const segments = (await segmentsOfJob(client, job.id)).filter((segment) =>
    operations.some(({ key }) => key === segment.operation),
  )
  const busy = await busyOf(client, { factories: [job.factoryId], from: at, at, exceptJob: job.id })
  const finishesAt = job.finishesAt?.getTime() ?? at
  const answer = replan({
    jobs: [{ id: job.id, operations, ready, current: { segments, finishesAt }, dueAt: finishesAt }],
    resources: factory.resources,
    busy,
    from: at,
    until: at + horizon,
  })
  const plan = 'refused' in answer ? undefined : answer.plans.get(job.id)
  if (plan === undefined) return
  await releaseOperations(
    client,
    job.id,
    operations.map(({ key }) => key),
    at,
  )
  await insertBookings(client, {
    factory: job.factoryId,
    order: job.orderId,
    quote: job.quoteId,
    job: job.id,
    segments: plan.segments,
  })
  await setOperationTimes(client, job.id, spansOf(plan.segments), plan.finishesAt)
}

/** Work centres are stored as text; only those that the factory has can be planned. */
function workCentreOf(factory: KnownFactory, name: string) {
  const found = factory.profile.workCentres.find((kind) => kind === name)
  if (found === undefined) throw new Error(`${factory.profile.id} has no work centre ${name}`)
  return found
}
