import { loadProduct } from '#models/catalog.ts'
import { sharesOfTrace } from '#models/money/shares.ts'
import type { Options } from '#models/product/options.ts'
import { readShipmentOf } from '#prisma/deliveries.ts'
import { type KnownFactory, readFactory } from '#prisma/factories.ts'
import { readFrozenOptions } from '#prisma/frozen-options.ts'
import { type JobRow, readJob } from '#prisma/jobs.ts'
import { type OrderRow, readOrders } from '#prisma/orders.ts'
import { type QuoteRow, readQuotes } from '#prisma/quotes.ts'
import { operationViews, overrun } from './order-view.ts'
import { arrivalAfter } from './own-slot.ts'
import type { Platform } from './platform.ts'
import { Refused } from './refusals.ts'

/** Jobs as their maker sees them: what to make, by when, for what money, and who holds the clock. Nothing of the shopper but the country. */
export async function jobViews(platform: Platform, rows: readonly JobRow[]) {
  return Promise.all((await readAround(platform, rows)).map((known) => jobView(platform, known)))
}

/** A job with all that belongs to it. */
type KnownJob = {
  readonly row: JobRow
  readonly order: OrderRow
  readonly quote: QuoteRow
  readonly options: Options
  readonly factory: KnownFactory
}

async function readAround({ database }: Platform, rows: readonly JobRow[]): Promise<KnownJob[]> {
  const [orders, quotes, frozen, factories] = await Promise.all([
    readOrders(
      database,
      rows.map((row) => row.orderId),
    ),
    readQuotes(
      database,
      rows.map((row) => row.quoteId),
    ),
    readFrozenOptions(
      database,
      rows.map((row) => row.hash),
    ),
    Promise.all([...new Set(rows.map((row) => row.factoryId))].map((id) => readFactory(database, id))),
  ])
  return rows.map((row) => {
    const order = orders.get(row.orderId)
    const quote = quotes.get(row.quoteId)
    const options = frozen.get(row.hash)
    const factory = factories.find((each) => each?.profile.id === row.factoryId)
    if (order === undefined || quote === undefined || options === undefined || factory === undefined)
      throw new Error(`Job ${row.id} has no order, quote, specification or factory`)
    return { row, order, quote, options, factory }
  })
}

async function jobView(platform: Platform, { row, order, quote, options, factory }: KnownJob) {
  const product = await loadProduct(order.product, order.version)
  if (product === undefined) throw new Error(`Job ${row.id} is for a product that is not there`)
  const own = order.jobId === row.id
  const finish = projectedFinish(row, platform.now())
  const arrival = finish === undefined ? undefined : arrivalAfter(factory, product.make(options), order, finish)
  const isMade = row.stage === 'shipped'
  const projected = isMade ? undefined : (arrival ?? quote.deliverBy.getTime())
  return {
    job: row.id,
    order: row.orderId,
    stage: row.stage,
    /** the stage of the order while this is the job that makes it */
    orderStage: own ? order.stage : null,
    waitingOn: own ? order.waitingOn : ('none' as const),
    waitingSince: own ? order.waitingSince.toISOString() : null,
    dueAt: own ? (order.dueAt?.toISOString() ?? null) : null,
    hash: row.hash,
    product: order.product,
    version: order.version,
    options,
    quantity: row.quantity,
    country: order.country,
    acceptBy: row.acceptBy.toISOString(),
    /** the end of the work: as planned now, as promised with the quote, and as it looks with what is overdue */
    finishesAt: row.finishesAt?.toISOString() ?? null,
    finishBy: quote.finishesAt.toISOString(),
    projectedFinishAt: finish === undefined ? null : new Date(finish).toISOString(),
    /** the day at the shopper's door: as promised, and as it looks */
    promisedAt: quote.deliverBy.toISOString(),
    projectedAt: projected === undefined ? null : new Date(projected).toISOString(),
    late: (own && order.late) || (projected !== undefined && projected > quote.deliverBy.getTime()),
    price: { amount: quote.amount, currency: quote.currency },
    /** what the factory gets of it */
    net: { amount: sharesOfTrace(quote.trace).factory, currency: quote.currency },
    trace: quote.trace,
    operations: operationViews(row),
  }
}

/** When the work ends, business ms, with what should have begun or ended and has not; undefined before it is accepted. */
function projectedFinish(row: JobRow, now: number): number | undefined {
  if (row.finishesAt === null || row.stage === 'shipped') return undefined
  if (row.stage === 'awaiting_acceptance') return row.finishesAt.getTime()
  return row.finishesAt.getTime() + overrun(row, now)
}

/** One job with what its maker needs; the address only once it is to be shipped, the shopper's mail never. */
export async function jobDetail(platform: Platform, row: JobRow) {
  const [known] = await readAround(platform, [row])
  if (known === undefined) throw new Error(`Job ${row.id} cannot be read`)
  const view = await jobView(platform, known)
  const shipping = row.stage === 'in_production' && row.operations.every((each) => each.state === 'done')
  const shown = shipping || row.stage === 'shipped'
  const shipment = row.stage === 'shipped' ? await readShipmentOf(platform.database, row.orderId) : undefined
  return {
    ...view,
    address: shown ? addressView(known.order.address) : null,
    shipment:
      shipment === undefined
        ? null
        : {
            reference: shipment.reference,
            state: shipment.state,
            carrier: shipment.carrier,
            tracking: shipment.tracking,
            label: shipment.label,
            cartons: shipment.cartons.map(({ tracking, label: _, ...size }) => ({
              ...size,
              tracking: tracking ?? null,
            })),
            expectedAt: shipment.expectedAt?.toISOString() ?? null,
            deliveredAt: shipment.deliveredAt?.toISOString() ?? null,
          },
    now: new Date(platform.now()).toISOString(),
  }
}

const addressView = ({ line2, region, ...address }: OrderRow['address']) => ({
  ...address,
  line2: line2 ?? null,
  region: region ?? null,
})

/** The same, read anew after something was done to it. */
export async function detailNow(platform: Platform, job: string) {
  const row = await readJob(platform.database, job)
  if (row === undefined) throw new Refused('unknown_job', { job })
  return jobDetail(platform, row)
}
