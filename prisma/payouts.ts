import type { Database } from './client.ts'
import { currencySchema } from './orders.ts'

/** Writes what a factory is owed for a job, once; later calls add how it was paid. The first amount and moment stay. `at` is business epoch ms. */
export async function writePayout(
  database: Pick<Database, 'client'>,
  payout: { job: string; order: string; factory: string; amount: number; currency: string; at: number },
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
      createdAt: new Date(payout.at),
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

export async function readPayoutOf(database: Pick<Database, 'client'>, order: string) {
  return (
    (await database.client.payout.findFirst({ where: { orderId: order }, orderBy: { createdAt: 'desc' } })) ?? undefined
  )
}
