import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import { loadProduct } from '#models/catalog.ts'
import { type Bid, bid } from '#models/market/bid.ts'
import { distanceToCountry } from '#models/market/distance.ts'
import { shortlist } from '#models/market/shortlist.ts'
import { deadlines } from '#models/order/deadlines.ts'
import type { Plan } from '#models/planning/place.ts'
import type { Make } from '#models/product/make.ts'
import { busyOf, deleteLapsedHolds, insertBookings, lockFactories } from '#prisma/bookings.ts'
import type { Database } from '#prisma/client.ts'
import { readDesignOptions } from '#prisma/designs.ts'
import { candidateFactories, type KnownFactory } from '#prisma/factories.ts'
import { type OrderRow, readOrder, readSpecification } from '#prisma/orders.ts'
import { insertQuotes, insertRequests, lapseQuotes, listQuotes, type QuoteRow } from '#prisma/quotes.ts'
import { inTransaction, isRecorded, recordStep, type Step } from '#prisma/steps.ts'
import { quotingWorkflowId } from '../quoting/messages.ts'
import type { OrderRecords } from './effects.ts'
import type { OfferedQuote } from './messages.ts'
import { findSlot } from './slot.ts'

/** So many of the best bids hold a slot; the rest would only keep capacity from others. */
const quotesHeld = 6

type FactoryBid = Bid<Plan> & { readonly id: string; readonly score: number; readonly factory: KnownFactory }

export function createRound(database: Database): Pick<OrderRecords, 'automaticRound'> {
  return {
    async automaticRound({ order, round, exclude, holdUntil, handDeadline, quoted, none }) {
      const row = await readOrder(database, order)
      if (row === undefined) throw new Error(`Order ${order} has no row`)
      const make = await makeOf(database, row)
      const candidates = (await candidateFactories(database, make, row.country)).filter(
        ({ profile }) => !exclude.includes(profile.id),
      )
      const automatic = candidates.filter((factory) => factory.bidding === 'automatic')
      const hand = candidates.filter((factory) => factory.bidding === 'hand')
      const ask = (factory: KnownFactory, busy: Awaited<ReturnType<typeof busyOf>>) =>
        bidOf(row, make, factory, busy, quoted.at)

      const busy = await busyOf(database.pool, {
        factories: automatic.map(({ profile }) => profile.id),
        from: quoted.at,
        at: quoted.at,
      })
      const bids = automatic.flatMap((factory) => ask(factory, busy) ?? [])
      const best = shortlist({
        bids,
        size: quotesHeld,
        shown: { amount: row.shownAmount, ...(row.shownBy !== null && { deliverBy: row.shownBy.getTime() }) },
        beltOf: ({ factory }) => factory.profile.belt,
      })

      await inTransaction(database.pool, async (client) => {
        if (await isRecorded(client, quoted)) return
        let held = 0
        const factories = best.map(({ bid: { factory } }) => factory.profile.id)
        await lockFactories(client, factories)
        await deleteLapsedHolds(client, factories, quoted.at)
        await lapseQuotes(client, order)
        for (const [index, { bid: candidate }] of best.entries()) {
          const { factory } = candidate
          const quote = quoteId(order, round, factory.profile.id)
          const kept = await hold(client, candidate, quote, order, holdUntil, async () => {
            const now = await busyOf(client, { factories: [factory.profile.id], from: quoted.at, at: quoted.at })
            return ask(factory, now)
          })
          if (kept === undefined) continue
          held += 1
          await insertQuotes(client, [
            {
              id: quote,
              order,
              round,
              factory: factory.profile.id,
              belt: factory.profile.belt,
              price: kept.price,
              deliverBy: kept.deliverBy,
              finishesAt: kept.plan.finishesAt,
              distanceKm: distanceToCountry(factory.profile, row.country) ?? 0,
              rank: index + 1,
              heldUntil: holdUntil,
              at: quoted.at,
            },
          ])
        }
        await insertRequests(
          client,
          hand.map(({ profile }) => ({
            id: requestId(order, round, profile.id),
            order,
            round,
            factory: profile.id,
            deadline: handDeadline,
            at: quoted.at,
          })),
        )
        await recordStep(client, held > 0 ? quoted : none)
        for (const step of askedSteps(quoted, round, hand)) await recordStep(client, step)
      })
      const quotes = await listQuotes(database, order, round)
      return { quotes: quotes.map(offered), requests: hand.map(({ profile }) => requestId(order, round, profile.id)) }
    },
  }
}

/** Tells each factory that bids by hand that it is asked: the first steps of the hand round's own workflow. */
function askedSteps({ order, at }: Step, round: number, hand: readonly KnownFactory[]): Step[] {
  return hand.map(({ profile }, index) => ({
    workflow: quotingWorkflowId(order, round),
    sequence: index + 1,
    order,
    factory: profile.id,
    kind: 'asked',
    at,
    data: { request: requestId(order, round, profile.id), factory: profile.name },
  }))
}

/** What an order's configuration takes to make, from the options that were frozen. */
export async function makeOf(database: Database, order: Pick<OrderRow, 'hash' | 'product' | 'version'>): Promise<Make> {
  const [product, specification] = await Promise.all([
    loadProduct(order.product, order.version),
    readSpecification(database, order.hash),
  ])
  if (product === undefined || specification === undefined)
    throw new Error(`Specification ${order.hash} cannot be read`)
  return product.make(readDesignOptions(specification.bytes))
}

/** One factory's answer, or nothing when it cannot make this in time. */
function bidOf(
  order: OrderRow,
  make: Make,
  factory: KnownFactory,
  busy: Awaited<ReturnType<typeof busyOf>>,
  at: number,
): FactoryBid | undefined {
  const { country, quantity } = order
  const answer = bid({
    make,
    factory: factory.profile,
    country,
    quantity,
    at,
    slot: () => findSlot({ factory, make, quantity, country, busy, notBefore: at + deadlines.decision }),
  })
  if ('declined' in answer) return undefined
  return { ...answer, id: factory.profile.id, score: factory.profile.score, factory }
}

/** Holds a bid's slot. When another order took it meanwhile, the factory is asked once more under its lock. */
async function hold(
  client: PoolClient,
  candidate: FactoryBid,
  quote: string,
  order: string,
  expiresAt: number,
  again: () => Promise<FactoryBid | undefined>,
): Promise<FactoryBid | undefined> {
  const write = (held: FactoryBid) =>
    insertBookings(client, { factory: held.factory.profile.id, order, quote, expiresAt, segments: held.plan.segments })
  await client.query('SAVEPOINT hold')
  try {
    await write(candidate)
    return candidate
  } catch (error) {
    if (!isOverlap(error)) throw error
    await client.query('ROLLBACK TO SAVEPOINT hold')
    const replaced = await again()
    if (replaced !== undefined) await write(replaced)
    return replaced
  }
}

/** PostgreSQL's exclusion_violation: somebody else's stretch lies there. */
export function isOverlap(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23P01'
}

const shortId = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24)
export const quoteId = (order: string, round: number, factory: string): string =>
  shortId(`quote/${order}/${round}/${factory}`)
export const requestId = (order: string, round: number, factory: string): string =>
  shortId(`request/${order}/${round}/${factory}`)

function offered(row: QuoteRow): OfferedQuote {
  return {
    id: row.id,
    factory: row.factory,
    belt: row.belt,
    distanceKm: row.distanceKm,
    price: { amount: row.amount, currency: row.currency },
    trace: row.trace,
    deliverBy: row.deliverBy.getTime(),
    heldUntil: row.heldUntil.getTime(),
  }
}
