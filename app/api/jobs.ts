import { z } from 'zod'
import { countJobs, type JobRow, jobStages, listJobs } from '#prisma/jobs.ts'
import { listPayouts } from '#prisma/payouts.ts'
import { countRequests, findQuote, listRequests } from '#prisma/quotes.ts'
import { ownUploads } from '#prisma/uploads.ts'
import { orderHandle } from '#workflows/client.ts'
import * as jobMessage from '#workflows/job/messages.ts'
import * as orderMessage from '#workflows/order/messages.ts'
import * as quotingMessage from '#workflows/quoting/messages.ts'
import { asFactory, onJob, onRequest } from './access.ts'
import { jobPack, jobPackFile } from './job-pack.ts'
import { detailNow, jobDetail, jobViews } from './job-view.ts'
import { moneyInput } from './money-input.ts'
import type { Platform } from './platform.ts'
import { Refused } from './refusals.ts'
import { requestDetail, requestViews } from './request-view.ts'
import { personOf, router } from './trpc.ts'

const operation = z.string().min(1).max(80)
const words = z.string().trim().min(1).max(1000)

export const jobsRouter = router({
  /** Requests that are open to a bid by hand, the earliest deadline first. Nothing of the shopper but the country. */
  requests: asFactory.query(async ({ ctx }) => {
    const { platform, ownFactory } = ctx
    return requestViews(platform, ownFactory.id, await listRequests(platform.database, ownFactory.id, platform.now()))
  }),

  /** One request with the earliest date that one's free capacity allows and the price of one's own rate card. */
  request: onRequest.query(({ ctx }) => requestDetail(ctx.platform, ctx.ownFactory.id, ctx.quoteRequest)),

  /** How much waits for an answer. */
  waiting: asFactory.query(async ({ ctx }) => {
    const { database, now } = ctx.platform
    const [requests, won] = await Promise.all([
      countRequests(database, ctx.ownFactory.id, now()),
      countJobs(database, ctx.ownFactory.id, 'awaiting_acceptance'),
    ])
    return { requests, won }
  }),

  /** A price by hand (what the shopper pays, delivered and taxed) and a date. */
  bid: onRequest
    .input(z.object({ price: moneyInput, deliverBy: z.iso.datetime() }))
    .mutation(async ({ ctx, input }) => {
      if (input.price.currency !== 'EUR') throw new Refused('bad_input', { field: 'price.currency' })
      const known =
        ctx.quoteRequest.state === 'quoted' ? await findQuote(ctx.platform.database, ctx.quoteRequest) : undefined
      // The same bid again, perhaps because its answer was lost on the way, is answered in the same way.
      if (known?.amount === input.price.amount && known.deliverBy.getTime() === Date.parse(input.deliverBy))
        return { quote: known.id }
      const handle = ctx.platform.temporal.workflow.getHandle(
        quotingMessage.quotingWorkflowId(ctx.quoteRequest.orderId, ctx.quoteRequest.round),
      )
      return handle.executeUpdate(quotingMessage.bid, {
        args: [{ request: input.request, amount: input.price.amount, deliverBy: Date.parse(input.deliverBy) }],
      })
    }),

  decline: onRequest.input(z.object({ reason: words })).mutation(async ({ ctx, input }) => {
    if (ctx.quoteRequest.state === 'declined') return { request: input.request }
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
      return jobViews(ctx.platform, await listJobs(ctx.platform.database, ctx.ownFactory.id, stages))
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
    if (ctx.job.stage === 'refused') return { job: ctx.job.id }
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

  /** `reason` is one of `pauseReasons`, or words. */
  pause: onJob.input(z.object({ operation, reason: words })).mutation(async ({ ctx, input }) => {
    const known = ctx.job.operations.find(({ key }) => key === input.operation)
    if (known?.state === 'paused' && known.pauseReason === input.reason) return jobDetail(ctx.platform, ctx.job)
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

  /** The manufacturing pack: the frozen specification as it was agreed, lists, nested sheets, drilling, papers. A file is `text`, or `base64` of its bytes. */
  pack: onJob.query(({ ctx }) => jobPack(ctx.platform, ctx.job)),

  /** One file of the pack by its path; null when there is none. */
  file: onJob
    .input(z.object({ path: z.string().min(1).max(120) }))
    .query(({ ctx, input }) => jobPackFile(ctx.platform, ctx.job, input.path)),

  /** What the factory was paid and is owed; what is still being made is told by `list`. */
  payouts: asFactory.query(async ({ ctx }) => {
    const rows = await listPayouts(ctx.platform.database, ctx.ownFactory.id)
    return rows.map(({ jobId, amount, currency, rail, state, reference, createdAt }) => ({
      job: jobId,
      money: { amount, currency },
      rail,
      state,
      reference,
      at: createdAt.toISOString(),
    }))
  }),
})

/** A job's workflow exists from acceptance on; before that nothing of it can be started. */
function jobHandle(platform: Platform, job: JobRow) {
  if (job.stage === 'awaiting_acceptance') throw new Refused('illegal_move', { stage: job.stage })
  return platform.temporal.workflow.getHandle(jobMessage.jobWorkflowId(job.orderId, job.n))
}
