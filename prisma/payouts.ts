import type { Database } from './client.ts'
import { columnsOf } from './columns.ts'
import { Prisma } from './generated/client.ts'
import { currencySchema } from './orders.ts'

/** Writes what a factory is owed for a job, once; later calls add how it was paid. The first amount stays. */
export async function writePayout(
  database: Pick<Database, 'client'>,
  payout: { job: string; order: string; factory: string; amount: number; currency: string },
  paid?: { rail: string; reference: string; state: string },
): Promise<{ amount: number }> {
  return database.client.payout.upsert({
    where: { jobId: payout.job },
    update: paid ?? {},
    create: {
      id: payout.job,
      jobId: payout.job,
      orderId: payout.order,
      factoryId: payout.factory,
      amount: payout.amount,
      currency: payout.currency,
      rail: paid?.rail ?? 'undecided',
      reference: paid?.reference ?? null,
      state: paid?.state ?? 'owed',
      createdAt: new Date(),
    },
    select: { amount: true },
  })
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
