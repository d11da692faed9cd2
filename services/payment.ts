import type { Currency } from '#models/money/amount.ts'

/** One line of what is paid, as the hosted page shows it. `amount` is per unit, in minor units, never negative. */
export type CheckoutLine = { readonly name: string; readonly amount: number; readonly quantity: number }

/**
 * What is to be authorised. `lines` must sum to `amount`. `expiresAt` is wall time in ms since 1970, at least 30
 * minutes and at most 24 hours ahead (Stripe's limits for Checkout sessions). The same key must carry the same request.
 * `successUrl` may hold `{CHECKOUT_SESSION_ID}`.
 */
export type CheckoutRequest = {
  readonly order: string
  readonly amount: number
  readonly currency: Currency
  readonly email?: string
  readonly lines: readonly CheckoutLine[]
  readonly successUrl: string
  readonly cancelUrl: string
  readonly expiresAt: number
  readonly idempotencyKey: string
}

/** A hosted payment page. `url` is only there while it is open; `paymentIntent` from the first attempt on. */
export type CheckoutSession = {
  readonly session: string
  readonly state: 'open' | 'complete' | 'expired'
  readonly url?: string
  readonly paymentIntent?: string
  readonly order?: string
  /** Wall time, ms since 1970. */
  readonly expiresAt: number
}

/** The current truth of one payment. Amounts are minor units of `currency`. */
export type Payment = {
  readonly paymentIntent: string
  readonly state: 'unpaid' | 'needs_action' | 'processing' | 'authorised' | 'captured' | 'cancelled' | 'lapsed'
  readonly amount: number
  readonly currency: string
  readonly capturable: number
  readonly captured: number
  readonly refunded: number
  /** Until when the authorisation may be captured; wall time, ms since 1970. */
  readonly captureBefore?: number
  /** The issuer's reason for the last refused attempt, such as `insufficient_funds`. */
  readonly declineCode?: string
  /** The charge that was refused, where the issuer was asked at all: one refusal, however often it is told. */
  readonly refusedCharge?: string
  readonly order?: string
}

export type Refund = {
  readonly refund: string
  readonly state: 'pending' | 'succeeded' | 'failed'
  readonly amount: number
  readonly currency: string
}

/** What a verified webhook says: which object to fetch. Nothing else of its body is trusted. */
export type PaymentNotice = {
  readonly event: string
  readonly type: string
  readonly object: string
  readonly id: string
}
