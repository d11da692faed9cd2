import type { PoolClient } from 'pg'
import { z } from 'zod'
import type { Database } from './client.ts'
import { columnsOf } from './columns.ts'
import { Prisma } from './generated/client.ts'
import { currencySchema } from './orders.ts'

export const paymentStates = ['open', 'failed', 'authorised', 'captured', 'released', 'lapsed'] as const
export type PaymentState = (typeof paymentStates)[number]
const stateSchema = z.enum(paymentStates)

type StoredPayment = Prisma.PaymentGetPayload<object>
const selectPayments = `SELECT ${columnsOf(Prisma.PaymentScalarFieldEnum, 'p')} FROM payment p`

const parse = (row: StoredPayment) => ({
  ...row,
  state: stateSchema.parse(row.state),
  currency: currencySchema.parse(row.currency),
})
export type PaymentRow = ReturnType<typeof parse>

/** Begins an attempt to pay; the same attempt is begun once. */
export async function openPayment(
  database: Pick<Database, 'pool'>,
  payment: { order: string; attempt: number; quote: string; amount: number; currency: string; expiresWall: number },
): Promise<PaymentRow> {
  const { order, attempt, quote, amount, currency, expiresWall } = payment
  await database.pool.query({
    name: 'open-payment',
    text: `INSERT INTO payment (id, order_id, attempt, quote_id, amount, currency, state, expires_wall)
      VALUES ($1, $2, $3, $4, $5, $6, 'open', $7) ON CONFLICT (id) DO NOTHING`,
    values: [`${order}-${attempt}`, order, attempt, quote, amount, currency, new Date(expiresWall)],
  })
  const row = await readPaymentRow(database, order, attempt)
  if (row === undefined) throw new Error(`Payment ${order}-${attempt} was not written`)
  return row
}

/** Remembers the hosted page of an attempt. */
export async function setSession(
  { pool }: Pick<Database, 'pool'>,
  id: string,
  sessionId: string,
  checkoutUrl: string,
): Promise<void> {
  await pool.query({
    name: 'set-session',
    text: 'UPDATE payment SET session_id = $2, checkout_url = $3 WHERE id = $1',
    values: [id, sessionId, checkoutUrl],
  })
}

export async function readPaymentRow(
  { pool }: Pick<Database, 'pool'>,
  order: string,
  attempt: number,
): Promise<PaymentRow | undefined> {
  const { rows } = await pool.query<StoredPayment>({
    name: 'read-payment',
    text: `${selectPayments} WHERE p.order_id = $1 AND p.attempt = $2`,
    values: [order, attempt],
  })
  return rows.map(parse)[0]
}

/** The latest attempt of an order. */
export async function latestPayment({ pool }: Pick<Database, 'pool'>, order: string): Promise<PaymentRow | undefined> {
  const { rows } = await pool.query<StoredPayment>({
    name: 'latest-payment',
    text: `${selectPayments} WHERE p.order_id = $1 ORDER BY p.attempt DESC LIMIT 1`,
    values: [order],
  })
  return rows.map(parse)[0]
}

/** Which order a notice of the card processor is about. */
export async function findPaymentBy(
  { pool }: Pick<Database, 'pool'>,
  by: { sessionId: string } | { paymentIntentId: string },
): Promise<PaymentRow | undefined> {
  const [column, id] = 'sessionId' in by ? ['session_id', by.sessionId] : ['payment_intent_id', by.paymentIntentId]
  const { rows } = await pool.query<StoredPayment>({
    name: `payment-by-${column}`,
    text: `${selectPayments} WHERE p.${column} = $1 ORDER BY p.attempt DESC LIMIT 1`,
    values: [id],
  })
  return rows.map(parse)[0]
}

/** Takes over what the processor says; never back from captured. */
export async function writePaymentTruth(
  { pool }: Pick<Database, 'pool'>,
  id: string,
  truth: {
    state: PaymentState
    paymentIntentId?: string | undefined
    failure?: string | undefined
    captureByWall?: number | undefined
  },
): Promise<void> {
  await pool.query({
    name: 'write-payment-truth',
    text: `UPDATE payment SET state = $2, failure = $3, payment_intent_id = coalesce($4, payment_intent_id),
        capture_by_wall = coalesce($5, capture_by_wall)
      WHERE id = $1 AND ($2 = 'captured' OR state <> 'captured')`,
    values: [
      id,
      truth.state,
      truth.failure ?? null,
      truth.paymentIntentId ?? null,
      truth.captureByWall === undefined ? null : new Date(truth.captureByWall),
    ],
  })
}

export async function markCaptured(client: PoolClient, id: string, amount: number): Promise<void> {
  await client.query({
    name: 'mark-captured',
    text: `UPDATE payment SET state = 'captured', captured = $2 WHERE id = $1`,
    values: [id, amount],
  })
}

/** Sets what has been given back in all; the same total twice is the same. */
export async function markRefunded(client: PoolClient, order: string): Promise<void> {
  await client.query({
    name: 'mark-refunded',
    text: `UPDATE payment SET refunded = coalesce((SELECT -sum(amount) FROM ledger_entry WHERE order_id = $1 AND kind = 'refund' AND account = 'card'), 0)
     WHERE order_id = $1 AND captured > 0`,
    values: [order],
  })
}
