import type { PoolClient } from 'pg'
import { z } from 'zod'
import type { Database } from './client.ts'
import { columnsOf } from './columns.ts'
import { Prisma } from './generated/client.ts'
import { currencySchema } from './orders.ts'

/** `owed`: no rail has taken it yet. `awaiting_operator`: a bank transfer is to be made. `sent`: the factory is paid. */
const payoutStateSchema = z.enum(['owed', 'awaiting_operator', 'sent'])

/**
 * Writes what a factory is owed for a job, once, and gives what is known of it: amount, state and reference of an earlier call stay.
 * `at` is business epoch ms, the clock that the factory's other dates stand in.
 */
export async function openPayout(
  { pool }: Pick<Database, 'pool'>,
  payout: { job: string; order: string; factory: string; amount: number; currency: string; at: number },
) {
  const { job, order, factory, amount, currency, at } = payout
  await pool.query({
    name: 'open-payout',
    text: `INSERT INTO payout (id, job_id, order_id, factory_id, amount, currency, rail, state, created_at)
      VALUES ($1, $1, $2, $3, $4, $5, 'undecided', 'owed', $6) ON CONFLICT (job_id) DO NOTHING`,
    values: [job, order, factory, amount, currency, new Date(at)],
  })
  const { rows } = await pool.query<{ amount: number; reference: string | null; state: string }>({
    name: 'read-payout-of-job',
    text: 'SELECT amount, reference, state FROM payout WHERE job_id = $1',
    values: [job],
  })
  const [row] = rows
  if (row === undefined) throw new Error(`The payout for ${job} was not written`)
  return { ...row, state: payoutStateSchema.parse(row.state) }
}

/** How it was paid. A rail that was once chosen stays: two rails would pay twice. */
export async function writePaid(
  { pool }: Pick<Database, 'pool'>,
  job: string,
  paid: { rail: string; reference: string; state: 'awaiting_operator' | 'sent' },
): Promise<void> {
  await pool.query({
    name: 'write-paid',
    text: `UPDATE payout SET rail = $2, reference = $3, state = $4 WHERE job_id = $1 AND state = 'owed'`,
    values: [job, paid.rail, paid.reference, paid.state],
  })
}

/** The bank transfer was made; `reference` is the bank's. */
export async function markPayoutSent(client: PoolClient, job: string, reference: string): Promise<void> {
  await client.query(`UPDATE payout SET state = 'sent', reference = $2 WHERE job_id = $1`, [job, reference])
}

/** The payouts of a factory, newest first. */
export async function listPayouts(database: Pick<Database, 'client'>, factory: string, most = 200) {
  const rows = await database.client.payout.findMany({
    where: { factoryId: factory },
    orderBy: { createdAt: 'desc' },
    take: most,
  })
  return rows.map((row) => ({ ...row, currency: currencySchema.parse(row.currency) }))
}

/** The latest payout of an order. */
export async function readPayoutOf({ pool }: Pick<Database, 'pool'>, order: string) {
  const { rows } = await pool.query<Prisma.PayoutGetPayload<object>>({
    name: 'payout-of-order',
    text: `SELECT ${columnsOf(Prisma.PayoutScalarFieldEnum, 'p')} FROM payout p WHERE p.order_id = $1 ORDER BY p.created_at DESC LIMIT 1`,
    values: [order],
  })
  return rows[0]
}
