import type { Money } from '#models/money/amount.ts'
import { cancelling } from '#models/order/cancelling.ts'
import { readShipmentOf } from '#prisma/deliveries.ts'
import { optionsSchema, readDesignOptions } from '#prisma/designs.ts'
import { listEvents } from '#prisma/events.ts'
import { type JobRow, readJob } from '#prisma/jobs.ts'
import { type OrderRow, readSpecification } from '#prisma/orders.ts'
import { latestPayment } from '#prisma/payments.ts'
import { readPayoutOf } from '#prisma/payouts.ts'
import { type QuoteRow, readQuote } from '#prisma/quotes.ts'
import { latestReport } from '#prisma/reports.ts'
import type { Platform } from './platform.ts'

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null

/** A quote as the API gives it. */
export function quoteView(row: QuoteRow) {
  return {
    id: row.id,
    round: row.round,
    state: row.state,
    factory: row.factory,
    belt: row.belt,
    distanceKm: row.distanceKm,
    price: { amount: row.amount, currency: row.currency },
    trace: row.trace,
    deliverBy: row.deliverBy.toISOString(),
    heldUntil: row.heldUntil.toISOString(),
  }
}

/** The operations of a job as the API gives them. */
export function operationViews(job: Pick<JobRow, 'operations'> | undefined) {
  return (job?.operations ?? []).map((operation) => ({
    operation: operation.key,
    workCentre: operation.workCentre,
    state: operation.state,
    startsAt: operation.startsAt.toISOString(),
    endsAt: operation.endsAt.toISOString(),
    startedAt: iso(operation.startedAt),
    finishedAt: iso(operation.finishedAt),
    after: operation.after,
    setupS: operation.setupS,
    runS: operation.runS,
    lagS: operation.lagS,
    note: operation.note,
    photo: operation.photo,
    pauseReason: operation.pauseReason,
  }))
}

/** How much later than planned the work is already, at business time `now`: what should have begun or ended and has not. */
export function overrun(job: JobRow, now: number): number {
  const open = job.operations.filter((operation) => operation.state !== 'done')
  const late = open.map(
    (operation) => now - (operation.state === 'running' ? operation.endsAt : operation.startsAt).getTime(),
  )
  return Math.max(0, ...late)
}

/** When the goods are expected now, business epoch ms. */
function projectedAt(
  order: OrderRow,
  quote: QuoteRow | undefined,
  job: JobRow | undefined,
  shipment: { expectedAt: Date | null; deliveredAt: Date | null } | undefined,
  now: number,
): number | undefined {
  if (shipment?.deliveredAt) return shipment.deliveredAt.getTime()
  if (order.stage === 'shipped') return shipment?.expectedAt?.getTime()
  if (quote === undefined) return undefined
  const afterFinish = quote.deliverBy.getTime() - quote.finishesAt.getTime()
  const making = order.stage === 'scheduled' || order.stage === 'in_production'
  if (!making || job?.finishesAt == null) return quote.deliverBy.getTime()
  return job.finishesAt.getTime() + overrun(job, now) + afterFinish
}

/** An order as its shopper sees it: the clock, the money, the work, the way. */
export async function orderView(platform: Platform, order: OrderRow) {
  const { database } = platform
  const [quote, job, payment, shipment, report, payout] = await Promise.all([
    order.quoteId === null ? undefined : readQuote(database, order.quoteId),
    order.jobId === null ? undefined : readJob(database, order.jobId),
    latestPayment(database, order.id),
    readShipmentOf(database, order.id),
    latestReport(database, order.id),
    readPayoutOf(database, order.id),
  ])
  const projected = projectedAt(order, quote, job, shipment, platform.now())
  return {
    order: order.id,
    url: orderUrl(platform, order),
    product: order.product,
    version: order.version,
    quantity: order.quantity,
    design: order.designId,
    email: order.email,
    address: order.address,
    country: order.country,
    stage: order.stage,
    waitingOn: order.waitingOn,
    waitingSince: order.waitingSince.toISOString(),
    dueAt: iso(order.dueAt),
    promisedAt: iso(order.promisedAt),
    projectedAt: projected === undefined ? null : new Date(projected).toISOString(),
    late: order.late,
    round: order.round,
    hash: order.hash,
    shown: { price: { amount: order.shownAmount, currency: order.currency }, deliverBy: iso(order.shownBy) },
    ...(quote === undefined ? {} : { quote: quoteView(quote) }),
    payment:
      payment === undefined
        ? { state: 'none' as const }
        : {
            state: payment.state,
            amount: { amount: payment.amount, currency: payment.currency },
            captured: { amount: payment.captured, currency: payment.currency },
            refunded: { amount: payment.refunded, currency: payment.currency },
            failure: payment.failure,
          },
    job: order.jobId,
    operations: operationViews(job),
    shipment:
      shipment === undefined
        ? null
        : {
            state: shipment.state,
            carrier: shipment.carrier,
            tracking: shipment.tracking,
            cartons: shipment.cartons.length,
            expectedAt: iso(shipment.expectedAt),
            deliveredAt: iso(shipment.deliveredAt),
          },
    report:
      report === undefined
        ? null
        : {
            words: report.words,
            photos: report.photos,
            state: report.state,
            refund: report.refund,
            at: report.createdAt.toISOString(),
          },
    payout: payout === undefined ? null : { state: payout.state },
    createdAt: order.createdAt.toISOString(),
    now: new Date(platform.now()).toISOString(),
    /** business seconds in a wall second, so that a page can let its clock run on */
    speed: platform.clock.speed,
  }
}

/** The link that opens an order without an account. */
export const orderUrl = (platform: Platform, order: Pick<OrderRow, 'id' | 'accessKey'>): string =>
  `${platform.environment.web.origin}/orders/${order.id}?key=${order.accessKey}`

/** What cancelling now would give back, line by line. */
export async function cancelView(platform: Platform, order: OrderRow) {
  const { database } = platform
  const [quote, job] = await Promise.all([
    order.quoteId === null ? undefined : readQuote(database, order.quoteId),
    order.jobId === null ? undefined : readJob(database, order.jobId),
  ])
  const captured = order.stage === 'scheduled' || order.stage === 'in_production'
  const paid = { amount: captured ? (quote?.amount ?? 0) : 0, trace: captured ? (quote?.trace ?? []) : [] }
  const terms = cancelling({ stage: order.stage, paid, operations: job?.operations ?? [] })
  const money = (amount: number): Money => ({ amount, currency: order.currency })
  if (!terms.allowed) return { allowed: false as const, way: terms.way }
  return { allowed: true as const, refund: money(terms.refund), kept: money(terms.kept), lines: terms.lines }
}

/** The frozen options and the story, oldest first. */
export async function orderStory(platform: Platform, order: OrderRow) {
  const [specification, events] = await Promise.all([
    readSpecification(platform.database, order.hash),
    listEvents(platform.database, order.id),
  ])
  return {
    options: specification === undefined ? optionsSchema.parse({}) : readDesignOptions(specification.bytes),
    events: events.map((event) => ({ ...event, at: event.at.toISOString() })),
  }
}
