import type Stripe from 'stripe'
import type { CheckoutRequest, CheckoutSession, Payment, Refund } from './payment.ts'

/** Payment methods that can be authorised now and captured later; others (iDEAL, ACH) would be captured at once. */
const holdingMethods = ['card'] as const

/** Checkout's parameters for an authorisation. Throws RangeError when the lines do not sum to the amount. */
export function checkoutParams(request: CheckoutRequest): Stripe.Checkout.SessionCreateParams {
  const sum = request.lines.reduce((total, line) => total + line.amount * line.quantity, 0)
  if (sum !== request.amount) throw new RangeError(`lines sum to ${sum}, not to ${request.amount}`)
  const metadata = { order: request.order }
  return {
    mode: 'payment',
    allowed_payment_method_types: [...holdingMethods],
    client_reference_id: request.order,
    metadata,
    payment_intent_data: { capture_method: 'manual', metadata, transfer_group: request.order },
    line_items: request.lines.map((line) => ({
      quantity: line.quantity,
      price_data: {
        currency: request.currency.toLowerCase(),
        unit_amount: line.amount,
        product_data: { name: line.name },
      },
    })),
    success_url: request.successUrl,
    cancel_url: request.cancelUrl,
    expires_at: Math.ceil(request.expiresAt / 1000),
    ...(request.email === undefined ? {} : { customer_email: request.email }),
  }
}

export function sessionOf(session: Stripe.Checkout.Session): CheckoutSession {
  const intent = session.payment_intent
  const paymentIntent = intent === null || typeof intent === 'string' ? intent : intent.id
  const order = session.metadata?.order
  return {
    session: session.id,
    state: session.status === 'complete' ? 'complete' : session.status === 'expired' ? 'expired' : 'open',
    expiresAt: session.expires_at * 1000,
    ...(session.url === null ? {} : { url: session.url }),
    ...(paymentIntent === null ? {} : { paymentIntent }),
    ...(order === undefined ? {} : { order }),
  }
}

/** The last charge of an intent that was fetched with it. */
export function chargeOf(intent: Stripe.PaymentIntent): Stripe.Charge | undefined {
  const charge = intent.latest_charge
  return charge === null || typeof charge === 'string' ? undefined : charge
}

/** Reads an intent fetched with its `latest_charge`; without it there is no `captureBefore`. `refunded` is what its refunds sum to. */
export function paymentOf(intent: Stripe.PaymentIntent, refunded = 0): Payment {
  const charge = chargeOf(intent)
  const captureBefore = charge?.payment_method_details?.card?.capture_before
  const error = intent.last_payment_error
  const declineCode = error?.decline_code ?? error?.code
  const refusedCharge = error?.charge
  const order = intent.metadata.order
  return {
    paymentIntent: intent.id,
    state: stateOf(intent),
    amount: intent.amount,
    currency: intent.currency.toUpperCase(),
    capturable: intent.amount_capturable,
    captured: intent.amount_received,
    refunded,
    ...(captureBefore === undefined || intent.status !== 'requires_capture'
      ? {}
      : { captureBefore: captureBefore * 1000 }),
    ...(declineCode === undefined ? {} : { declineCode }),
    ...(refusedCharge === undefined ? {} : { refusedCharge }),
    ...(order === undefined ? {} : { order }),
  }
}

function stateOf(intent: Stripe.PaymentIntent): Payment['state'] {
  switch (intent.status) {
    case 'requires_capture':
      return 'authorised'
    case 'succeeded':
      return 'captured'
    case 'canceled':
      return intent.cancellation_reason === 'automatic' || intent.cancellation_reason === 'expired'
        ? 'lapsed'
        : 'cancelled'
    case 'processing':
      return 'processing'
    case 'requires_action':
      return 'needs_action'
    default:
      return 'unpaid'
  }
}

/** Stripe's refund states; `requires_action` waits on a person, so it is still pending. */
export function refundState(status: string | null): Refund['state'] {
  if (status === 'succeeded') return 'succeeded'
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending'
}
