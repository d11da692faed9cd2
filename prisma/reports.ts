import type { PoolClient } from 'pg'
import type { Database } from './client.ts'
import { columnsOf } from './columns.ts'
import { Prisma } from './generated/client.ts'

/** A shopper's report of a problem; one open at a time. */
export async function insertReport(
  client: PoolClient,
  report: { id: string; order: string; words: string; photos: readonly string[]; at: number },
): Promise<void> {
  await client.query({
    name: 'insert-report',
    text: 'INSERT INTO report (id, order_id, words, photos, created_at) VALUES ($1,$2,$3,$4,$5) ON CONFLICT (id) DO NOTHING',
    values: [report.id, report.order, report.words, report.photos, new Date(report.at)],
  })
}

/** Closes the open report with what was given back, minor units. */
export async function closeOpenReport(client: PoolClient, order: string, refund: number, at: number): Promise<void> {
  await client.query({
    name: 'close-open-report',
    text: `UPDATE report SET state = 'closed', refund = $2, closed_at = $3 WHERE order_id = $1 AND state = 'open'`,
    values: [order, refund, new Date(at)],
  })
}

/** The latest report on an order. */
export async function latestReport({ pool }: Pick<Database, 'pool'>, order: string) {
  const { rows } = await pool.query<Prisma.ReportGetPayload<object>>({
    name: 'latest-report',
    text: `SELECT ${columnsOf(Prisma.ReportScalarFieldEnum, 'r')} FROM report r WHERE r.order_id = $1 ORDER BY r.created_at DESC LIMIT 1`,
    values: [order],
  })
  return rows[0]
}
