import type { Pool, PoolClient } from 'pg'
import type { Interval } from '#models/planning/interval.ts'
import type { Database } from './client.ts'

/** One stretch of one resource. Business epoch ms. */
export type BookedSegment = {
  readonly operation: string
  readonly resource: string
  readonly startsAt: number
  readonly endsAt: number
}

/** Serialises writers of a factory's plan until the transaction ends; always in id order, so that no two wait for each other. */
export async function lockFactories(client: PoolClient, factories: readonly string[]): Promise<void> {
  await client.query({
    name: 'lock-factories',
    // An array is unnested from its first element to its last, so the locks are taken in that order.
    text: `SELECT count(pg_advisory_xact_lock(hashtextextended('factory/' || factory, 0))) FROM unnest($1::text[]) AS factory`,
    values: [[...new Set(factories)].sort()],
  })
}

/** Removes holds that lapsed before `at`; they would still block by the exclusion constraint. */
export async function deleteLapsedHolds(client: PoolClient, factories: readonly string[], at: number): Promise<void> {
  await client.query({
    name: 'delete-lapsed-holds',
    text: 'DELETE FROM booking WHERE factory_id = ANY($1) AND expires_at <= $2',
    values: [factories, new Date(at)],
  })
}

/** What each resource of the factories is busy with from `from` on, lapsed holds left out; `except` leaves out one quote's own hold. */
export async function busyOf(
  connection: Pool | PoolClient,
  input: {
    factories: readonly string[]
    from: number
    at: number
    exceptQuote?: string | undefined
  },
): Promise<Map<string, Interval[]>> {
  const { rows } = await connection.query<{ resource_id: string; starts: string; ends: string }>({
    name: 'busy-of',
    text: `SELECT resource_id, (extract(epoch FROM starts_at) * 1000)::bigint AS starts, (extract(epoch FROM ends_at) * 1000)::bigint AS ends
      FROM booking WHERE factory_id = ANY($1) AND ends_at > $2 AND (expires_at IS NULL OR expires_at > $3)
        AND ($4::text IS NULL OR quote_id IS DISTINCT FROM $4)
      ORDER BY resource_id, starts_at`,
    values: [input.factories, new Date(input.from), new Date(input.at), input.exceptQuote ?? null],
  })
  const busy = new Map<string, Interval[]>()
  for (const row of rows) {
    const spans = busy.get(row.resource_id) ?? []
    spans.push({ from: Number(row.starts), to: Number(row.ends) })
    busy.set(row.resource_id, spans)
  }
  return busy
}

/** A hold (`expiresAt` given) or a booking: one plan's stretches at one factory. */
export type NewBooking = {
  readonly factory: string
  readonly order: string
  readonly quote: string
  readonly job?: string | undefined
  readonly expiresAt?: number | undefined
  readonly segments: readonly BookedSegment[]
}

/** Writes holds or bookings in one statement. Throws PostgreSQL's 23P01, and writes none, when a stretch of any is taken. */
export async function insertBookings(client: PoolClient, ...bookings: readonly NewBooking[]): Promise<void> {
  const rows = bookings.flatMap(({ factory, order, quote, job, expiresAt, segments }) =>
    segments.map((segment) => ({ ...segment, factory, order, quote, job, expiresAt })),
  )
  await client.query({
    name: 'insert-bookings',
    text: `INSERT INTO booking (factory_id, resource_id, order_id, quote_id, job_id, operation, starts_at, ends_at, expires_at)
      SELECT s.factory, s.resource, s."order", s.quote, s.job, s.operation,
        to_timestamp(s."startsAt" / 1000.0), to_timestamp(s."endsAt" / 1000.0), to_timestamp(s."expiresAt" / 1000.0)
      FROM jsonb_to_recordset($1::jsonb) AS s(factory text, "order" text, quote text, job text, operation text, resource text,
        "startsAt" bigint, "endsAt" bigint, "expiresAt" bigint)`,
    values: [JSON.stringify(rows)],
  })
}

/** The stretches a quote holds. */
export async function segmentsOfQuote(client: Pick<PoolClient, 'query'>, quote: string): Promise<BookedSegment[]> {
  const { rows } = await client.query<{ operation: string; resource_id: string; starts_at: Date; ends_at: Date }>({
    name: 'segments-of-quote',
    text: 'SELECT operation, resource_id, starts_at, ends_at FROM booking WHERE quote_id = $1 ORDER BY starts_at, resource_id',
    values: [quote],
  })
  return rows.map((row) => ({
    operation: row.operation,
    resource: row.resource_id,
    startsAt: row.starts_at.getTime(),
    endsAt: row.ends_at.getTime(),
  }))
}

/** Keeps a picked quote's slot until `expiresAt`. */
export async function extendHold(client: PoolClient, quote: string, expiresAt: number): Promise<void> {
  await client.query({
    name: 'extend-hold',
    text: 'UPDATE booking SET expires_at = $2 WHERE quote_id = $1 AND expires_at IS NOT NULL',
    values: [quote, new Date(expiresAt)],
  })
}

/** Turns a quote's hold into the job's bookings; gives how many stretches there were. */
export async function bookHold(client: PoolClient, quote: string, job: string): Promise<number> {
  const result = await client.query({
    name: 'book-hold',
    text: 'UPDATE booking SET job_id = $2, expires_at = NULL WHERE quote_id = $1',
    values: [quote, job],
  })
  return result.rowCount ?? 0
}

/** Gives up all slots of an order: every hold, and what its job has not used before `at`. Time already worked stays on the plan. */
export async function releaseOrder(client: PoolClient, order: string, at: number): Promise<void> {
  await client.query({
    name: 'release-order',
    text: `WITH given_up AS (DELETE FROM booking WHERE order_id = $1 AND (expires_at IS NOT NULL OR starts_at >= $2))
     UPDATE booking SET ends_at = $2 WHERE order_id = $1 AND expires_at IS NULL AND starts_at < $2 AND ends_at > $2`,
    values: [order, new Date(at)],
  })
}

/** Gives up the holds of an order's quotes other than `keep`. */
export async function releaseOtherHolds(client: PoolClient, order: string, keep: string): Promise<void> {
  await client.query({
    name: 'release-other-holds',
    text: 'DELETE FROM booking WHERE order_id = $1 AND expires_at IS NOT NULL AND quote_id <> $2',
    values: [order, keep],
  })
}

/** Removes a quote's stretches, held or booked. */
export async function releaseQuote(client: PoolClient, quote: string): Promise<void> {
  await client.query({ name: 'release-quote', text: 'DELETE FROM booking WHERE quote_id = $1', values: [quote] })
}

/** How long a machine or person of an operation is booked from an instant on, ms. */
export async function bookedFrom(client: PoolClient, job: string, operation: string, from: number): Promise<number> {
  const { rows } = await client.query<{ ms: string }>(
    `SELECT coalesce(max(ms), 0)::bigint AS ms FROM (
        SELECT sum(extract(epoch FROM ends_at - greatest(starts_at, $3)) * 1000) AS ms
        FROM booking WHERE job_id = $1 AND operation = $2 AND ends_at > $3 GROUP BY resource_id
      ) AS each_resource`,
    [job, operation, new Date(from)],
  )
  return Number(rows[0]?.ms ?? 0)
}

/** A finished operation gives back the time it did not need. */
export async function trimOperation(client: PoolClient, job: string, operation: string, at: number): Promise<void> {
  await releaseOperations(client, job, [operation], at)
}

/** Gives up what operations of a job have booked from `at` on; what lies before stays as it was worked. */
export async function releaseOperations(
  client: PoolClient,
  job: string,
  operations: readonly string[],
  at: number,
): Promise<void> {
  await client.query({
    name: 'release-operations',
    text: `WITH given_up AS (DELETE FROM booking WHERE job_id = $1 AND operation = ANY($2) AND starts_at >= $3)
     UPDATE booking SET ends_at = $3 WHERE job_id = $1 AND operation = ANY($2) AND starts_at < $3 AND ends_at > $3`,
    values: [job, operations, new Date(at)],
  })
}

/** What the factories' resources are busy with, read outside any transaction. */
export async function readBusy(
  database: Pick<Database, 'pool'>,
  input: { factories: readonly string[]; from: number; at: number },
) {
  return busyOf(database.pool, input)
}
