import type Stripe from 'stripe'
import type { RecordOf } from './records.ts'

export function customerObject(customer: RecordOf<'customer'>): Stripe.Customer {
  return {
    id: customer.id,
    object: 'customer',
    address: null,
    balance: 0,
    created: customer.created,
    default_source: null,
    delinquent: false,
    description: null,
    email: customer.email ?? null,
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: customer.metadata,
    name: customer.name ?? null,
    phone: null,
    shipping: null,
  }
}

export function accountObject(account: RecordOf<'account'>): Stripe.Account {
  return {
    id: account.id,
    object: 'account',
    business_type: 'company',
    capabilities: { transfers: account.onboarded ? 'active' : 'inactive' },
    charges_enabled: account.onboarded,
    country: account.country,
    created: account.created,
    default_currency: account.currency,
    details_submitted: account.onboarded,
    email: account.email ?? null,
    metadata: account.metadata,
    payouts_enabled: account.onboarded,
    type: 'express',
  }
}

export function accountLinkObject(link: RecordOf<'account_link'>, origin: string): Stripe.AccountLink {
  return {
    object: 'account_link',
    created: link.created,
    expires_at: link.expiresAt,
    url: `${origin}/connect/${link.id}`,
  }
}

export function transferObject(transfer: RecordOf<'transfer'>): Stripe.Transfer {
  return {
    id: transfer.id,
    object: 'transfer',
    amount: transfer.amount,
    amount_reversed: 0,
    balance_transaction: null,
    created: transfer.created,
    currency: transfer.currency,
    description: transfer.description ?? null,
    destination: transfer.destination,
    livemode: false,
    metadata: transfer.metadata,
    reversals: { object: 'list', data: [], has_more: false, url: `/v1/transfers/${transfer.id}/reversals` },
    reversed: false,
    source_transaction: transfer.sourceCharge ?? null,
    transfer_group: transfer.transferGroup ?? null,
  }
}
