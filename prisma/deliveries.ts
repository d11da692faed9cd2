import type { PoolClient } from 'pg'
import { z } from 'zod'
import type { Database } from './client.ts'
import { columnsOf } from './columns.ts'
import { Prisma } from './generated/client.ts'

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

/** Takes over what the carrier says. False when nothing is new; delivered is never taken back. */
export async function writeShipmentTruth(
  { pool }: Pick<Database, 'pool'>,
  reference: string,
  truth: { state: ShipmentState; at: number; expectedAt?: number | undefined },
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'write-shipment-truth',
    text: `UPDATE shipment SET state = $2, delivered_at = coalesce($3, delivered_at), expected_at = coalesce($4, expected_at)
      WHERE reference = $1 AND state NOT IN ($2, 'delivered')`,
    values: [
      reference,
      truth.state,
      truth.state === 'delivered' ? new Date(truth.at) : null,
      truth.expectedAt === undefined ? null : new Date(truth.expectedAt),
    ],
  })
  return rowCount !== 0
}

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

/** Which order and job a shipment is of, by the carrier's reference. */
export async function findShipment({ pool }: Pick<Database, 'pool'>, reference: string) {
  const { rows } = await pool.query<{ orderId: string; jobId: string; state: string }>({
    name: 'find-shipment',
    text: 'SELECT order_id AS "orderId", job_id AS "jobId", state FROM shipment WHERE reference = $1',
    values: [reference],
  })
  return rows[0]
}
