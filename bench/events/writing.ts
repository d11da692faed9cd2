import type { Database } from '#prisma/client.ts'
import { recordStep, type Step } from '#prisma/steps.ts'

export const orders = 200
export const connections = 32
const at = Date.UTC(2026, 10, 23, 9)

/** Orders for the events to belong to: `order-0` and on. */
export async function seedOrders({ pool }: Database): Promise<void> {
  await pool.query(
    `INSERT INTO specification (hash, product, version, bytes) VALUES ('bench', 'shelf', 1, '{}') ON CONFLICT DO NOTHING`,
  )
  await pool.query(
    `INSERT INTO "order" (id, owner_id, idempotency_key, body_hash, access_key, hash, product, version, quantity, email, language, address, country,
        shown_amount, currency, consent, stage, waiting_on, waiting_since, sequence, created_at, updated_at)
      SELECT 'order-' || n, (SELECT id FROM "user" LIMIT 1), 'bench-' || n, '', '', 'bench', 'shelf', 1, 1, 'bench@example.com', 'en', '{}', 'DE',
        1, 'EUR', false, 'in_production', 'factory', $1, 0, $1, $1 FROM generate_series(0, $2 - 1) AS n`,
    [new Date(at), orders],
  )
}

/** A step as a job writes it most often. */
const stepOf = (workflow: string, sequence: number): Step => ({
  workflow,
  sequence,
  order: `order-${sequence % orders}`,
  factory: undefined,
  kind: 'operation_finished',
  at: at + sequence,
  data: { operation: 'saw', note: 'all parts are within their tolerance' },
})

/** Writes one event as every workflow does. */
export const byStep = ({ pool }: Database, workflow: string, sequence: number): Promise<unknown> =>
  recordStep(pool, stepOf(workflow, sequence))

/** Writes the same row by an insert that does nothing else. */
export function byInsert({ pool }: Database, workflow: string, sequence: number): Promise<unknown> {
  const step = stepOf(workflow, sequence)
  return pool.query({
    name: 'plain-insert',
    text: 'INSERT INTO order_event (order_id, factory_id, workflow, sequence, kind, at, data) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    values: [
      step.order,
      null,
      step.workflow,
      step.sequence,
      step.kind,
      new Date(step.at).toISOString(),
      JSON.stringify(step.data),
    ],
  })
}

/** Events a second with all connections writing for `ms`, each the next when the last is committed. */
export async function rate(
  database: Database,
  workflow: string,
  write: typeof byStep,
  ms: number,
): Promise<{ perSecond: number; written: number }> {
  let written = 0
  const start = performance.now()
  const work = async () => {
    while (performance.now() - start < ms) {
      written += 1
      await write(database, workflow, written)
    }
  }
  await Promise.all(Array.from({ length: connections }, work))
  return { perSecond: (written * 1000) / (performance.now() - start), written }
}
