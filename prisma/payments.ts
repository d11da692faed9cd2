import type { PoolClient } from 'pg'
import { z } from 'zod'
import type { Database } from './client.ts'
import { currencySchema } from './orders.ts'

export const paymentStates = ['open', 'failed', 'authorised', 'captured', 'released', 'lapsed'] as const
export type PaymentState = (typeof paymentStates)[number]
const stateSchema = z.enum(paymentStates)

const parse = <Row extends { state: string; currency: string }>(row: Row) => ({
  ...row,
  state: stateSchema.parse(row.state),
  currency: currencySchema.parse(row.currency),
})

/** Begins an attempt to pay; the same attempt is begun once. */
export async function openPayment(
  database: Pick<Database, 'client'>,
  payment: { order: string; attempt: number; quote: string; amount: number; currency: string; expiresWall: number },
) {
  const id = `${payment.order}-${payment.attempt}`
  const row = await database.client.payment.upsert({
    where: { id },
    update: {},
    create: {
      id,
      orderId: payment.order,
      attempt: payment.attempt,
      quoteId: payment.quote,
      amount: payment.amount,
      currency: payment.currency,
      state: 'open',
      expiresWall: new Date(payment.expiresWall),
    },
  })
  return parse(row)
}

export async function setSession(
  database: Pick<Database, 'client'>,
  id: string,
  sessionId: string,
  checkoutUrl: string,
): Promise<void> {
  await database.client.payment.update({ where: { id }, data: { sessionId, checkoutUrl } })
}

export async function readPaymentRow(database: Pick<Database, 'client'>, order: string, attempt: number) {
  const row = await database.client.payment.findUnique({ where: { orderId_attempt: { orderId: order, attempt } } })
  return row === null ? undefined : parse(row)
}
export type PaymentRow = NonNullable<Awaited<ReturnType<typeof readPaymentRow>>>

/** The latest attempt of an order. */
export async function latestPayment(database: Pick<Database, 'client'>, order: string) {
  const row = await database.client.payment.findFirst({ where: { orderId: order }, orderBy: { attempt: 'desc' } })
  return row === null ? undefined : parse(row)
}

/** Which order a notice of the card processor is about. */
export async function findPaymentBy(
  database: Pick<Database, 'client'>,
  by: { sessionId: string } | { paymentIntentId: string },
) {
  return database.client.payment.findFirst({
    where: by,
    orderBy: { attempt: 'desc' },
    select: { orderId: true, attempt: true, state: true },
  })
}

/** Takes over what the processor says; never back from captured. */
export async function writePaymentTruth(
  database: Pick<Database, 'client'>,
  id: string,
  truth: {
    state: PaymentState
    paymentIntentId?: string | undefined
    failure?: string | undefined
    captureByWall?: number | undefined
  },
): Promise<void> {
  await database.client.payment.updateMany({
    where: { id, ...(truth.state === 'captured' ? {} : { state: { not: 'captured' } }) },
    data: {
      state: truth.state,
      ...(truth.paymentIntentId === undefined ? {} : { paymentIntentId: truth.paymentIntentId }),
      failure: truth.failure ?? null,
      ...(truth.captureByWall === undefined ? {} : { captureByWall: new Date(truth.captureByWall) }),
    },
  })
}

export async function markCaptured(client: PoolClient, id: string, amount: number): Promise<void> {
  await client.query(`UPDATE payment SET state = 'captured', captured = $2 WHERE id = $1`, [id, amount])
}

/** Sets what has been given back in all; the same total twice is the same. */
export async function markRefunded(client: PoolClient, order: string): Promise<void> {
  await client.query(
    `UPDATE payment SET refunded = coalesce((SELECT -sum(amount) FROM ledger_entry WHERE order_id = $1 AND kind = 'refund' AND account = 'card'), 0)
     WHERE order_id = $1 AND captured > 0`,
    [order],
  )
}
