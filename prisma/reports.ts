import type { PoolClient } from 'pg'
import type { Database } from './client.ts'

/** A shopper's report of a problem; one open at a time. */
export async function insertReport(
  client: PoolClient,
  report: { id: string; order: string; words: string; photos: readonly string[]; at: number },
): Promise<void> {
  await client.query(
    'INSERT INTO report (id, order_id, words, photos, created_at) VALUES ($1,$2,$3,$4,$5) ON CONFLICT (id) DO NOTHING',
    [report.id, report.order, report.words, report.photos, new Date(report.at)],
  )
}

/** Closes the open report with what was given back, minor units. */
export async function closeOpenReport(client: PoolClient, order: string, refund: number, at: number): Promise<void> {
  await client.query(
    `UPDATE report SET state = 'closed', refund = $2, closed_at = $3 WHERE order_id = $1 AND state = 'open'`,
    [order, refund, new Date(at)],
  )
}

export async function latestReport(database: Pick<Database, 'client'>, order: string) {
  return (
    (await database.client.report.findFirst({ where: { orderId: order }, orderBy: { createdAt: 'desc' } })) ?? undefined
  )
}
