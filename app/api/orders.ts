import { createHash, createHmac, randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { isServed } from '#models/money/tax.ts'
import { optionsSchema, readDesignOptions } from '#prisma/designs.ts'
import { listEntries } from '#prisma/ledger.ts'
import {
  findSubmission,
  listOnTheLine,
  listOrders,
  listWaitingOnOperator,
  readOrder,
  readSpecifications,
} from '#prisma/orders.ts'
import { listQuotes, readQuotes } from '#prisma/quotes.ts'
import { ownUploads } from '#prisma/uploads.ts'
import { orderHandle, submitOrder } from '#workflows/client.ts'
import * as message from '#workflows/order/messages.ts'
import { designFor, onOrder } from './access.ts'
import type { Context } from './context.ts'
import { madeOf } from './designs.ts'
import { cancelView, orderStory, orderUrl, orderView, quoteView } from './order-view.ts'
import { Refused } from './refusals.ts'
import { personOf, procedure, router } from './trpc.ts'

const line = (most: number) => z.string().trim().min(1).max(most)

/** ISO 3166-1 alpha-2 country; trimmed lines. */
export const addressInput = z.object({
  name: line(120),
  line1: line(160),
  line2: z.string().trim().max(160).optional(),
  postalCode: line(20),
  city: line(100),
  region: z.string().trim().max(100).optional(),
  country: z.string().regex(/^[A-Z]{2}$/),
})

const submitInput = z.object({
  design: z.string().min(1).max(80),
  idempotencyKey: z.string().min(1).max(120),
  email: z.email().max(200).optional(),
  address: addressInput,
  quantity: z.int().min(1).max(500),
  /** may the order be shown, without name, on the home page while it is made */
  consent: z.boolean().optional(),
  /** the date the page showed, ISO 8601 */
  shownBy: z.iso.datetime().optional(),
  language: z.string().max(10).optional(),
})

/** How long a submission is waited for before it is answered without quotes, wall ms. */
const patience = 3_000

/** The id of an order derives from its owner and key, so that the same submission always meets the same order. */
export function orderIdOf(owner: string, key: string): string {
  return createHash('sha256').update(`order/${owner}/${key}`).digest('hex').slice(0, 24)
}

/** The options of a frozen specification. */
const optionsIn = (bytes: string | undefined) =>
  bytes === undefined ? optionsSchema.parse({}) : readDesignOptions(bytes)

export const ordersRouter = router({
  /** Freezes a design that one has the link of as an order and asks the factories. The same key and body give the same answer; another body is `key_reused`. */
  submit: procedure
    .meta({ roles: ['guest'], costly: true })
    .input(submitInput)
    .mutation(async ({ ctx, input }) => {
      const person = personOf(ctx)
      const bodyHash = createHash('sha256')
        .update(canonicalize(input) ?? '')
        .digest('hex')
      const known = await findSubmission(ctx.platform.database, person.id, input.idempotencyKey)
      if (known !== undefined) return submitted(ctx, known.id, bodyHash)
      return submitNew(ctx, person.id, input, bodyHash)
    }),

  get: onOrder.query(({ ctx }) => orderView(ctx.platform, ctx.order)),

  /** The frozen options and everything that happened, oldest first. */
  story: onOrder.query(({ ctx }) => orderStory(ctx.platform, ctx.order)),

  /** One's own orders, newest first; the price is the agreed one, or what was shown before there was one. */
  mine: procedure.meta({ roles: ['guest'] }).query(async ({ ctx }) => {
    const { database } = ctx.platform
    const rows = await listOrders(database, personOf(ctx).id)
    const [bytes, quotes] = await Promise.all([
      readSpecifications(
        database,
        rows.map(({ hash }) => hash),
      ),
      readQuotes(
        database,
        rows.flatMap(({ quoteId }) => quoteId ?? []),
      ),
    ])
    return rows.map((row) => ({
      order: row.id,
      url: orderUrl(ctx.platform, row),
      product: row.product,
      version: row.version,
      options: optionsIn(bytes.get(row.hash)),
      price: { amount: quotes.get(row.quoteId ?? '')?.amount ?? row.shownAmount, currency: row.currency },
      quantity: row.quantity,
      hash: row.hash,
      stage: row.stage,
      waitingOn: row.waitingOn,
      late: row.late,
      promisedAt: row.promisedAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
    }))
  }),

  /** Orders being made whose shoppers agreed to show them; nothing of who they are. */
  onTheLine: procedure.meta({ roles: ['anyone'] }).query(async ({ ctx }) => {
    const rows = await listOnTheLine(ctx.platform.database)
    return Promise.all(
      rows.map(async (row) => {
        const order = await readOrder(ctx.platform.database, row.id)
        const story = order === undefined ? undefined : await orderStory(ctx.platform, order)
        return {
          product: row.product,
          version: row.version,
          stage: row.stage,
          country: row.country,
          options: story?.options ?? {},
        }
      }),
    )
  }),

  /** What cancelling now would give back. */
  cancelPreview: onOrder.query(({ ctx }) => cancelView(ctx.platform, ctx.order)),

  /** Ends the order and refunds what the preview said; `expected` (minor units) guards against terms that have changed. */
  cancel: onOrder.input(z.object({ expected: z.int().nonnegative().optional() })).mutation(async ({ ctx, input }) => {
    const { refunded } = await orderHandle(ctx.platform.temporal, ctx.order.id).executeUpdate(message.cancel, {
      args: [{ by: 'shopper', ...(input.expected === undefined ? {} : { expected: input.expected }) }],
    })
    return { ...(await current(ctx, ctx.order.id)), refunded: { amount: refunded, currency: ctx.order.currency } }
  }),

  /** All is good: the factory is paid. */
  confirm: onOrder.mutation(async ({ ctx }) => {
    await orderHandle(ctx.platform.temporal, ctx.order.id).executeUpdate(message.confirm)
    return current(ctx, ctx.order.id)
  }),

  /** Something is wrong: the payout waits. `photos` are ids of files uploaded by the same person. */
  report: onOrder
    .input(z.object({ words: line(4000), photos: z.array(z.string().max(80)).max(12).default([]) }))
    .mutation(async ({ ctx, input }) => {
      const own = await ownUploads(ctx.platform.database, ctx.person?.id ?? '', input.photos)
      const foreign = input.photos.find((photo) => !own.includes(photo))
      if (foreign !== undefined) throw new Refused('unknown_file', { file: foreign })
      await orderHandle(ctx.platform.temporal, ctx.order.id).executeUpdate(message.report, {
        args: [{ id: randomUUID(), words: input.words, photos: input.photos }],
      })
      return current(ctx, ctx.order.id)
    }),

  /** Opens the hosted Checkout page for the picked quote. */
  pay: onOrder.mutation(({ ctx }) => orderHandle(ctx.platform.temporal, ctx.order.id).executeUpdate(message.pay)),

  /** Asks the card processor for the truth; for the page one returns to, which may be earlier than the webhook. */
  checkPayment: onOrder.mutation(async ({ ctx }) => {
    if (ctx.order.stage === 'awaiting_payment')
      await orderHandle(ctx.platform.temporal, ctx.order.id).executeUpdate(message.checkPayment)
    return current(ctx, ctx.order.id)
  }),

  /** Every cent of one order. */
  ledger: onOrder.meta({ roles: ['operator'], object: { noun: 'order', input: 'order' } }).query(async ({ ctx }) => {
    const entries = await listEntries(ctx.platform.database, ctx.order.id)
    return entries.map(({ transaction, kind, account, amount, currency, at }) => ({
      transaction,
      kind,
      account,
      amount,
      currency,
      at: at.toISOString(),
    }))
  }),

  /** What waits for an operator, longest first. */
  forOperator: procedure.meta({ roles: ['operator'] }).query(async ({ ctx }) => {
    const rows = await listWaitingOnOperator(ctx.platform.database)
    return rows.map((row) => ({
      order: row.id,
      stage: row.stage,
      waitingSince: row.waitingSince.toISOString(),
      product: row.product,
    }))
  }),

  /** Closes a shopper's report with a refund in minor units. */
  settleReport: onOrder
    .meta({ roles: ['operator'], object: { noun: 'order', input: 'order' } })
    .input(z.object({ refund: z.int().nonnegative(), reason: line(1000) }))
    .mutation(async ({ ctx, input }) => {
      await orderHandle(ctx.platform.temporal, ctx.order.id).executeUpdate(message.settleReport, {
        args: [{ operator: personOf(ctx).email, reason: input.reason, refund: input.refund }],
      })
      return current(ctx, ctx.order.id)
    }),

  /** A bank transfer to the factory was made. */
  confirmPayout: onOrder
    .meta({ roles: ['operator'], object: { noun: 'order', input: 'order' } })
    .input(z.object({ reference: line(200) }))
    .mutation(async ({ ctx, input }) => {
      await orderHandle(ctx.platform.temporal, ctx.order.id).executeUpdate(message.confirmPayout, {
        args: [{ operator: personOf(ctx).email, reason: 'transfer made', reference: input.reference }],
      })
      return current(ctx, ctx.order.id)
    }),
})

async function submitNew(ctx: Context, owner: string, input: z.infer<typeof submitInput>, bodyHash: string) {
  const { platform } = ctx
  const design = await designFor(ctx, input.design)
  if (!isServed(input.address.country)) throw new Refused('not_served', { country: input.address.country })
  const { options } = await madeOf({ product: design.product, version: design.version, options: design.options })
  const email = input.email ?? (ctx.person?.role === 'guest' ? undefined : ctx.person?.email)
  if (email === undefined) throw new Refused('bad_input', { field: 'email' })
  const order = orderIdOf(owner, input.idempotencyKey)
  const site = platform.environment.web.origin
  const answer = submitOrder(
    platform.temporal,
    platform.taskQueue,
    { order, clock: platform.clock, site, product: design.product },
    {
      order,
      owner,
      idempotencyKey: input.idempotencyKey,
      bodyHash,
      accessKey: createHmac('sha256', platform.environment.authSecret)
        .update(`order/${order}`)
        .digest('base64url')
        .slice(0, 32),
      design: design.id,
      product: design.product,
      version: design.version,
      options,
      quantity: input.quantity,
      email,
      language: input.language ?? 'en',
      address: input.address,
      consent: input.consent ?? false,
      shownBy: input.shownBy === undefined ? undefined : Date.parse(input.shownBy),
    },
  )
  const late = delay(patience, undefined, { ref: false })
  const answered = await Promise.race([answer, late])
  if (answered === undefined && (await readOrder(platform.database, order)) === undefined) await answer
  answer.catch((error: unknown) =>
    platform.log.warn({ err: error, order }, 'A submission failed after it was answered'),
  )
  return submitted(ctx, order, bodyHash)
}

/** The answer to a submission, read from what was written; another body under the same key is refused. */
async function submitted(ctx: Context, id: string, bodyHash: string) {
  const { platform } = ctx
  const [order, quotes] = await Promise.all([readOrder(platform.database, id), listQuotes(platform.database, id, 1)])
  if (order === undefined) throw new Refused('unknown_order', { order: id })
  if (order.bodyHash !== bodyHash) throw new Refused('key_reused', { order: id })
  return { order: id, url: orderUrl(platform, order), hash: order.hash, quotes: quotes.map(quoteView) }
}

async function current(ctx: Context, id: string) {
  const order = await readOrder(ctx.platform.database, id)
  if (order === undefined) throw new Refused('unknown_order', { order: id })
  return orderView(ctx.platform, order)
}
