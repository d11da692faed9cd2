import { WorkflowNotFoundError } from '@temporalio/client'
import { findShipment } from '#prisma/deliveries.ts'
import { forgetNotice, rememberNotice } from '#prisma/notices.ts'
import { findPaymentBy } from '#prisma/payments.ts'
import { carrierSignatureHeader } from '#services/carrier-messages.ts'
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

/** Which order a notice is about; an intent that no row knows yet (a declined first try) is asked of Stripe itself. */
async function noticedOrder(platform: Platform, notice: { object: string; id: string }): Promise<string | undefined> {
  const { database, payments } = platform
  if (notice.object === 'checkout.session') return (await findPaymentBy(database, { sessionId: notice.id }))?.orderId
  if (notice.object !== 'payment_intent') return undefined
  const known = await findPaymentBy(database, { paymentIntentId: notice.id })
  if (known !== undefined) return known.orderId
  const payment = await payments.fetchPaymentIntent(notice.id)
  return 'refused' in payment ? undefined : payment.order
}

/** The carrier says that something changed. */
export async function takeCarrierNotice(platform: Platform, request: Request): Promise<Response> {
  const body = await bodyOf(request)
  const notice =
    body === undefined
      ? undefined
      : platform.carrier.verifyWebhook(body, request.headers.get(carrierSignatureHeader), Date.now())
  if (notice === undefined) return Response.json({ error: 'bad_signature' }, { status: 400 })
  return once(platform, 'carrier', notice.event, async () => {
    const shipment = await findShipment(platform.database, notice.shipment)
    if (shipment === undefined) throw new Error('A notice came before its shipment was written')
    await tell(
      orderHandle(platform.temporal, shipment.orderId).signal(message.shipmentMoved, { reference: notice.shipment }),
    )
  })
}

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
