import type { Pool, PoolClient } from 'pg'
import { z } from 'zod'
import type { Database } from './client.ts'
import { columnsOf } from './columns.ts'
import { Prisma } from './generated/client.ts'
import { withStep } from './steps.ts'

export const cartonSchema = z.object({
  lengthMm: z.number(),
  widthMm: z.number(),
  heightMm: z.number(),
  massG: z.number(),
  tracking: z.string().optional(),
  label: z.string().optional(),
})
export type StoredCarton = z.infer<typeof cartonSchema>

export const shipmentStates = ['announced', 'collected', 'in_transit', 'delivered', 'failed', 'lost'] as const
export type ShipmentState = (typeof shipmentStates)[number]
const stateSchema = z.enum(shipmentStates)

/** Writes a shipment once; `id` derives from its job. */
export async function insertShipment(
  client: PoolClient,
  shipment: {
    id: string
    order: string
    job: string
    carrier: string
    reference: string
    tracking: readonly string[]
    cartons: readonly StoredCarton[]
    label: string | undefined
    expectedAt: number | undefined
    at: number
  },
): Promise<void> {
  await client.query({
    name: 'insert-shipment',
    text: `INSERT INTO shipment (id, order_id, job_id, carrier, reference, tracking, cartons, label, state, expected_at, created_at)
     VALUES ($1,$2,$3,$4,$5,$6,$7::jsonb,$8,'announced',$9,$10) ON CONFLICT (id) DO NOTHING`,
    values: [
      shipment.id,
      shipment.order,
      shipment.job,
      shipment.carrier,
      shipment.reference,
      shipment.tracking,
      JSON.stringify(shipment.cartons),
      shipment.label ?? null,
      shipment.expectedAt === undefined ? null : new Date(shipment.expectedAt),
      new Date(shipment.at),
    ],
  })
}

/** Takes over what the carrier says; delivered is never taken back. */
export async function writeShipmentTruth(
  { pool }: Pick<Database, 'pool'>,
  reference: string,
  truth: { state: ShipmentState; at: number; expectedAt?: number | undefined },
): Promise<void> {
  await pool.query({
    name: 'write-shipment-truth',
    text: `UPDATE shipment SET state = $2, delivered_at = coalesce($3, delivered_at), expected_at = coalesce($4, expected_at)
      WHERE reference = $1 AND state <> 'delivered'`,
    values: [
      reference,
      truth.state,
      truth.state === 'delivered' ? new Date(truth.at) : null,
      truth.expectedAt === undefined ? null : new Date(truth.expectedAt),
    ],
  })
}

/**
 * One more scan on the way: told in the order's story, moving nothing. `seq` counts a shipment's scans from 1; the same scan is written once.
 * Business epoch ms.
 */
export async function recordScan(
  pool: Pool,
  { reference, order, job, scan }: { reference: string; order: string; job: string; scan: Scan },
): Promise<void> {
  const { rows } = await pool.query<{ factory_id: string }>('SELECT factory_id FROM job WHERE id = $1', [job])
  const step = {
    workflow: `shipment/${reference}`,
    sequence: scan.seq,
    order,
    factory: rows[0]?.factory_id,
    kind: 'tracked' as const,
    at: scan.at,
    data: { state: scan.kind, at: scan.at },
  }
  await withStep(pool, step, async (client) => {
    await client.query(`UPDATE shipment SET state = $2 WHERE reference = $1 AND state <> 'delivered'`, [
      reference,
      scan.kind,
    ])
  })
}

export type Scan = { readonly seq: number; readonly kind: ShipmentState; readonly at: number }

/** The latest shipment of an order. */
export async function readShipmentOf({ pool }: Pick<Database, 'pool'>, order: string) {
  const { rows } = await pool.query<Prisma.ShipmentGetPayload<object>>({
    name: 'shipment-of-order',
    text: `SELECT ${columnsOf(Prisma.ShipmentScalarFieldEnum, 's')} FROM shipment s WHERE s.order_id = $1 ORDER BY s.created_at DESC LIMIT 1`,
    values: [order],
  })
  const [row] = rows
  if (row === undefined) return undefined
  return { ...row, state: stateSchema.parse(row.state), cartons: z.array(cartonSchema).parse(row.cartons) }
}

/** Which order and job a shipment is of, by the carrier's reference, and what is known of its way. */
export async function findShipment({ pool }: Pick<Database, 'pool'>, reference: string) {
  const { rows } = await pool.query<{ orderId: string; jobId: string; state: string; expectedAt: Date | null }>({
    name: 'find-shipment',
    text: 'SELECT order_id AS "orderId", job_id AS "jobId", state, expected_at AS "expectedAt" FROM shipment WHERE reference = $1',
    values: [reference],
  })
  return rows.map((row) => ({ ...row, state: stateSchema.parse(row.state) }))[0]
}
