import type { Pool } from 'pg'
import { z } from 'zod'
import { type EventKind, eventKinds } from '#models/order/events.ts'
import type { Values } from '#models/product/evaluation.ts'
import type { Database } from './client.ts'

export const valuesSchema = z.record(z.string(), z.union([z.string(), z.number()]))

/** One row of the outbox. `cursor` is `xid-id`, the place in the order of commits. */
export type OutboxEvent = {
  readonly cursor: string
  readonly order: string
  readonly factory: string | undefined
  readonly owner: string
  readonly kind: EventKind
  readonly at: Date
  readonly data: Values
}

const kindSchema = z.enum(eventKinds)

type Row = {
  xid: string
  id: string
  order_id: string
  factory_id: string | null
  owner_id: string | null
  kind: string
  /** epoch ms */
  at: string
  /** JSON */
  data: string
}

/** The cursor that lies before every event written from now on. */
export async function currentCursor(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ xmin: string }>('SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin')
  return `${rows[0]?.xmin ?? '0'}-0`
}

/**
 * Events after a cursor in the order (xid, id), below the oldest transaction still running: none is lost or seen twice,
 * however late it commits. Throws for a cursor of another form.
 */
export async function eventsAfter(pool: Pool, cursor: string, most = 500): Promise<OutboxEvent[]> {
  const [xid, id] = parseCursor(cursor)
  const { rows } = await pool.query<Row>({
    name: 'events-after',
    // The page is cut out of the index before anything else is looked up, whatever the planner believes of the table's size.
    text: `SELECT e.xid, e.id, e.order_id, e.factory_id, (SELECT owner_id FROM "order" WHERE id = e.order_id) AS owner_id, e.kind,
        (extract(epoch FROM e.at) * 1000)::bigint AS at, e.data::text AS data
      FROM (
        SELECT * FROM order_event
        WHERE (xid, id) > ($1::bigint, $2::bigint) AND xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
        ORDER BY xid, id LIMIT $3
      ) e
      ORDER BY xid, id`,
    values: [xid, id, most],
  })
  return rows.map(eventIn)
}

/** Most events are read past without being looked into, so `data` is parsed when it is first asked for. */
function eventIn(row: Row): OutboxEvent {
  let data: Values | undefined
  return {
    cursor: `${row.xid}-${row.id}`,
    order: row.order_id,
    factory: row.factory_id ?? undefined,
    owner: row.owner_id ?? '',
    kind: kindSchema.parse(row.kind),
    at: new Date(Number(row.at)),
    get data() {
      data ??= valuesSchema.parse(JSON.parse(row.data))
      return data
    },
  }
}

export const cursorPattern = /^(\d{1,20})-(\d{1,20})$/

function parseCursor(cursor: string): [string, string] {
  const match = cursorPattern.exec(cursor)
  const [, xid, id] = match ?? []
  if (xid === undefined || id === undefined) throw new Error('An event cursor has the form xid-id')
  return [xid, id]
}

/** -1, 0 or 1 by place in the order of commits. */
export function compareCursors(a: string, b: string): number {
  const [xa, ia] = parseCursor(a).map(BigInt)
  const [xb, ib] = parseCursor(b).map(BigInt)
  if (xa === undefined || xb === undefined || ia === undefined || ib === undefined) return 0
  if (xa !== xb) return xa < xb ? -1 : 1
  return ia === ib ? 0 : ia < ib ? -1 : 1
}

/** An order's story, oldest first. */
export async function listEvents(database: Pick<Database, 'client'>, order: string) {
  const rows = await database.client.orderEvent.findMany({
    where: { orderId: order },
    orderBy: [{ xid: 'asc' }, { id: 'asc' }],
    take: 1000,
    select: { id: true, kind: true, at: true, data: true, factoryId: true },
  })
  return rows.map((row) => ({
    id: row.id.toString(),
    kind: kindSchema.parse(row.kind),
    at: row.at,
    data: valuesSchema.parse(row.data),
  }))
}
