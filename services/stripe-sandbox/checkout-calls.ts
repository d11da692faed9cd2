import { z } from 'zod'
import { type ApiCall, type ApiRoute, expandOf, idOf, listObject, pagingShape } from './api-call.ts'
import { invalid, missing } from './api-error.ts'
import { formExpand, formInt, formMetadata, parseParams } from './form.ts'
import { expireSession } from './moves.ts'
import type { RecordOf } from './records.ts'
import { sessionObject } from './session-object.ts'
import { newId } from './store.ts'

/** A session lives 30 minutes to 24 hours (Stripe); a minute of grace, since a request takes its time. */
const life = { shortestS: 30 * 60, longestS: 24 * 3600, graceS: 60 }

/** Stripe's smallest charge differs by currency, around fifty cents; its largest is eight digits. */
const charged = { least: 50, most: 99_999_999 }

const expandable = ['line_items', 'payment_intent', 'payment_intent.latest_charge', 'customer']

const createShape = z.strictObject({
  mode: z.literal('payment'),
  allowed_payment_method_types: z.array(z.literal('card')).optional(),
  client_reference_id: z.string().max(200).optional(),
  customer: z.string().optional(),
  customer_email: z.email().optional(),
  metadata: formMetadata,
  payment_intent_data: z
    .strictObject({
      capture_method: z.enum(['automatic', 'automatic_async', 'manual']).default('automatic'),
      metadata: formMetadata,
      transfer_group: z.string().optional(),
      description: z.string().max(1000).optional(),
    })
    .prefault({}),
  line_items: z
    .array(
      z.strictObject({
        quantity: formInt.pipe(z.int().positive()),
        price_data: z.strictObject({
          currency: z.string().regex(/^[a-z]{3}$/),
          unit_amount: formInt.pipe(z.int().nonnegative()),
          product_data: z.strictObject({ name: z.string().min(1).max(250), description: z.string().optional() }),
        }),
      }),
    )
    .min(1)
    .max(100),
  success_url: z.url(),
  cancel_url: z.url().optional(),
  expires_at: formInt.optional(),
  locale: z.string().optional(),
  submit_type: z.enum(['auto', 'pay', 'book']).optional(),
  expand: formExpand,
})

function create(call: ApiCall): () => object {
  const { sandbox, change } = call
  const params = parseParams(createShape, call.form)
  const expand = expandOf(params.expand, expandable)
  const currencies = new Set(params.line_items.map((line) => line.price_data.currency))
  const [currency] = currencies
  if (currency === undefined || currencies.size > 1) {
    throw invalid('All line items must have the same currency.', { param: 'line_items' })
  }
  if (params.customer !== undefined && !sandbox.store.customer.has(params.customer)) {
    throw missing('customer', params.customer, 'customer')
  }
  const amount = params.line_items.reduce((sum, line) => sum + line.quantity * line.price_data.unit_amount, 0)
  if (amount < charged.least || amount > charged.most) {
    const code = amount < charged.least ? 'amount_too_small' : 'amount_too_large'
    throw invalid('The Checkout Session’s total amount is outside what can be charged.', { code })
  }
  const { capture_method, metadata, transfer_group, description } = params.payment_intent_data
  const session: RecordOf<'checkout.session'> = {
    object: 'checkout.session',
    id: newId('cs_test'),
    created: change.at,
    status: 'open',
    expiresAt: expiryOf(params.expires_at, change.at),
    amount,
    currency,
    lines: params.line_items.map((line) => ({
      id: newId('li'),
      name: line.price_data.product_data.name,
      amount: line.price_data.unit_amount,
      quantity: line.quantity,
    })),
    successUrl: params.success_url,
    metadata: params.metadata,
    intentData: {
      captureMethod: capture_method === 'manual' ? 'manual' : 'automatic',
      metadata,
      ...(transfer_group === undefined ? {} : { transferGroup: transfer_group }),
      ...(description === undefined ? {} : { description }),
    },
    ...(params.cancel_url === undefined ? {} : { cancelUrl: params.cancel_url }),
    ...(params.customer === undefined ? {} : { customer: params.customer }),
    ...(params.customer_email === undefined ? {} : { customerEmail: params.customer_email }),
    ...(params.client_reference_id === undefined ? {} : { clientReference: params.client_reference_id }),
  }
  change.put(session)
  change.count({ kind: 'checkout', target: session.id, amount, currency, order: session.metadata.order })
  return () => sessionObject(sandbox.store, session, sandbox.origin(), expand)
}

function expiryOf(asked: number | undefined, at: number): number {
  if (asked === undefined) return at + life.longestS
  if (asked < at + life.shortestS - life.graceS) {
    throw invalid('The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.', {
      param: 'expires_at',
    })
  }
  if (asked > at + life.longestS + life.graceS) {
    throw invalid('The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.', {
      param: 'expires_at',
    })
  }
  return asked
}

function found(call: ApiCall): RecordOf<'checkout.session'> {
  const session = call.sandbox.store['checkout.session'].get(idOf(call))
  if (session === undefined) throw missing('checkout.session', idOf(call), 'session')
  return session
}

function retrieve(call: ApiCall): () => object {
  const session = found(call)
  const { expand } = parseParams(z.strictObject({ expand: formExpand }), call.form)
  const wanted = expandOf(expand, expandable)
  return () => sessionObject(call.sandbox.store, session, call.sandbox.origin(), wanted)
}

function list(call: ApiCall): () => object {
  const { store, origin } = call.sandbox
  const shape = z.strictObject({ ...pagingShape, payment_intent: z.string().optional() })
  const { payment_intent: intent, ...paging } = parseParams(shape, call.form)
  const all = [...store['checkout.session'].values()].filter((item) => intent === undefined || item.intent === intent)
  return () => listObject('/v1/checkout/sessions', all, paging, (item) => sessionObject(store, item, origin()))
}

function expire(call: ApiCall): () => object {
  const { sandbox, change } = call
  const session = found(call)
  const { expand } = parseParams(z.strictObject({ expand: formExpand }), call.form)
  const wanted = expandOf(expand, expandable)
  if (session.status !== 'open') {
    throw invalid(
      'Only Checkout Sessions with a status in ["open"] can be expired. ' +
        `This Checkout Session has a status of ${session.status}.`,
    )
  }
  const next = expireSession(change, sandbox.store, session, sandbox.origin())
  return () => sessionObject(sandbox.store, next, sandbox.origin(), wanted)
}

export const checkoutRoutes: readonly ApiRoute[] = [
  ['POST /v1/checkout/sessions', 'checkout', create],
  ['GET /v1/checkout/sessions', 'retrieve', list],
  ['GET /v1/checkout/sessions/:id', 'retrieve', retrieve],
  ['POST /v1/checkout/sessions/:id/expire', 'expire', expire],
]
