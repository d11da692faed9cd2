import { createHash } from 'node:crypto'
import { loadProduct } from '#models/catalog.ts'
import { type Bid, bid } from '#models/market/bid.ts'
import { distanceToCountry } from '#models/market/distance.ts'
import { shortlist } from '#models/market/shortlist.ts'
import { deadlines } from '#models/order/deadlines.ts'
import type { Interval } from '#models/planning/interval.ts'
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

      const held = await inTransaction(database.pool, async (client) => {
        const factories = best.map(({ bid: { factory } }) => factory.profile.id)
        await lockFactories(client, factories)
        if (await isRecorded(client, quoted)) return undefined
        await deleteLapsedHolds(client, factories, quoted.at)
        if (round > 1) await lapseQuotes(client, order)
        // Nobody else changes these plans any more; whose plan has changed since it was read is asked once more.
        const now = await busyOf(client, { factories, from: quoted.at, at: quoted.at })
        const kept = best.map(({ bid: candidate }) => {
          const { factory } = candidate
          return factory.resources.every(({ id }) => sameIntervals(busy.get(id), now.get(id)))
            ? candidate
            : ask(factory, now)
        })
        await insertBookings(
          client,
          ...kept.flatMap((each) => {
            if (each === undefined) return []
            const { id } = each.factory.profile
            const quote = quoteId(order, round, id)
            return { factory: id, order, quote, expiresAt: holdUntil, segments: each.plan.segments }
          }),
        )
        const quotes = kept.flatMap((each, index) => {
          if (each === undefined) return []
          const { profile } = each.factory
          return {
            id: quoteId(order, round, profile.id),
            order,
            round,
            factory: profile.id,
            belt: profile.belt,
            price: each.price,
            deliverBy: each.deliverBy,
            finishesAt: each.plan.finishesAt,
            distanceKm: distanceToCountry(profile, row.country) ?? 0,
            rank: index + 1,
            heldUntil: holdUntil,
            at: quoted.at,
            profile,
          }
        })
        await insertQuotes(client, quotes)
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
        await recordStep(client, quotes.length > 0 ? quoted : none)
        for (const step of askedSteps(quoted, round, hand)) await recordStep(client, step)
        return quotes.map(({ id, profile, belt, distanceKm, price, deliverBy, heldUntil }) => ({
          id,
          factory: { id: profile.id, name: profile.name, country: profile.country },
          belt,
          distanceKm,
          price: { amount: price.amount, currency: price.currency },
          trace: price.trace,
          deliverBy,
          heldUntil,
        }))
      })
      const quotes = held ?? (await listQuotes(database, order, round)).map(offered)
      return { quotes, requests: hand.map(({ profile }) => requestId(order, round, profile.id)) }
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

/** Makes of the last specifications by hash; a hash never means anything else. */
const makes = new Map<string, Make>()
const makesKept = 500

/** What an order's configuration takes to make, from the options that were frozen. */
export async function makeOf(database: Database, order: Pick<OrderRow, 'hash' | 'product' | 'version'>): Promise<Make> {
  const known = makes.get(order.hash)
  if (known !== undefined) return known
  const [product, specification] = await Promise.all([
    loadProduct(order.product, order.version),
    readSpecification(database, order.hash),
  ])
  if (product === undefined || specification === undefined)
    throw new Error(`Specification ${order.hash} cannot be read`)
  const make = product.make(readDesignOptions(specification.bytes))
  keepMake(order.hash, make)
  return make
}

/** Keeps what somebody has worked out anyway. */
export function keepMake(hash: string, make: Make): void {
  const [oldest] = makes.keys()
  if (makes.size >= makesKept && oldest !== undefined) makes.delete(oldest)
  makes.set(hash, make)
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

/** Whether a resource is busy at the same times in both. */
function sameIntervals(a: readonly Interval[] = [], b: readonly Interval[] = []): boolean {
  return a.length === b.length && a.every(({ from, to }, index) => from === b[index]?.from && to === b[index]?.to)
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
