import type Stripe from 'stripe'
import type { KeptCard, PaymentErrorRecord, RecordOf } from './records.ts'
import type { Tables } from './store.ts'

/** Names to expand, relative to the object at hand, such as `latest_charge`. */
export type Expand = ReadonlySet<string>

export const nothing: Expand = new Set()

/** What of `expand` concerns the object under `field`: `payment_intent.latest_charge` becomes `latest_charge`. */
export function within(expand: Expand, field: string): Expand {
  return new Set([...expand].filter((path) => path.startsWith(`${field}.`)).map((path) => path.slice(field.length + 1)))
}

export function intentObject(
  tables: Tables,
  intent: RecordOf<'payment_intent'>,
  expand: Expand = nothing,
): Stripe.PaymentIntent {
  const charge = intent.charge === undefined ? undefined : tables.charge.get(intent.charge)
  return {
    id: intent.id,
    object: 'payment_intent',
    allowed_payment_method_types: ['card'],
    amount: intent.amount,
    amount_capturable: intent.status === 'requires_capture' ? intent.amount : 0,
    amount_received: intent.captured,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: intent.canceledAt ?? null,
    cancellation_reason: intent.cancellationReason ?? null,
    capture_method: intent.captureMethod,
    client_secret: `${intent.id}_secret_sandbox`,
    confirmation_method: 'automatic',
    created: intent.created,
    currency: intent.currency,
    customer: intent.customer ?? null,
    customer_account: null,
    description: intent.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: intent.lastError === undefined ? null : lastError(intent.lastError),
    latest_charge: charge === undefined ? null : expand.has('latest_charge') ? chargeObject(charge) : charge.id,
    livemode: false,
    managed_payments: null,
    metadata: intent.metadata,
    next_action: intent.status === 'requires_action' ? { type: 'use_stripe_sdk', use_stripe_sdk: {} } : null,
    on_behalf_of: null,
    payment_method: charge === undefined ? null : methodId(charge.id),
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: intent.status,
    transfer_data: null,
    transfer_group: intent.transferGroup ?? null,
  }
}

function lastError(error: PaymentErrorRecord): Stripe.PaymentIntent.LastPaymentError {
  return {
    type: error.type,
    code: error.code,
    message: error.message,
    ...(error.declineCode === undefined ? {} : { decline_code: error.declineCode }),
    ...(error.charge === undefined ? {} : { charge: error.charge }),
  }
}

export function chargeObject(charge: RecordOf<'charge'>): Stripe.Charge {
  const failed = charge.failure
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    amount_captured: charge.captured,
    amount_refunded: charge.refunded,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: {
      address: null,
      email: charge.payer?.email ?? null,
      name: charge.payer?.name ?? null,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: 'MAKERLINE SANDBOX',
    captured: charge.captured > 0,
    created: charge.created,
    currency: charge.currency,
    customer: charge.customer ?? null,
    description: null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: failed?.code ?? null,
    failure_message: failed?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: charge.metadata,
    on_behalf_of: null,
    outcome: outcomeObject(failed),
    paid: charge.status === 'succeeded',
    payment_intent: charge.intent,
    payment_method: methodId(charge.id),
    payment_method_details: { type: 'card', card: cardObject(charge.card, charge) },
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: charge.refunded > 0 && charge.refunded === charge.amount,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: charge.status,
    transfer_data: null,
    transfer_group: charge.transferGroup ?? null,
  }
}

function outcomeObject(failure: PaymentErrorRecord | undefined): Stripe.Charge.Outcome {
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: failure === undefined ? 'approved_by_network' : 'declined_by_network',
    reason: failure?.declineCode ?? null,
    seller_message: failure === undefined ? 'Payment complete.' : 'The bank did not approve the payment.',
    type: failure === undefined ? 'authorized' : 'issuer_declined',
  }
}

function cardObject(card: KeptCard, charge: RecordOf<'charge'>): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    amount_authorized: charge.status === 'succeeded' ? charge.amount : null,
    authorization_code: null,
    brand: card.brand,
    ...(charge.captureBefore === undefined ? {} : { capture_before: charge.captureBefore }),
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: card.country,
    electronic_commerce_indicator: null,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    extended_authorization: { status: 'disabled' },
    funding: 'credit',
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: card.last4,
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: card.brand,
    network_transaction_id: null,
    overcapture: { status: 'unavailable', maximum_amount_capturable: charge.amount },
    regulated_status: 'unregulated',
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  }
}

/** One payment method an attempt, named after its charge. */
const methodId = (charge: string): string => charge.replace(/^ch_/, 'pm_')

export function refundObject(refund: RecordOf<'refund'>): Stripe.Refund {
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    balance_transaction: null,
    charge: refund.charge,
    created: refund.created,
    currency: refund.currency,
    customer: null,
    customer_account: null,
    metadata: refund.metadata,
    payment_intent: refund.intent,
    payment_method: methodId(refund.charge),
    reason: refund.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  }
}
