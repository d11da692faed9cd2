import type Stripe from 'stripe'
import { z } from 'zod'
import type { CheckoutRequest, CheckoutSession, Payment, PaymentNotice, Refund } from './payment.ts'
import { chargeOf, checkoutParams, paymentOf, refundState, sessionOf } from './payment-reading.ts'
import { answered, type PaymentRefusal } from './payment-refusal.ts'
import { type StripeConfig, stripeClient } from './stripe-client.ts'

/**
 * Our side of Stripe. Every method answers a named refusal where one is expected, and throws `ServiceUnavailable`
 * (repeat with the same key) or `ServiceRejected` (do not).
 */
export type Payments = {
  createCheckout(request: CheckoutRequest): Promise<CheckoutSession | PaymentRefusal>
  fetchSession(session: string): Promise<CheckoutSession | PaymentRefusal>
  expireSession(input: { session: string; idempotencyKey: string }): Promise<CheckoutSession | PaymentRefusal>
  fetchPaymentIntent(paymentIntent: string): Promise<Payment | PaymentRefusal>
  /** Takes `amount` of an authorisation and releases the rest. Already captured with the same amount answers the payment. */
  capture(input: { paymentIntent: string; amount: number; idempotencyKey: string }): Promise<Payment | PaymentRefusal>
  /** Releases an authorisation. Already cancelled or lapsed answers the payment. */
  cancelAuthorisation(input: { paymentIntent: string; idempotencyKey: string }): Promise<Payment | PaymentRefusal>
  refund(input: {
    paymentIntent: string
    amount: number
    order?: string
    idempotencyKey: string
  }): Promise<Refund | PaymentRefusal>
  /** Checks signature and age (300 s) of the raw body. `undefined` means: not from Stripe, answer 400 and do nothing. */
  verifyWebhook(body: string, signature: string | null): PaymentNotice | undefined
}

export type PaymentsConfig = StripeConfig & { readonly webhookSecret: string }

/** Webhooks signed longer ago than this are refused, so that a recorded one cannot be sent again later. */
const webhookToleranceS = 300

const signedEvent = z.object({
  id: z.string(),
  type: z.string(),
  data: z.object({ object: z.object({ id: z.string(), object: z.string() }) }),
})

export function createPayments(config: PaymentsConfig): Payments {
  const stripe = stripeClient(config)
  const whole = { expand: ['latest_charge'] }

  /** Summed over the refunds themselves: a charge's own figure also counts what a cancellation released. */
  async function refundedOf(intent: Stripe.PaymentIntent): Promise<number> {
    if (intent.amount_received === 0 || chargeOf(intent)?.amount_refunded === 0) return 0
    let sum = 0
    for await (const refund of stripe.refunds.list({ payment_intent: intent.id, limit: 100 })) {
      if (refundState(refund.status) !== 'failed') sum += refund.amount
    }
    return sum
  }

  async function fetchPaymentIntent(paymentIntent: string): Promise<Payment | PaymentRefusal> {
    const intent = await stripe.paymentIntents.retrieve(paymentIntent, whole)
    return paymentOf(intent, await refundedOf(intent))
  }

  return {
    createCheckout: (request) =>
      answered(async () => {
        const session = await stripe.checkout.sessions.create(checkoutParams(request), {
          idempotencyKey: request.idempotencyKey,
        })
        return sessionOf(session)
      }),

    fetchSession: (session) => answered(async () => sessionOf(await stripe.checkout.sessions.retrieve(session))),

    expireSession: ({ session, idempotencyKey }) =>
      answered(async () => {
        const now = await stripe.checkout.sessions.retrieve(session)
        if (now.status === 'complete') return { refused: 'session_closed', code: 'complete' }
        if (now.status === 'expired') return sessionOf(now)
        return sessionOf(await stripe.checkout.sessions.expire(session, {}, { idempotencyKey }))
      }),

    fetchPaymentIntent: (paymentIntent) => answered(() => fetchPaymentIntent(paymentIntent)),

    capture: ({ paymentIntent, amount, idempotencyKey }) =>
      answered(async () => {
        const answer = await answered(async () =>
          paymentOf(
            await stripe.paymentIntents.capture(
              paymentIntent,
              { amount_to_capture: amount, ...whole },
              { idempotencyKey },
            ),
          ),
        )
        if (!('refused' in answer) || answer.refused !== 'already_captured') return answer
        const now = await fetchPaymentIntent(paymentIntent)
        return 'refused' in now || now.captured === amount ? now : answer
      }),

    cancelAuthorisation: ({ paymentIntent, idempotencyKey }) =>
      answered(async () => {
        const answer = await answered(async () =>
          paymentOf(
            await stripe.paymentIntents.cancel(
              paymentIntent,
              { cancellation_reason: 'requested_by_customer', ...whole },
              { idempotencyKey },
            ),
          ),
        )
        const gone = 'refused' in answer && (answer.refused === 'cancelled' || answer.refused === 'expired')
        return gone ? fetchPaymentIntent(paymentIntent) : answer
      }),

    refund: ({ paymentIntent, amount, order, idempotencyKey }) =>
      answered(async () => {
        const refund = await stripe.refunds.create(
          { payment_intent: paymentIntent, amount, ...(order === undefined ? {} : { metadata: { order } }) },
          { idempotencyKey },
        )
        return {
          refund: refund.id,
          state: refundState(refund.status),
          amount: refund.amount,
          currency: refund.currency,
        }
      }),

    verifyWebhook(body, signature) {
      if (signature === null) return undefined
      try {
        stripe.webhooks.constructEvent(body, signature, config.webhookSecret, webhookToleranceS)
        const event = signedEvent.parse(JSON.parse(body))
        return { event: event.id, type: event.type, object: event.data.object.object, id: event.data.object.id }
      } catch {
        return undefined
      }
    },
  }
}
