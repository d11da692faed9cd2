import type { Pool, PoolClient } from 'pg'
import type { LedgerLine } from '#models/money/ledger.ts'
import type { EventKind } from '#models/order/events.ts'
import type { Stage, WaitingOn } from '#models/order/stages.ts'
import type { Values } from '#models/product/evaluation.ts'

/** What a step changes of the order's row. Times are business epoch ms; null empties a column. */
export type OrderPatch = {
  readonly stage?: Stage
  readonly waitingOn?: WaitingOn
  readonly waitingSince?: number
  readonly dueAt?: number | null
  readonly promisedAt?: number | null
  readonly late?: boolean
  readonly round?: number
  readonly quoteId?: string | null
  readonly jobId?: string | null
}

/** One step of a workflow: its event, what it changes of the order and of the books. Written once per (workflow, sequence). */
export type Step = {
  readonly workflow: string
  readonly sequence: number
  readonly order: string
  readonly factory?: string | undefined
  readonly kind: EventKind
  /** business epoch ms */
  readonly at: number
  readonly data: Values
  readonly patch?: OrderPatch
  readonly ledger?: readonly {
    readonly transaction: string
    readonly kind: string
    readonly lines: readonly LedgerLine[]
  }[]
}

const statement = `
WITH event AS (
  INSERT INTO order_event (order_id, factory_id, workflow, sequence, kind, at, data)
  VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb)
  ON CONFLICT (workflow, sequence) DO NOTHING
  RETURNING id
), patched AS (
  UPDATE "order" SET
    stage = coalesce($8::jsonb->>'stage', stage),
    waiting_on = coalesce($8::jsonb->>'waitingOn', waiting_on),
    waiting_since = coalesce(($8::jsonb->>'waitingSince')::timestamptz, waiting_since),
    due_at = CASE WHEN $8::jsonb ? 'dueAt' THEN ($8::jsonb->>'dueAt')::timestamptz ELSE due_at END,
    promised_at = CASE WHEN $8::jsonb ? 'promisedAt' THEN ($8::jsonb->>'promisedAt')::timestamptz ELSE promised_at END,
    late = coalesce(($8::jsonb->>'late')::boolean, late),
    round = coalesce(($8::jsonb->>'round')::int, round),
    quote_id = CASE WHEN $8::jsonb ? 'quoteId' THEN $8::jsonb->>'quoteId' ELSE quote_id END,
    job_id = CASE WHEN $8::jsonb ? 'jobId' THEN $8::jsonb->>'jobId' ELSE job_id END,
    sequence = $4,
    updated_at = $6
  WHERE $8::jsonb IS NOT NULL AND id = $1 AND sequence < $4 AND EXISTS (SELECT 1 FROM event)
), entries AS (
  INSERT INTO ledger_entry (transaction, line, order_id, kind, account, amount, currency, at)
  SELECT e.transaction, e.line, $1, e.kind, e.account, e.amount, e.currency, $6
  FROM jsonb_to_recordset($9::jsonb) AS e(transaction text, line int, kind text, account text, amount int, currency text)
  WHERE EXISTS (SELECT 1 FROM event)
)
SELECT count(*)::int AS written FROM event`

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())

function patchJson(patch: OrderPatch | undefined): string | null {
  if (patch === undefined) return null
  return JSON.stringify({
    ...patch,
    ...(patch.waitingSince === undefined ? {} : { waitingSince: iso(patch.waitingSince) }),
    ...(patch.dueAt === undefined ? {} : { dueAt: iso(patch.dueAt) }),
    ...(patch.promisedAt === undefined ? {} : { promisedAt: iso(patch.promisedAt) }),
  })
}

/**
 * Writes event, order row and ledger in one statement. False when this (workflow, sequence) was already written:
 * the caller then undoes or skips its other writes of the same transaction.
 */
export async function recordStep(connection: Pool | PoolClient, step: Step): Promise<boolean> {
  const entries = (step.ledger ?? []).flatMap(({ transaction, kind, lines }) =>
    lines.map((line, index) => ({ transaction, kind, line: index + 1, ...line })),
  )
  const result = await connection.query<{ written: number }>({
    name: 'record-step',
    text: statement,
    values: [
      step.order,
      step.factory ?? null,
      step.workflow,
      step.sequence,
      step.kind,
      iso(step.at),
      JSON.stringify(step.data),
      patchJson(step.patch),
      JSON.stringify(entries),
    ],
  })
  return result.rows[0]?.written === 1
}

/** Whether this (workflow, sequence) has been written: an earlier attempt got through, and nothing is left to do. */
export async function isRecorded(
  connection: Pool | PoolClient,
  step: Pick<Step, 'workflow' | 'sequence'>,
): Promise<boolean> {
  const { rowCount } = await connection.query({
    name: 'is-recorded',
    text: 'SELECT 1 FROM order_event WHERE workflow = $1 AND sequence = $2',
    values: [step.workflow, step.sequence],
  })
  return rowCount === 1
}

/**
 * Runs `work` and records the step in one transaction. When the step was already written nothing of `work` stays,
 * so an activity that is tried again changes nothing.
 */
export async function withStep(pool: Pool, step: Step, work: (client: PoolClient) => Promise<void>): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    if (!(await recordStep(client, step))) return false
    await work(client)
    return true
  })
}

/** One transaction on one connection; rolled back when `work` throws. */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((reason: Error) => {
      broken = reason
    })
    throw error
  } finally {
    client.release(broken)
  }
}
