import type { Pool, PoolClient } from 'pg'
import { z } from 'zod'
import type { Database } from './client.ts'
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
  await client.query(
    `INSERT INTO shipment (id, order_id, job_id, carrier, reference, tracking, cartons, label, state, expected_at, created_at)
     VALUES ($1,$2,$3,$4,$5,$6,$7::jsonb,$8,'announced',$9,$10) ON CONFLICT (id) DO NOTHING`,
    [
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
  )
}

/** Takes over what the carrier says; delivered is never taken back. */
export async function writeShipmentTruth(
  database: Pick<Database, 'client'>,
  reference: string,
  truth: { state: ShipmentState; at: number; expectedAt?: number | undefined },
): Promise<void> {
  await database.client.shipment.updateMany({
    where: { reference, state: { not: 'delivered' } },
    data: {
      state: truth.state,
      ...(truth.state === 'delivered' ? { deliveredAt: new Date(truth.at) } : {}),
      ...(truth.expectedAt === undefined ? {} : { expectedAt: new Date(truth.expectedAt) }),
    },
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
export async function readShipmentOf(database: Pick<Database, 'client'>, order: string) {
  const row = await database.client.shipment.findFirst({ where: { orderId: order }, orderBy: { createdAt: 'desc' } })
  if (row === null) return undefined
  return { ...row, state: stateSchema.parse(row.state), cartons: z.array(cartonSchema).parse(row.cartons) }
}

export async function findShipment(database: Pick<Database, 'client'>, reference: string) {
  const row = await database.client.shipment.findUnique({
    where: { reference },
    select: { orderId: true, jobId: true, state: true, expectedAt: true },
  })
  return row === null ? undefined : { ...row, state: stateSchema.parse(row.state) }
}
