import type { PoolClient } from 'pg'
import { z } from 'zod'
import type { Database } from './client.ts'
import { columnsOf } from './columns.ts'
import { Prisma } from './generated/client.ts'
import { currencySchema } from './orders.ts'

/** `owed`: no rail has taken it yet. `awaiting_operator`: a bank transfer is to be made. `sent`: the factory is paid. */
const payoutStateSchema = z.enum(['owed', 'awaiting_operator', 'sent'])

/** Writes what a factory is owed for a job, once, and gives what is known of it: amount, state and reference of an earlier call stay. */
export async function openPayout(
  database: Pick<Database, 'client'>,
  payout: { job: string; order: string; factory: string; amount: number; currency: string },
) {
  const row = await database.client.payout.upsert({
    where: { jobId: payout.job },
    update: {},
    create: {
      id: payout.job,
      jobId: payout.job,
      orderId: payout.order,
      factoryId: payout.factory,
      amount: payout.amount,
      currency: payout.currency,
      rail: 'undecided',
      state: 'owed',
      createdAt: new Date(),
    },
    select: { amount: true, reference: true, state: true },
  })
  return { ...row, state: payoutStateSchema.parse(row.state) }
}

/** How it was paid. A rail that was once chosen stays: two rails would pay twice. */
export async function writePaid(
  database: Pick<Database, 'client'>,
  job: string,
  paid: { rail: string; reference: string; state: 'awaiting_operator' | 'sent' },
): Promise<void> {
  await database.client.payout.updateMany({ where: { jobId: job, state: 'owed' }, data: paid })
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
