import Stripe from 'stripe'
import { ServiceRejected, ServiceUnavailable } from './unavailable.ts'

/**
 * Why money did not move, as a named case. `declined` carries the issuer's reason; `expired` means the authorisation
 * lapsed; `key_reused` that the idempotency key was used with other parameters before.
 */
export type PaymentRefusal = {
  readonly refused:
    | 'declined'
    | 'not_authorised'
    | 'already_captured'
    | 'already_refunded'
    | 'cancelled'
    | 'expired'
    | 'amount_too_large'
    | 'not_found'
    | 'session_closed'
    | 'key_reused'
    | 'account_not_ready'
    | 'country_unsupported'
  /** Stripe's own code or decline code, for the log and the operator; never shown to a shopper as a sentence. */
  readonly code: string
}

const byCode: Readonly<Record<string, PaymentRefusal['refused']>> = {
  amount_too_large: 'amount_too_large',
  charge_already_captured: 'already_captured',
  charge_already_refunded: 'already_refunded',
  charge_expired_for_capture: 'expired',
  resource_missing: 'not_found',
  insufficient_capabilities_for_transfer: 'account_not_ready',
  country_unsupported: 'country_unsupported',
}

/**
 * Maps what the SDK threw to a refusal. Throws `ServiceUnavailable` where repeating the same call is right
 * (no connection, 409, 429, 5xx), and `ServiceRejected` for what only an operator or a programmer can mend.
 * Neither carries the SDK's error as cause: it holds request headers and, for a bad key, part of the key.
 */
function refusalOf(error: unknown): PaymentRefusal {
  if (!(error instanceof Stripe.errors.StripeError)) throw error
  const code = error.code ?? error.rawType ?? 'unknown'
  const where = `${code} (status ${error.statusCode ?? 'none'}, request ${error.requestId ?? 'none'})`
  if (error instanceof Stripe.errors.StripeCardError) {
    return { refused: 'declined', code: error.decline_code ?? code }
  }
  if (error instanceof Stripe.errors.StripeConnectionError) throw new ServiceUnavailable('stripe', 'no connection')
  const status = error.statusCode ?? 500
  if (status === 409 || status === 429 || status >= 500) throw new ServiceUnavailable('stripe', where)
  if (error instanceof Stripe.errors.StripeIdempotencyError) return { refused: 'key_reused', code }
  if (code === 'payment_intent_unexpected_state') return { refused: stateRefusal(error.payment_intent), code }
  const refused = byCode[code]
  if (refused !== undefined) return { refused, code }
  if (error.param === 'amount' || error.param === 'amount_to_capture') return { refused: 'amount_too_large', code }
  throw new ServiceRejected('stripe', `${where}${error.param === undefined ? '' : `, parameter ${error.param}`}`)
}

/** Why a payment intent cannot make the asked move, from the state it is in. */
function stateRefusal(intent: Stripe.PaymentIntent | undefined): PaymentRefusal['refused'] {
  if (intent?.status === 'succeeded') return 'already_captured'
  if (intent?.status !== 'canceled') return 'not_authorised'
  const lapsed = intent.cancellation_reason === 'automatic' || intent.cancellation_reason === 'expired'
  return lapsed ? 'expired' : 'cancelled'
}

/** Runs one call of the SDK: its result, or the refusal its error maps to. Throws as `refusalOf` does. */
export async function answered<Result>(call: () => Promise<Result | PaymentRefusal>): Promise<Result | PaymentRefusal> {
  try {
    return await call()
  } catch (error) {
    return refusalOf(error)
  }
}
