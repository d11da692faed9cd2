import type { PoolClient } from 'pg'
import { forQuantity } from '#models/planning/quantity.ts'
import type { Operation } from '#models/product/routing.ts'
import {
  bookHold,
  busyOf,
  deleteLapsedHolds,
  extendHold,
  insertBookings,
  lockFactories,
  releaseOtherHolds,
  releaseQuote,
  segmentsOfQuote,
} from '#prisma/bookings.ts'
import type { Database } from '#prisma/client.ts'
import { readFactory } from '#prisma/factories.ts'
import { insertJob, type PlannedOperationRow, readJob, setJobStage, writeOperations } from '#prisma/jobs.ts'
import { readOrder } from '#prisma/orders.ts'
import { markPicked, readQuote } from '#prisma/quotes.ts'
import { inTransaction, withStep } from '#prisma/steps.ts'
import { refusal } from '../refusal.ts'
import type { BookedJob, OrderRecords, PickedQuote } from './effects.ts'
import { makeOf } from './round.ts'
import { deliveryBy, findSlot } from './slot.ts'

type Bookings = Pick<OrderRecords, 'pickQuote' | 'openJob' | 'bookJob' | 'jobPlan' | 'closeJob'>

/** The part of an order that lives on factories' plans. */
export function createBookings(database: Database): Bookings {
  return {
    async pickQuote({ step, order, quote, at, heldUntil }): Promise<PickedQuote> {
      const row = await readQuote(database, quote)
      if (row === undefined || row.orderId !== order) throw refusal('unknown_quote', { quote })
      if (row.state === 'lapsed' || row.heldUntil.getTime() <= at) throw refusal('quote_expired', { quote })
      await withStep(database.pool, { ...step, factory: row.factoryId }, async (client) => {
        await lockFactories(client, [row.factoryId])
        if ((await segmentsOfQuote(client, quote)).length === 0) throw refusal('slot_gone', { quote })
        await extendHold(client, quote, heldUntil)
        await markPicked(client, order, quote, heldUntil)
      })
      return {
        quote,
        factory: row.factoryId,
        factoryName: row.factory.name,
        belt: row.belt,
        amount: row.amount,
        currency: row.currency,
        deliverBy: row.deliverBy.getTime(),
        finishesAt: row.finishesAt.getTime(),
      }
    },

    async openJob({ step, order, job, n, quote, acceptBy, at }) {
      const [row, picked] = await Promise.all([readOrder(database, order), readQuote(database, quote)])
      if (row === undefined || picked === undefined) throw new Error(`Order ${order} or its quote cannot be read`)
      await withStep(database.pool, step, async (client) => {
        await lockFactories(client, [picked.factoryId])
        await extendHold(client, quote, acceptBy)
        await releaseOtherHolds(client, order, quote)
        await insertJob(client, {
          id: job,
          order,
          n,
          factory: picked.factoryId,
          quote,
          hash: row.hash,
          quantity: row.quantity,
          acceptBy,
          finishesAt: picked.finishesAt.getTime(),
          at,
        })
      })
    },

    bookJob: (input) => bookJob(database, input),

    async jobPlan({ job }) {
      const row = await readJob(database, job)
      if (row === undefined || row.finishesAt === null || row.operations.length === 0) return undefined
      const startsAt = Math.min(...row.operations.map((operation) => operation.startsAt.getTime()))
      return { startsAt, finishesAt: row.finishesAt.getTime() }
    },

    async closeJob({ step, job, stage }) {
      const row = await readJob(database, job)
      if (row === undefined) throw new Error(`Job ${job} has no row`)
      await withStep(database.pool, step, async (client) => {
        await lockFactories(client, [row.factoryId])
        await releaseQuote(client, row.quoteId)
        await setJobStage(client, job, stage)
      })
    },
  }
}

/** The held slot becomes the job's; when its time has passed or it was lost, the job is placed anew from now on. */
async function bookJob(
  database: Database,
  input: { order: string; job: string; quote: string; at: number },
): Promise<BookedJob> {
  const [order, quote] = await Promise.all([readOrder(database, input.order), readQuote(database, input.quote)])
  const factory = quote === undefined ? undefined : await readFactory(database, quote.factoryId)
  if (order === undefined || quote === undefined || factory === undefined)
    throw new Error(`Order ${input.order} or its quote cannot be read`)
  const make = await makeOf(database, order)
  const operations = forQuantity(make.operations, order.quantity)

  const planned = await inTransaction(database.pool, async (client) => {
    await lockFactories(client, [quote.factoryId])
    await deleteLapsedHolds(client, [quote.factoryId], input.at)
    const held = await segmentsOfQuote(client, input.quote)
    const first = Math.min(...held.map((segment) => segment.startsAt))
    if (held.length > 0 && first >= input.at) {
      await bookHold(client, input.quote, input.job)
      return written(client, input.job, operations, spansOf(held), quote.finishesAt.getTime())
    }
    const busy = await busyOf(client, {
      factories: [quote.factoryId],
      from: input.at,
      at: input.at,
      exceptQuote: input.quote,
    })
    const slot = findSlot({
      factory,
      make,
      quantity: order.quantity,
      country: order.country,
      busy,
      notBefore: input.at,
    })
    if ('refused' in slot) throw refusal('slot_gone', { quote: input.quote })
    await releaseQuote(client, input.quote)
    await insertBookings(client, {
      factory: quote.factoryId,
      order: order.id,
      quote: input.quote,
      job: input.job,
      segments: slot.plan.segments,
    })
    return written(client, input.job, operations, spansOf(slot.plan.segments), slot.plan.finishesAt)
  })
  return {
    operations: operations.map(({ key, after, lagS }) => ({ key, after, lagS })),
    ...planned,
    deliverBy: deliveryBy(factory, make, order, planned.finishesAt) ?? planned.finishesAt,
  }
}

type Spans = ReadonlyMap<string, { readonly startsAt: number; readonly endsAt: number }>

/** First start and last end of each operation's stretches. */
function spansOf(segments: readonly { operation: string; startsAt: number; endsAt: number }[]): Spans {
  const spans = new Map<string, { startsAt: number; endsAt: number }>()
  for (const { operation, startsAt, endsAt } of segments) {
    const span = spans.get(operation)
    spans.set(operation, {
      startsAt: Math.min(startsAt, span?.startsAt ?? startsAt),
      endsAt: Math.max(endsAt, span?.endsAt ?? endsAt),
    })
  }
  return spans
}

async function written(
  client: PoolClient,
  job: string,
  operations: readonly Operation[],
  spans: Spans,
  finishesAt: number,
) {
  let last = Math.min(...[...spans.values()].map((span) => span.startsAt))
  const startsAt = last
  const rows: PlannedOperationRow[] = operations.map((operation, position) => {
    const span = spans.get(operation.key) ?? { startsAt: last, endsAt: last }
    last = span.endsAt
    return { ...operation, position, startsAt: span.startsAt, endsAt: span.endsAt }
  })
  await writeOperations(client, job, rows, finishesAt)
  return { startsAt, finishesAt }
}
