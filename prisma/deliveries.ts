import type { PoolClient } from 'pg'
import { z } from 'zod'
import type { Database } from './client.ts'

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

/** Takes over what the carrier says. False when nothing is new; delivered is never taken back. */
export async function writeShipmentTruth(
  database: Pick<Database, 'client'>,
  reference: string,
  truth: { state: ShipmentState; at: number; expectedAt?: number | undefined },
): Promise<boolean> {
  const { count } = await database.client.shipment.updateMany({
    where: { reference, state: { notIn: [truth.state, 'delivered'] } },
    data: {
      state: truth.state,
      ...(truth.state === 'delivered' ? { deliveredAt: new Date(truth.at) } : {}),
      ...(truth.expectedAt === undefined ? {} : { expectedAt: new Date(truth.expectedAt) }),
    },
  })
  return count > 0
}

/** The latest shipment of an order. */
export async function readShipmentOf(database: Pick<Database, 'client'>, order: string) {
  const row = await database.client.shipment.findFirst({ where: { orderId: order }, orderBy: { createdAt: 'desc' } })
  if (row === null) return undefined
  return { ...row, state: stateSchema.parse(row.state), cartons: z.array(cartonSchema).parse(row.cartons) }
}

export async function findShipment(database: Pick<Database, 'client'>, reference: string) {
  const row = await database.client.shipment.findUnique({
    where: { reference },
    select: { orderId: true, jobId: true, state: true },
  })
  return row === null ? undefined : row
}
