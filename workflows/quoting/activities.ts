import { distanceToCountry } from '#models/market/distance.ts'
import { handTrace } from '#models/market/hand-price.ts'
import { sharesOfTrace } from '#models/money/shares.ts'
import { priceOf } from '#models/product/price.ts'
import { busyOf, deleteLapsedHolds, insertBookings, lockFactories } from '#prisma/bookings.ts'
import { readFactory } from '#prisma/factories.ts'
import { readOrder } from '#prisma/orders.ts'
import { insertQuotes, lapseRequests, readRequest, setRequestState } from '#prisma/quotes.ts'
import { inTransaction, isRecorded, recordStep, withStep } from '#prisma/steps.ts'
import type { Equipment } from '../equipment.ts'
import { quoteArrived } from '../order/messages.ts'
import { makeOf, quoteId } from '../order/round.ts'
import { findSlot } from '../order/slot.ts'
import { refusal } from '../refusal.ts'
import { type TellOrder, tellOrder } from '../tell-order.ts'
import type { QuotingRecords } from './effects.ts'

/** A hand bid may not be dearer than this many times the factory's own rate card: a slip of the keyboard. */
const dearest = 20

/** What a hand round writes. */
export function createQuotingActivities(
  { database }: Pick<Equipment, 'database'>,
  tell: TellOrder = tellOrder,
): QuotingRecords {
  return {
    async writeBid({ step, request: id, amount, deliverBy, at, heldUntil }) {
      const request = await readRequest(database, id)
      if (request === undefined) throw refusal('unknown_request', { request: id })
      const quote = quoteId(request.orderId, request.round, request.factoryId)
      const [order, factory] = await Promise.all([
        readOrder(database, request.orderId),
        readFactory(database, request.factoryId),
      ])
      if (order === undefined || factory === undefined) throw new Error(`Request ${id} cannot be read`)
      const make = await makeOf(database, order)
      const { profile } = factory
      const own = priceOf(make, profile.rateCard, {
        country: order.country,
        quantity: order.quantity,
        origin: profile.country,
      })
      const trace = handTrace(own.trace, amount)
      // So cheap that freight and tax leave the maker nothing: it would owe us money for its work.
      const leavesNothing = sharesOfTrace(trace).factory <= 0
      if (!Number.isSafeInteger(amount) || leavesNothing || amount > own.amount * dearest)
        throw refusal('bad_input', { field: 'price' })

      await inTransaction(database.pool, async (client) => {
        const written = { ...step, factory: profile.id, data: { ...step.data, quote, factory: profile.name } }
        if (await isRecorded(client, written)) return
        await lockFactories(client, [profile.id])
        await deleteLapsedHolds(client, [profile.id], at)
        const busy = await busyOf(client, { factories: [profile.id], from: at, at })
        const slot = findSlot({ factory, make, quantity: order.quantity, country: order.country, busy, notBefore: at })
        if ('refused' in slot) throw refusal('slot_gone', { workCentre: slot.workCentre })
        if (slot.deliverBy > deliverBy) throw refusal('slot_gone', { earliest: slot.deliverBy })
        await insertBookings(client, {
          factory: profile.id,
          order: order.id,
          quote,
          expiresAt: heldUntil,
          segments: slot.plan.segments,
        })
        await insertQuotes(client, [
          {
            id: quote,
            order: order.id,
            round: request.round,
            factory: profile.id,
            belt: profile.belt,
            price: { amount, currency: own.currency, trace },
            deliverBy,
            finishesAt: slot.plan.finishesAt,
            distanceKm: distanceToCountry(profile, order.country) ?? 0,
            rank: 100,
            heldUntil,
            at,
          },
        ])
        await setRequestState(client, id, 'quoted', null)
        await recordStep(client, written)
      })
      await tell(order.id, quoteArrived, { quote })
      return { quote }
    },

    async writeDecline({ step, request, reason }) {
      const row = await readRequest(database, request)
      if (row === undefined) throw refusal('unknown_request', { request })
      await withStep(database.pool, { ...step, factory: row.factoryId }, (client) =>
        setRequestState(client, request, 'declined', reason),
      )
    },

    async closeRound({ step, order, round }) {
      await withStep(database.pool, step, (client) => lapseRequests(client, order, round))
    },
  }
}
