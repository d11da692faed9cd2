import { z } from 'zod'
import { delivery } from '../sandbox/deliveries.ts'

/**
 * What the sandbox remembers, as plain records; Stripe's objects are made from them when asked for. Times are wall
 * seconds since 1970 as Stripe counts, amounts minor units, currencies lower case.
 */

const metadata = z.record(z.string(), z.string())
const amount = z.int().nonnegative()

/** What Stripe keeps of a card; the number itself is never written down. */
export const keptCard = z.object({
  brand: z.string(),
  last4: z.string(),
  expMonth: z.int(),
  expYear: z.int(),
  country: z.string(),
})
export type KeptCard = z.infer<typeof keptCard>

const customer = z.object({
  object: z.literal('customer'),
  id: z.string(),
  created: z.int(),
  email: z.string().optional(),
  name: z.string().optional(),
  metadata,
})

const session = z.object({
  object: z.literal('checkout.session'),
  id: z.string(),
  created: z.int(),
  status: z.enum(['open', 'complete', 'expired']),
  expiresAt: z.int(),
  amount,
  currency: z.string(),
  lines: z.array(z.object({ id: z.string(), name: z.string(), amount, quantity: z.int().positive() })),
  successUrl: z.string(),
  cancelUrl: z.string().optional(),
  customer: z.string().optional(),
  customerEmail: z.string().optional(),
  clientReference: z.string().optional(),
  metadata,
  intent: z.string().optional(),
  payer: z.object({ email: z.string(), name: z.string() }).optional(),
  /** How the payment intent is to be made at the first attempt. */
  intentData: z.object({
    captureMethod: z.enum(['automatic', 'manual']),
    metadata,
    transferGroup: z.string().optional(),
    description: z.string().optional(),
  }),
})

/** Why an attempt failed, in Stripe's codes and words. */
export const paymentError = z.object({
  type: z.enum(['card_error', 'invalid_request_error']),
  code: z.string(),
  declineCode: z.string().optional(),
  message: z.string(),
  charge: z.string().optional(),
})
export type PaymentErrorRecord = z.infer<typeof paymentError>

const intent = z.object({
  object: z.literal('payment_intent'),
  id: z.string(),
  created: z.int(),
  status: z.enum(['requires_payment_method', 'requires_action', 'requires_capture', 'succeeded', 'canceled']),
  amount,
  currency: z.string(),
  captured: amount,
  captureMethod: z.enum(['automatic', 'manual']),
  customer: z.string().optional(),
  description: z.string().optional(),
  metadata,
  transferGroup: z.string().optional(),
  session: z.string().optional(),
  charge: z.string().optional(),
  lastError: paymentError.optional(),
  canceledAt: z.int().optional(),
  cancellationReason: z.string().optional(),
  /** The card that waits for 3-D Secure, and what its issuer will say afterwards. */
  challenge: z
    .object({ card: keptCard, verdict: z.enum(['approved', 'insufficient_funds']), payer: session.shape.payer })
    .optional(),
})

const charge = z.object({
  object: z.literal('charge'),
  id: z.string(),
  created: z.int(),
  status: z.enum(['succeeded', 'failed']),
  intent: z.string(),
  amount,
  currency: z.string(),
  captured: amount,
  /** Given back or released, in Stripe's sense: a cancelled authorisation counts as refunded. */
  refunded: amount,
  captureBefore: z.int().optional(),
  card: keptCard,
  payer: z.object({ email: z.string(), name: z.string() }).optional(),
  customer: z.string().optional(),
  failure: paymentError.optional(),
  metadata,
  transferGroup: z.string().optional(),
})

const refund = z.object({
  object: z.literal('refund'),
  id: z.string(),
  created: z.int(),
  amount,
  currency: z.string(),
  charge: z.string(),
  intent: z.string(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata,
})

const account = z.object({
  object: z.literal('account'),
  id: z.string(),
  created: z.int(),
  country: z.string(),
  currency: z.string(),
  email: z.string().optional(),
  /** True once the onboarding page was finished: before that transfers to it are refused. */
  onboarded: z.boolean(),
  metadata,
})

const accountLink = z.object({
  object: z.literal('account_link'),
  id: z.string(),
  created: z.int(),
  expiresAt: z.int(),
  account: z.string(),
  returnUrl: z.string(),
  refreshUrl: z.string(),
})

const transfer = z.object({
  object: z.literal('transfer'),
  id: z.string(),
  created: z.int(),
  amount,
  currency: z.string(),
  destination: z.string(),
  transferGroup: z.string().optional(),
  description: z.string().optional(),
  sourceCharge: z.string().optional(),
  metadata,
})

/** The object as it was when the event happened. */
const event = z.object({
  object: z.literal('event'),
  id: z.string(),
  created: z.int(),
  type: z.string(),
  snapshot: z.json(),
  requestKey: z.string().optional(),
})

const deliveryRecord = delivery.extend({ object: z.literal('delivery') })

/** The answer given to an idempotency key, for ever repeated. */
const answer = z.object({
  object: z.literal('answer'),
  id: z.string(),
  created: z.int(),
  fingerprint: z.string(),
  path: z.string(),
  request: z.string(),
  status: z.int(),
  body: z.string(),
})

/** Something that moved money or would have, counted where it happened. `target` is the object moved. */
const effect = z.object({
  object: z.literal('effect'),
  id: z.string(),
  at: z.int(),
  kind: z.enum(['checkout', 'authorisation', 'capture', 'cancellation', 'lapse', 'refund', 'transfer']),
  target: z.string(),
  amount,
  currency: z.string(),
  order: z.string().optional(),
  key: z.string().optional(),
})

export const storedRecord = z.discriminatedUnion('object', [
  customer,
  session,
  intent,
  charge,
  refund,
  account,
  accountLink,
  transfer,
  event,
  deliveryRecord,
  answer,
  effect,
])
export type StoredRecord = z.infer<typeof storedRecord>
export type Kind = StoredRecord['object']
export type RecordOf<K extends Kind> = Extract<StoredRecord, { object: K }>

/** One line of the journal: all that one call changed, so that it happened whole or not at all. */
export const journalLine = z.object({ at: z.int(), put: z.array(storedRecord).min(1) })
