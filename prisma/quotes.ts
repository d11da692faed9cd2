import type { PoolClient } from 'pg'
import { z } from 'zod'
import type { Price } from '#models/product/evaluation.ts'
import type { Database } from './client.ts'
import { columnsOf } from './columns.ts'
import { valuesSchema } from './events.ts'
import { Prisma } from './generated/client.ts'
import { currencySchema } from './orders.ts'

export const traceSchema = z.array(z.object({ code: z.string(), values: valuesSchema, amount: z.number().int() }))

export type NewQuote = {
  readonly id: string
  readonly order: string
  readonly round: number
  readonly factory: string
  readonly belt: string
  readonly price: Price
  readonly deliverBy: number
  readonly finishesAt: number
  readonly distanceKm: number
  readonly rank: number
  readonly heldUntil: number
  readonly at: number
}

/** Writes quotes inside the caller's transaction, in one statement. */
export async function insertQuotes(client: PoolClient, quotes: readonly NewQuote[]): Promise<void> {
  if (quotes.length === 0) return
  await client.query({
    name: 'insert-quotes',
    text: `INSERT INTO quote (id, order_id, round, factory_id, belt, amount, currency, trace, deliver_by, finishes_at, distance_km, rank, held_until, created_at)
      SELECT q.id, q."order", q.round, q.factory, q.belt, q.amount, q.currency, q.trace, to_timestamp(q."deliverBy" / 1000.0),
        to_timestamp(q."finishesAt" / 1000.0), q."distanceKm", q.rank, to_timestamp(q."heldUntil" / 1000.0), to_timestamp(q.at / 1000.0)
      FROM jsonb_to_recordset($1::jsonb) AS q(id text, "order" text, round int, factory text, belt text, amount int, currency text, trace jsonb,
        "deliverBy" bigint, "finishesAt" bigint, "distanceKm" int, rank int, "heldUntil" bigint, at bigint)`,
    values: [JSON.stringify(quotes.map(stored))],
  })
}

const stored = ({
  id,
  order,
  round,
  factory,
  belt,
  price,
  deliverBy,
  finishesAt,
  distanceKm,
  rank,
  heldUntil,
  at,
}: NewQuote) => ({
  ...{ id, order, round, factory, belt, deliverBy, finishesAt, distanceKm, rank, heldUntil, at },
  ...{ amount: price.amount, currency: price.currency, trace: price.trace },
})

/** Opens requests to factories that bid by hand. `id` is derived from order, round and factory. */
export async function insertRequests(
  client: PoolClient,
  requests: readonly { id: string; order: string; round: number; factory: string; deadline: number; at: number }[],
): Promise<void> {
  if (requests.length === 0) return
  await client.query({
    name: 'insert-requests',
    text: `INSERT INTO quote_request (id, order_id, round, factory_id, deadline, created_at)
      SELECT r.id, r."order", r.round, r.factory, to_timestamp(r.deadline / 1000.0), to_timestamp(r.at / 1000.0)
      FROM jsonb_to_recordset($1::jsonb) AS r(id text, "order" text, round int, factory text, deadline bigint, at bigint)`,
    values: [JSON.stringify(requests)],
  })
}

/** All quotes of earlier rounds lapse when a new round begins. */
export async function lapseQuotes(client: PoolClient, order: string): Promise<void> {
  await client.query({
    name: 'lapse-quotes',
    text: `UPDATE quote SET state = 'lapsed' WHERE order_id = $1 AND state IN ('offered', 'picked')`,
    values: [order],
  })
}

/** Marks one quote as picked and any other picked one as offered again. */
export async function markPicked(client: PoolClient, order: string, quote: string, heldUntil: number): Promise<void> {
  await client.query({
    name: 'mark-picked',
    text: `UPDATE quote SET state = CASE id WHEN $2 THEN 'picked' ELSE 'offered' END, held_until = CASE id WHEN $2 THEN $3 ELSE held_until END
     WHERE order_id = $1 AND (id = $2 OR state = 'picked')`,
    values: [order, quote, new Date(heldUntil)],
  })
}

/** An order's quotes with their factory's name, cheapest rank first; all rounds unless `round` is given. */
export async function listQuotes({ pool }: Pick<Database, 'pool'>, order: string, round?: number): Promise<QuoteRow[]> {
  const { rows } = await pool.query<StoredQuote>({
    name: 'list-quotes',
    text: `${selectQuotes} WHERE q.order_id = $1 AND ($2::int IS NULL OR q.round = $2) ORDER BY q.round DESC, q.rank, q.id LIMIT 200`,
    values: [order, round ?? null],
  })
  return rows.map(parsed)
}

type StoredQuote = Prisma.QuoteGetPayload<object> & { factoryName: string | null; factoryCountry: string | null }
const selectQuotes = `SELECT ${columnsOf(Prisma.QuoteScalarFieldEnum, 'q')}, f.name AS "factoryName", f.country AS "factoryCountry"
  FROM quote q LEFT JOIN factory f ON f.id = q.factory_id`

function parsed({ factoryName, factoryCountry, ...row }: StoredQuote) {
  return {
    ...row,
    currency: currencySchema.parse(row.currency),
    trace: traceSchema.parse(row.trace),
    factory: { id: row.factoryId, name: factoryName ?? row.factoryId, country: factoryCountry ?? '' },
  }
}
export type QuoteRow = ReturnType<typeof parsed>

/** A quote with its factory's name. */
export async function readQuote(database: Pick<Database, 'pool'>, id: string): Promise<QuoteRow | undefined> {
  return (await readQuotes(database, [id])).get(id)
}

/** Several quotes by id. */
export async function readQuotes(
  { pool }: Pick<Database, 'pool'>,
  ids: readonly string[],
): Promise<Map<string, QuoteRow>> {
  const { rows } = await pool.query<StoredQuote>({
    name: 'read-quotes',
    text: `${selectQuotes} WHERE q.id = ANY($1)`,
    values: [ids],
  })
  return new Map(rows.map((row) => [row.id, parsed(row)]))
}

/** The quote that a factory gave in a round, if it did. */
export async function findQuote(
  database: Pick<Database, 'client'>,
  { orderId, round, factoryId }: { orderId: string; round: number; factoryId: string },
) {
  const where = { orderId_round_factoryId: { orderId, round, factoryId } }
  return (await database.client.quote.findUnique({ where })) ?? undefined
}

/** A factory's requests that are open at business time `at`, the earliest deadline first. */
export async function listRequests(database: Pick<Database, 'client'>, factory: string, at: number) {
  return database.client.quoteRequest.findMany({
    where: { factoryId: factory, state: 'open', deadline: { gt: new Date(at) } },
    orderBy: { deadline: 'asc' },
    take: 500,
  })
}

/** How many requests wait for a factory's answer at business time `at`. */
export async function countRequests(database: Pick<Database, 'client'>, factory: string, at: number): Promise<number> {
  return database.client.quoteRequest.count({
    where: { factoryId: factory, state: 'open', deadline: { gt: new Date(at) } },
  })
}

export async function readRequest(database: Pick<Database, 'client'>, id: string) {
  return (await database.client.quoteRequest.findUnique({ where: { id } })) ?? undefined
}

/** How a request ended. */
export async function setRequestState(
  client: PoolClient,
  id: string,
  state: 'quoted' | 'declined',
  reason: string | null,
): Promise<void> {
  await client.query({
    name: 'set-request-state',
    text: 'UPDATE quote_request SET state = $2, reason = $3 WHERE id = $1',
    values: [id, state, reason],
  })
}

/** What is still open of a round lapses. */
export async function lapseRequests(client: PoolClient, order: string, round: number): Promise<void> {
  await client.query({
    name: 'lapse-requests',
    text: `UPDATE quote_request SET state = 'lapsed' WHERE order_id = $1 AND round = $2 AND state = 'open'`,
    values: [order, round],
  })
}
