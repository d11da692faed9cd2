import type Stripe from 'stripe'
import { type Expand, intentObject, nothing, within } from './payment-objects.ts'
import type { RecordOf } from './records.ts'
import type { Tables } from './store.ts'

/** `origin` is where the hosted page lives. */
export function sessionObject(
  tables: Tables,
  session: RecordOf<'checkout.session'>,
  origin: string,
  expand: Expand = nothing,
): Stripe.Checkout.Session {
  const intent = session.intent === undefined ? undefined : tables.payment_intent.get(session.intent)
  return {
    id: session.id,
    object: 'checkout.session',
    adaptive_pricing: null,
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: ['card'],
    amount_subtotal: session.amount,
    amount_total: session.amount,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: session.cancelUrl ?? null,
    client_reference_id: session.clientReference ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: session.created,
    currency: session.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer: session.customer ?? null,
    customer_account: null,
    customer_creation: session.customer === undefined ? 'if_required' : null,
    customer_details: session.payer === undefined ? null : details(session.payer),
    customer_email: session.customerEmail ?? null,
    discounts: [],
    expires_at: session.expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    ...(expand.has('line_items') ? { line_items: lineItems(session) } : {}),
    livemode: false,
    locale: null,
    managed_payments: null,
    metadata: session.metadata,
    mode: 'payment',
    origin_context: null,
    payment_intent:
      intent === undefined
        ? null
        : expand.has('payment_intent')
          ? intentObject(tables, intent, within(expand, 'payment_intent'))
          : intent.id,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card'],
    payment_status: intent !== undefined && intent.captured > 0 ? 'paid' : 'unpaid',
    permissions: null,
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: session.status,
    submit_type: null,
    subscription: null,
    success_url: session.successUrl,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: session.status === 'open' ? `${origin}/c/pay/${session.id}` : null,
    wallet_options: null,
  }
}

function details(payer: { email: string; name: string }): Stripe.Checkout.Session.CustomerDetails {
  return {
    address: null,
    business_name: null,
    email: payer.email,
    individual_name: null,
    name: payer.name,
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  }
}

function lineItems(session: RecordOf<'checkout.session'>): Stripe.ApiList<Stripe.LineItem> {
  return {
    object: 'list',
    has_more: false,
    url: `/v1/checkout/sessions/${session.id}/line_items`,
    data: session.lines.map((line) => ({
      id: line.id,
      object: 'item',
      adjustable_quantity: null,
      amount_discount: 0,
      amount_subtotal: line.amount * line.quantity,
      amount_tax: 0,
      amount_total: line.amount * line.quantity,
      currency: session.currency,
      description: line.name,
      metadata: {},
      price: null,
      quantity: line.quantity,
    })),
  }
}
