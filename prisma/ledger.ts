import type { Pool, PoolClient } from 'pg'
import type { Database } from './client.ts'

/** What is held of an order's money and not yet earned by anybody, minor units. */
export async function heldOf(connection: Pool | PoolClient, order: string): Promise<number> {
  const { rows } = await connection.query<{ held: string }>({
    name: 'held-of',
    text: `SELECT coalesce(-sum(amount), 0)::text AS held FROM ledger_entry WHERE order_id = $1 AND account = 'held:' || $1`,
    values: [order],
  })
  return Number(rows[0]?.held ?? 0)
}

/** What a factory has earned on an order and is still owed, minor units. */
export async function owedTo(connection: Pool | PoolClient, factory: string, order: string): Promise<number> {
  const { rows } = await connection.query<{ owed: string }>({
    name: 'owed-to',
    text: `SELECT coalesce(-sum(amount), 0)::text AS owed FROM ledger_entry WHERE order_id = $1 AND account = 'factory_payable:' || $2`,
    values: [order, factory],
  })
  return Number(rows[0]?.owed ?? 0)
}

/** An order's entries, oldest first. */
export async function listEntries(database: Pick<Database, 'client'>, order: string) {
  return database.client.ledgerEntry.findMany({ where: { orderId: order }, orderBy: { id: 'asc' } })
}
