import type { Change } from './change.ts'
import { chargeObject, intentObject, refundObject } from './payment-objects.ts'
import type { KeptCard, PaymentErrorRecord, RecordOf } from './records.ts'
import { sessionObject } from './session-object.ts'
import { newId, type Tables } from './store.ts'

/**
 * How money moves: each function makes the one move, tells it by the events Stripe sends, and counts it. They check
 * nothing; whoever calls has refused what may not be.
 */

type Intent = RecordOf<'payment_intent'>
type Session = RecordOf<'checkout.session'>
type Charge = RecordOf<'charge'>
type Payer = { email: string; name: string }

/** An online card authorisation holds 7 days, paid by the customer herself (Visa, Mastercard, Amex; Stripe). */
const authorisationS = 7 * 24 * 3600

/** The intent of a session's first attempt; Stripe makes none before. */
export function startIntent(change: Change, tables: Tables, session: Session): Intent {
  const known = session.intent === undefined ? undefined : tables.payment_intent.get(session.intent)
  if (known !== undefined) return known
  const { captureMethod, metadata, transferGroup, description } = session.intentData
  const intent: Intent = {
    object: 'payment_intent',
    id: newId('pi'),
    created: change.at,
    status: 'requires_payment_method',
    amount: session.amount,
    currency: session.currency,
    captured: 0,
    captureMethod,
    metadata,
    session: session.id,
    ...(session.customer === undefined ? {} : { customer: session.customer }),
    ...(transferGroup === undefined ? {} : { transferGroup }),
    ...(description === undefined ? {} : { description }),
  }
  change.put(intent)
  change.put({ ...session, intent: intent.id })
  change.emit('payment_intent.created', () => intentObject(tables, intent))
  return intent
}

/** The issuer said no: a failed charge, and the intent waits for another card. */
export function decline(
  change: Change,
  tables: Tables,
  intent: Intent,
  card: KeptCard,
  payer: Payer,
  failure: PaymentErrorRecord,
): void {
  const charge: Charge = { ...newCharge(change, intent, card, payer), status: 'failed', failure }
  const { challenge: _, ...rest } = intent
  const next: Intent = {
    ...rest,
    status: 'requires_payment_method',
    charge: charge.id,
    lastError: { ...failure, charge: charge.id },
  }
  change.put(charge)
  change.put(next)
  change.emit('charge.failed', () => chargeObject(charge))
  change.emit('payment_intent.payment_failed', () => intentObject(tables, next))
}

/** The issuer holds the money; with automatic capture it is taken at once. The session is complete. */
export function authorise(
  change: Change,
  tables: Tables,
  paid: { session: Session; intent: Intent; card: KeptCard; payer: Payer; origin: string },
): void {
  const { intent, card, payer, origin } = paid
  const manual = intent.captureMethod === 'manual'
  const charge: Charge = {
    ...newCharge(change, intent, card, payer),
    status: 'succeeded',
    captured: manual ? 0 : intent.amount,
    ...(manual ? { captureBefore: change.at + authorisationS } : {}),
  }
  const { challenge: _, lastError: __, ...rest } = intent
  const next: Intent = {
    ...rest,
    status: manual ? 'requires_capture' : 'succeeded',
    captured: charge.captured,
    charge: charge.id,
  }
  const session: Session = { ...paid.session, intent: intent.id, status: 'complete', payer }
  change.put(charge)
  change.put(next)
  change.put(session)
  change.emit('charge.succeeded', () => chargeObject(charge))
  change.emit(manual ? 'payment_intent.amount_capturable_updated' : 'payment_intent.succeeded', () =>
    intentObject(tables, next),
  )
  change.emit('checkout.session.completed', () => sessionObject(tables, session, origin))
  change.count({ kind: 'authorisation', target: intent.id, ...moneyOf(intent, intent.amount) })
  if (!manual) change.count({ kind: 'capture', target: intent.id, ...moneyOf(intent, intent.amount) })
}

export function capture(change: Change, tables: Tables, intent: Intent, charge: Charge, amount: number): Intent {
  const next: Intent = { ...intent, status: 'succeeded', captured: amount }
  const taken: Charge = { ...charge, captured: amount }
  change.put(taken)
  change.put(next)
  change.emit('charge.captured', () => chargeObject(taken))
  change.emit('payment_intent.succeeded', () => intentObject(tables, next))
  change.count({ kind: 'capture', target: intent.id, ...moneyOf(intent, amount) })
  return next
}

/** Ends an intent that took no money; what was held is released. `lapsed`: the authorisation's time ran out. */
export function cancel(
  change: Change,
  tables: Tables,
  intent: Intent,
  ended: { reason: string | undefined; lapsed: boolean },
): Intent {
  const charge = intent.charge === undefined ? undefined : tables.charge.get(intent.charge)
  const { challenge: _, ...rest } = intent
  const next: Intent = {
    ...rest,
    status: 'canceled',
    canceledAt: change.at,
    ...(ended.reason === undefined ? {} : { cancellationReason: ended.reason }),
  }
  change.put(next)
  if (charge?.status === 'succeeded') {
    const released: Charge = { ...charge, refunded: charge.amount }
    change.put(released)
    change.emit(ended.lapsed ? 'charge.expired' : 'charge.refunded', () => chargeObject(released))
    change.count({
      kind: ended.lapsed ? 'lapse' : 'cancellation',
      target: intent.id,
      ...moneyOf(intent, intent.amount),
    })
  }
  change.emit('payment_intent.canceled', () => intentObject(tables, next))
  return next
}

export function refund(
  change: Change,
  intent: Intent,
  charge: Charge,
  asked: Pick<RecordOf<'refund'>, 'amount' | 'metadata' | 'reason'>,
): RecordOf<'refund'> {
  const made: RecordOf<'refund'> = {
    object: 'refund',
    id: newId('re'),
    created: change.at,
    currency: charge.currency,
    charge: charge.id,
    intent: intent.id,
    ...asked,
  }
  const next: Charge = { ...charge, refunded: charge.refunded + made.amount }
  change.put(made)
  change.put(next)
  change.emit('refund.created', () => refundObject(made))
  change.emit('charge.refunded', () => chargeObject(next))
  change.count({ kind: 'refund', target: intent.id, ...moneyOf(intent, made.amount) })
  return made
}

/** Nobody paid in time, or we asked: the page closes, and an attempt under way ends. */
export function expireSession(change: Change, tables: Tables, session: Session, origin: string): Session {
  const next: Session = { ...session, status: 'expired' }
  change.put(next)
  const intent = session.intent === undefined ? undefined : tables.payment_intent.get(session.intent)
  if (intent !== undefined) cancel(change, tables, intent, { reason: 'abandoned', lapsed: false })
  change.emit('checkout.session.expired', () => sessionObject(tables, next, origin))
  return next
}

function newCharge(change: Change, intent: Intent, card: KeptCard, payer: Payer): Omit<Charge, 'status'> {
  return {
    object: 'charge',
    id: newId('ch'),
    created: change.at,
    intent: intent.id,
    amount: intent.amount,
    currency: intent.currency,
    captured: 0,
    refunded: 0,
    card,
    payer,
    metadata: intent.metadata,
    ...(intent.customer === undefined ? {} : { customer: intent.customer }),
    ...(intent.transferGroup === undefined ? {} : { transferGroup: intent.transferGroup }),
  }
}

function moneyOf(intent: Intent, amount: number): { amount: number; currency: string; order: string | undefined } {
  return { amount, currency: intent.currency, order: intent.metadata.order }
}
