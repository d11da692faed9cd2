import { z } from 'zod'
import { sharesOfTrace } from '#models/money/shares.ts'
import { readShipmentOf } from '#prisma/deliveries.ts'
import { readDesignOptions } from '#prisma/designs.ts'
import { type JobRow, jobStages, listJobs, readJob } from '#prisma/jobs.ts'
import { readOrder, readSpecification } from '#prisma/orders.ts'
import { listPayouts } from '#prisma/payouts.ts'
import { listRequests, readQuote } from '#prisma/quotes.ts'
import { ownUploads } from '#prisma/uploads.ts'
import { orderHandle } from '#workflows/client.ts'
import * as jobMessage from '#workflows/job/messages.ts'
import * as orderMessage from '#workflows/order/messages.ts'
import * as quotingMessage from '#workflows/quoting/messages.ts'
import { asFactory, onJob, onRequest } from './access.ts'
import { moneyInput } from './money-input.ts'
import { operationViews } from './order-view.ts'
import type { Platform } from './platform.ts'
import { Refused } from './refusals.ts'
import { personOf, router } from './trpc.ts'

const operation = z.string().min(1).max(80)
const words = z.string().trim().min(1).max(1000)

export const jobsRouter = router({
  /** Requests that are open to a bid by hand, the earliest deadline first. Nothing of the shopper but the country. */
  requests: asFactory.query(async ({ ctx }) => {
    const { platform } = ctx
    const rows = await listRequests(platform.database, ctx.ownFactory.id, platform.now())
    return Promise.all(
      rows.map(async (row) => {
        const order = await readOrder(platform.database, row.orderId)
        if (order === undefined) throw new Error(`Request ${row.id} has no order`)
        return {
          request: row.id,
          product: order.product,
          version: order.version,
          options: await frozenOptions(platform, order.hash),
          hash: order.hash,
          quantity: order.quantity,
          country: order.country,
          wantedBy: order.shownBy?.toISOString() ?? null,
          deadline: row.deadline.toISOString(),
        }
      }),
    )
  }),

  /** A price by hand (what the shopper pays, delivered and taxed) and a date. */
  bid: onRequest
    .input(z.object({ price: moneyInput, deliverBy: z.iso.datetime() }))
    .mutation(async ({ ctx, input }) => {
      if (input.price.currency !== 'EUR') throw new Refused('bad_input', { field: 'price.currency' })
      const handle = ctx.platform.temporal.workflow.getHandle(
        quotingMessage.quotingWorkflowId(ctx.quoteRequest.orderId, ctx.quoteRequest.round),
      )
      return handle.executeUpdate(quotingMessage.bid, {
        args: [{ request: input.request, amount: input.price.amount, deliverBy: Date.parse(input.deliverBy) }],
      })
    }),

  decline: onRequest.input(z.object({ reason: words })).mutation(async ({ ctx, input }) => {
    const handle = ctx.platform.temporal.workflow.getHandle(
      quotingMessage.quotingWorkflowId(ctx.quoteRequest.orderId, ctx.quoteRequest.round),
    )
    await handle.executeUpdate(quotingMessage.decline, { args: [{ request: input.request, reason: input.reason }] })
    return { request: input.request }
  }),

  /** The factory's jobs; those to be accepted and made unless `stages` says otherwise. */
  list: asFactory
    .input(z.object({ stages: z.array(z.enum(jobStages)).optional() }).optional())
    .query(async ({ ctx, input }) => {
      const stages = input?.stages ?? ['awaiting_acceptance', 'scheduled', 'in_production', 'shipped']
      const rows = await listJobs(ctx.platform.database, ctx.ownFactory.id, stages)
      return Promise.all(rows.map((row) => jobView(ctx.platform, row)))
    }),

  get: onJob.query(({ ctx }) => jobDetail(ctx.platform, ctx.job)),

  /** Takes the job: slots are booked, then the shopper's money is taken. */
  accept: onJob.mutation(async ({ ctx }) => {
    await orderHandle(ctx.platform.temporal, ctx.job.orderId).executeUpdate(orderMessage.accept, {
      args: [{ job: ctx.job.id }],
    })
    return detailNow(ctx.platform, ctx.job.id)
  }),

  refuse: onJob.input(z.object({ reason: words.default('not_said') })).mutation(async ({ ctx, input }) => {
    await orderHandle(ctx.platform.temporal, ctx.job.orderId).executeUpdate(orderMessage.refuse, {
      args: [{ job: ctx.job.id, reason: input.reason }],
    })
    return { job: ctx.job.id }
  }),

  start: onJob.input(z.object({ operation })).mutation(async ({ ctx, input }) => {
    await jobHandle(ctx.platform, ctx.job).executeUpdate(jobMessage.startOperation, {
      args: [{ operation: input.operation }],
    })
    return detailNow(ctx.platform, ctx.job.id)
  }),

  pause: onJob.input(z.object({ operation, reason: words })).mutation(async ({ ctx, input }) => {
    await jobHandle(ctx.platform, ctx.job).executeUpdate(jobMessage.pauseOperation, {
      args: [{ operation: input.operation, reason: input.reason }],
    })
    return detailNow(ctx.platform, ctx.job.id)
  }),

  /** `photo` is the id of a file that the same person uploaded. */
  finish: onJob
    .input(z.object({ operation, note: words.optional(), photo: z.string().max(80).optional() }))
    .mutation(async ({ ctx, input }) => {
      const { operation: key, note, photo } = input
      if (photo !== undefined) {
        const own = await ownUploads(ctx.platform.database, personOf(ctx).id, [photo])
        if (own.length === 0) throw new Refused('unknown_file', { file: photo })
      }
      await jobHandle(ctx.platform, ctx.job).executeUpdate(jobMessage.finishOperation, {
        args: [{ operation: key, note, photo }],
      })
      return detailNow(ctx.platform, ctx.job.id)
    }),

  /** Orders the labels, one a carton, and hands over to the carrier. */
  ship: onJob.mutation(async ({ ctx }) => {
    await jobHandle(ctx.platform, ctx.job).executeUpdate(jobMessage.ship)
    return detailNow(ctx.platform, ctx.job.id)
  }),

  /** What the factory was and will be paid. */
  payouts: asFactory.query(async ({ ctx }) => {
    const rows = await listPayouts(ctx.platform.database, ctx.ownFactory.id)
    return rows.map(({ jobId, amount, currency, rail, state, reference }) => ({
      job: jobId,
      money: { amount, currency },
      rail,
      state,
      reference,
    }))
  }),
})

/** A job's workflow exists from acceptance on; before that nothing of it can be started. */
function jobHandle(platform: Platform, job: JobRow) {
  if (job.stage === 'awaiting_acceptance') throw new Refused('illegal_move', { stage: job.stage })
  return platform.temporal.workflow.getHandle(jobMessage.jobWorkflowId(job.orderId, job.n))
}

async function frozenOptions(platform: Platform, hash: string) {
  const specification = await readSpecification(platform.database, hash)
  if (specification === undefined) throw new Error(`Specification ${hash} is missing`)
  return readDesignOptions(specification.bytes)
}

async function jobView(platform: Platform, row: JobRow) {
  const [order, quote] = await Promise.all([
    readOrder(platform.database, row.orderId),
    readQuote(platform.database, row.quoteId),
  ])
  if (order === undefined || quote === undefined) throw new Error(`Job ${row.id} has no order or quote`)
  return {
    job: row.id,
    order: row.orderId,
    stage: row.stage,
    hash: row.hash,
    product: order.product,
    version: order.version,
    options: await frozenOptions(platform, row.hash),
    quantity: row.quantity,
    acceptBy: row.acceptBy.toISOString(),
    finishesAt: row.finishesAt?.toISOString() ?? null,
    promisedAt: quote.deliverBy.toISOString(),
    price: { amount: quote.amount, currency: quote.currency },
    /** what the factory gets of it */
    net: { amount: sharesOfTrace(quote.trace).factory, currency: quote.currency },
    operations: operationViews(row),
  }
}

/** One job with what its maker needs; the address only once it is to be shipped, the shopper's mail never. */
async function jobDetail(platform: Platform, row: JobRow) {
  const order = await readOrder(platform.database, row.orderId)
  const shipping = row.stage === 'in_production' && row.operations.every((each) => each.state === 'done')
  const shown = shipping || row.stage === 'shipped'
  const shipment = row.stage === 'shipped' ? await readShipmentOf(platform.database, row.orderId) : undefined
  return {
    ...(await jobView(platform, row)),
    country: order?.country ?? '',
    address: shown ? (order?.address ?? null) : null,
    shipment:
      shipment === undefined
        ? null
        : {
            reference: shipment.reference,
            tracking: shipment.tracking,
            label: shipment.label,
            cartons: shipment.cartons,
          },
    now: new Date(platform.now()).toISOString(),
  }
}

async function detailNow(platform: Platform, job: string) {
  const row = await readJob(platform.database, job)
  if (row === undefined) throw new Refused('unknown_job', { job })
  return jobDetail(platform, row)
}
