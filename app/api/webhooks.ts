import { WorkflowNotFoundError } from '@temporalio/client'
import { findShipment, recordScan, type ShipmentState } from '#prisma/deliveries.ts'
import { forgetNotice, rememberNotice } from '#prisma/notices.ts'
import { findPaymentBy } from '#prisma/payments.ts'
import { carrierSignatureHeader } from '#services/carrier-messages.ts'
import type { PaymentNotice } from '#services/payment.ts'
import { orderHandle } from '#workflows/client.ts'
import * as message from '#workflows/order/messages.ts'
import type { Platform } from './platform.ts'

/** A notice is a hint that names an object; anything longer is not one. */
const longest = 256 * 1024

/** Stripe says that something changed. Signature and age are checked; of the body only ids are used. */
export async function takeStripeNotice(platform: Platform, request: Request): Promise<Response> {
  const body = await bodyOf(request)
  const notice =
    body === undefined ? undefined : platform.payments.verifyWebhook(body, request.headers.get('stripe-signature'))
  if (notice === undefined) return Response.json({ error: 'bad_signature' }, { status: 400 })
  return once(platform, 'stripe', notice.event, async () => {
    const order = await noticedOrder(platform, notice)
    if (order !== undefined) await tell(orderHandle(platform.temporal, order).signal(message.paymentMoved, {}))
  })
}

/** The money is set aside: two notices say so at one moment, and the page one returns to asks as well. */
const settingAside: ReadonlySet<string> = new Set([
  'checkout.session.completed',
  'payment_intent.amount_capturable_updated',
])

/** Notices that can move an order. Nothing but the order itself takes money, so that it was taken is no news. */
const moving: ReadonlySet<string> = new Set([
  ...settingAside,
  'checkout.session.expired',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
])

/** Which order a notice is news to; an intent that no row knows yet (a declined first try) is asked of Stripe itself. */
async function noticedOrder(platform: Platform, notice: PaymentNotice): Promise<string | undefined> {
  const { database, payments } = platform
  if (!moving.has(notice.type)) return undefined
  const by = notice.object === 'checkout.session' ? { sessionId: notice.id } : { paymentIntentId: notice.id }
  const known = await findPaymentBy(database, by)
  if (known !== undefined) {
    const heard = known.state === 'authorised' || known.state === 'captured'
    return heard && settingAside.has(notice.type) ? undefined : known.orderId
  }
  // Of a first try that went through, its session tells.
  if (notice.object !== 'payment_intent' || settingAside.has(notice.type)) return undefined
  const payment = await payments.fetchPaymentIntent(notice.id)
  return 'refused' in payment ? undefined : payment.order
}

/**
 * The carrier says that something changed. Goods are scanned many times on their way: what changes neither their day nor who is waited for is
 * written at once, and only the rest is told to the order, which fetches the truth itself.
 */
export async function takeCarrierNotice(platform: Platform, request: Request): Promise<Response> {
  const body = await bodyOf(request)
  const notice =
    body === undefined
      ? undefined
      : platform.carrier.verifyWebhook(body, request.headers.get(carrierSignatureHeader), Date.now())
  if (notice === undefined) return Response.json({ error: 'bad_signature' }, { status: 400 })
  return once(platform, 'carrier', notice.event, async () => {
    const { shipment: reference } = notice
    const known = await findShipment(platform.database, reference)
    if (known === undefined) throw new Error('A notice came before its shipment was written')
    const { orderId: order, jobId: job } = known
    const truth = await platform.carrier.fetchShipment(reference)
    if ('refused' in truth) throw new Error(`Shipment ${reference} cannot be read: ${truth.message}`)
    const scan = truth.events.at(-1)
    const goesOn = scan !== undefined && isOnItsWay(scan.kind) && isOnItsWay(known.state)
    if (goesOn && truth.expectedAt === known.expectedAt?.getTime()) {
      if (scan.kind !== known.state) await recordScan(platform.database.pool, { reference, order, job, scan })
      return
    }
    await tell(orderHandle(platform.temporal, order).signal(message.shipmentMoved, { reference }))
  })
}

const isOnItsWay = (state: ShipmentState): boolean =>
  state === 'announced' || state === 'collected' || state === 'in_transit'

/** Handles a notice once; one whose handling failed is answered 503 and comes again. */
async function once(platform: Platform, source: string, event: string, handle: () => Promise<void>): Promise<Response> {
  if (!(await rememberNotice(platform.database, source, event))) return Response.json({ received: true })
  try {
    await handle()
    return Response.json({ received: true })
  } catch (error) {
    await forgetNotice(platform.database, source, event)
    platform.log.warn({ err: error, source }, 'A notice could not be handled yet')
    return Response.json({ error: 'later' }, { status: 503, headers: { 'retry-after': '5' } })
  }
}

/** An order that has ended has nothing left to be told. */
async function tell(signal: Promise<void>): Promise<void> {
  try {
    await signal
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error
  }
}

async function bodyOf(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > longest) return undefined
  const body = await request.text()
  return body.length > longest ? undefined : body
}
