import { z } from 'zod'
import { type ApiCall, type ApiRoute, idOf } from './api-call.ts'
import { invalid, missing } from './api-error.ts'
import { formExpand, formMetadata, parseParams } from './form.ts'
import { accountLinkObject, accountObject, customerObject } from './party-objects.ts'
import type { RecordOf } from './records.ts'
import { newId } from './store.ts'

const customerShape = z.strictObject({
  email: z.email().optional(),
  name: z.string().max(256).optional(),
  metadata: formMetadata,
  expand: formExpand,
})

function createCustomer(call: ApiCall): () => object {
  const { email, name, metadata } = parseParams(customerShape, call.form)
  const customer: RecordOf<'customer'> = {
    object: 'customer',
    id: newId('cus'),
    created: call.change.at,
    metadata,
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { name }),
  }
  call.change.put(customer)
  call.change.emit('customer.created', () => customerObject(customer))
  return () => customerObject(customer)
}

function retrieveCustomer(call: ApiCall): () => object {
  const customer = call.sandbox.store.customer.get(idOf(call))
  if (customer === undefined) throw missing('customer', idOf(call), 'id')
  return () => customerObject(customer)
}

/** Where Stripe opens connected accounts for a platform in the EEA, and the currency they are paid in (Stripe, cross-border payouts). */
const currencies: ReadonlyMap<string, string> = new Map([
  ...'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK BG'
    .split(' ')
    .map((country) => [country, 'eur'] as const),
  ...Object.entries({ US: 'usd', GB: 'gbp', CA: 'cad', CH: 'chf', LI: 'chf', NO: 'nok', SE: 'sek', DK: 'dkk' }),
  ...Object.entries({ PL: 'pln', CZ: 'czk', HU: 'huf', RO: 'ron', IS: 'isk' }),
])

const accountShape = z.strictObject({
  type: z.literal('express').default('express'),
  country: z.string().regex(/^[A-Z]{2}$/),
  email: z.email().optional(),
  business_type: z.literal('company').optional(),
  capabilities: z.strictObject({ transfers: z.strictObject({ requested: z.literal('true') }) }).optional(),
  metadata: formMetadata,
  expand: formExpand,
})

function createAccount(call: ApiCall): () => object {
  const { country, email, metadata } = parseParams(accountShape, call.form)
  const currency = currencies.get(country)
  if (currency === undefined) {
    throw invalid(`${country} is not currently supported by Stripe.`, {
      code: 'country_unsupported',
      param: 'country',
    })
  }
  const account: RecordOf<'account'> = {
    object: 'account',
    id: newId('acct').slice(0, 21),
    created: call.change.at,
    country,
    currency,
    onboarded: false,
    metadata,
    ...(email === undefined ? {} : { email }),
  }
  call.change.put(account)
  return () => accountObject(account)
}

function retrieveAccount(call: ApiCall): () => object {
  const account = call.sandbox.store.account.get(idOf(call))
  if (account === undefined) throw missing('account', idOf(call), 'account')
  return () => accountObject(account)
}

const linkShape = z.strictObject({
  account: z.string(),
  type: z.enum(['account_onboarding', 'account_update']),
  return_url: z.url(),
  refresh_url: z.url(),
  expand: formExpand,
})

/** A link to the onboarding page lives a few minutes and works once (Stripe). */
const linkS = 300

function createLink(call: ApiCall): () => object {
  const { account, return_url: returnUrl, refresh_url: refreshUrl } = parseParams(linkShape, call.form)
  if (!call.sandbox.store.account.has(account)) throw missing('account', account, 'account')
  const link: RecordOf<'account_link'> = {
    object: 'account_link',
    id: newId('link'),
    created: call.change.at,
    expiresAt: call.change.at + linkS,
    account,
    returnUrl,
    refreshUrl,
  }
  call.change.put(link)
  return () => accountLinkObject(link, call.sandbox.origin())
}

export const partyRoutes: readonly ApiRoute[] = [
  ['POST /v1/customers', 'customer', createCustomer],
  ['GET /v1/customers/:id', 'retrieve', retrieveCustomer],
  ['POST /v1/accounts', 'account', createAccount],
  ['GET /v1/accounts/:id', 'retrieve', retrieveAccount],
  ['POST /v1/account_links', 'account_link', createLink],
]
