import { loadProduct } from '#models/catalog.ts'
import { sharesOfTrace } from '#models/money/shares.ts'
import { freeMinutes, tightest } from '#models/planning/free-minutes.ts'
import type { Make } from '#models/product/make.ts'
import type { Options } from '#models/product/options.ts'
import { priceOf } from '#models/product/price.ts'
import type { WorkCentreKind } from '#models/product/routing.ts'
import { readBusy } from '#prisma/bookings.ts'
import { type KnownFactory, readFactory } from '#prisma/factories.ts'
import { readFrozenOptions } from '#prisma/frozen-options.ts'
import { type OrderRow, readOrders } from '#prisma/orders.ts'
import { earliestSlot } from './own-slot.ts'
import type { Platform } from './platform.ts'

type RequestRow = { readonly id: string; readonly orderId: string; readonly deadline: Date; readonly state: string }

/** Free capacity is told for so many days ahead. */
const daysAhead = 28
const day = 86_400_000

/** What a factory's requests are answered from, read once for all of them. */
async function openDesk(platform: Platform, factoryId: string) {
  const factory = await readFactory(platform.database, factoryId)
  if (factory === undefined) throw new Error(`There is no factory ${factoryId}`)
  const now = platform.now()
  const busy = await readBusy(platform.database, { factories: [factoryId], from: now, at: now })
  return { factory, now, busy, free: freeMinutes(factory.resources, busy, { from: now, to: now + daysAhead * day }) }
}

type Desk = Awaited<ReturnType<typeof openDesk>>

/** Requests with what each would take of the factory and bring it by its own rate card. Nothing of the shopper but the country. */
export async function requestViews(platform: Platform, factoryId: string, rows: readonly RequestRow[]) {
  if (rows.length === 0) return []
  const desk = await openDesk(platform, factoryId)
  const orders = await readOrders(
    platform.database,
    rows.map((row) => row.orderId),
  )
  const frozen = await readFrozenOptions(
    platform.database,
    [...orders.values()].map((order) => order.hash),
  )
  return Promise.all(
    rows.map(async (row) => {
      const order = orders.get(row.orderId)
      const options = order && frozen.get(order.hash)
      if (order === undefined || options === undefined) throw new Error(`Request ${row.id} has no order`)
      return (await requestView(row, order, options, desk)).view
    }),
  )
}

/** One request, with the earliest date that the factory's free capacity allows and its rate card's price, line by line. */
export async function requestDetail(platform: Platform, factoryId: string, row: RequestRow) {
  const desk = await openDesk(platform, factoryId)
  const order = (await readOrders(platform.database, [row.orderId])).get(row.orderId)
  const options = order && (await readFrozenOptions(platform.database, [order.hash])).get(order.hash)
  if (order === undefined || options === undefined) throw new Error(`Request ${row.id} has no order`)
  const { view, make } = await requestView(row, order, options, desk)
  const { country, quantity } = order
  const slot = earliestSlot({ ...desk, make, quantity, country })
  return {
    ...view,
    state: row.state,
    /** the earliest place on the plan; null where there is none, and then the work centre that has no room */
    earliest:
      'refused' in slot
        ? null
        : {
            startsAt: iso(Math.min(...slot.plan.operations.map((each) => each.startsAt))),
            finishesAt: iso(slot.plan.finishesAt),
            deliverBy: iso(slot.deliverBy),
          },
    full: 'refused' in slot ? slot.workCentre : null,
    work: [...neededOf(make, quantity)].map(([workCentre, minutes]) => ({
      workCentre,
      minutes,
      free: desk.free.get(workCentre) ?? 0,
    })),
    days: daysAhead,
    now: iso(desk.now),
  }
}

async function requestView(row: RequestRow, order: OrderRow, options: Options, { factory, free }: Desk) {
  const product = await loadProduct(order.product, order.version)
  if (product === undefined) throw new Error(`Request ${row.id} is for a product that is not there`)
  const make = product.make(options)
  const needed = neededOf(make, order.quantity)
  const narrow = tightest(needed, free)
  const price = ownPrice(factory, make, order)
  const view = {
    request: row.id,
    product: order.product,
    version: order.version,
    options,
    hash: order.hash,
    quantity: order.quantity,
    country: order.country,
    wantedBy: order.shownBy?.toISOString() ?? null,
    deadline: row.deadline.toISOString(),
    /** minutes of set-up and run that it takes, and the work centre that gives the largest part (of 1) of its free time */
    minutes: [...needed.values()].reduce((sum, minutes) => sum + minutes, 0),
    tightest: narrow === undefined ? null : { workCentre: narrow.kind, part: Math.min(narrow.part, 9.99) },
    /** by the factory's own rate card: what the shopper would pay, and what the factory would get of it */
    price: { amount: price.amount, currency: price.currency },
    net: { amount: sharesOfTrace(price.trace).factory, currency: price.currency },
    trace: price.trace,
  }
  return { view, make }
}

function ownPrice({ profile }: KnownFactory, make: Make, order: OrderRow) {
  return priceOf(make, profile.rateCard, { country: order.country, quantity: order.quantity, origin: profile.country })
}

function neededOf(make: Make, quantity: number): Map<WorkCentreKind, number> {
  const needed = new Map<WorkCentreKind, number>()
  for (const { workCentre, setupS, runS } of make.operations)
    needed.set(workCentre, (needed.get(workCentre) ?? 0) + Math.ceil((setupS + runS * quantity) / 60))
  return needed
}

const iso = (at: number): string => new Date(at).toISOString()
