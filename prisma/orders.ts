import type { Pool } from 'pg'
import { z } from 'zod'
import type { Stage } from '#models/order/stages.ts'
import { stages } from '#models/order/stages.ts'
import type { Database } from './client.ts'
import { columnsOf } from './columns.ts'
import { Prisma } from './generated/client.ts'
import { inTransaction, recordStep, type Step } from './steps.ts'

export const addressSchema = z.object({
  name: z.string(),
  line1: z.string(),
  line2: z.string().optional(),
  postalCode: z.string(),
  city: z.string(),
  region: z.string().optional(),
  country: z.string(),
})
export type StoredAddress = z.infer<typeof addressSchema>

export const currencySchema = z.enum(['EUR', 'GBP', 'USD', 'CNY', 'BRL'])
const stageSchema = z.enum(stages)
const waitingSchema = z.enum(['shopper', 'factory', 'carrier', 'operator', 'system', 'none'])

export type NewOrder = {
  readonly id: string
  readonly owner: string
  readonly idempotencyKey: string
  readonly bodyHash: string
  readonly accessKey: string
  readonly design: string
  readonly hash: string
  readonly bytes: string
  readonly product: string
  readonly version: number
  readonly quantity: number
  readonly email: string
  readonly language: string
  readonly address: StoredAddress
  readonly consent: boolean
  /** minor units, what the reference price said */
  readonly shownAmount: number
  readonly shownBy: number | undefined
  readonly currency: string
}

/** Writes the frozen specification, the order and its first step in one transaction; a second time changes nothing. */
export async function insertOrder(pool: Pool, order: NewOrder, step: Step): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query({
      name: 'insert-specification',
      text: 'INSERT INTO specification (hash, product, version, bytes) VALUES ($1, $2, $3, $4) ON CONFLICT (hash) DO NOTHING',
      values: [order.hash, order.product, order.version, order.bytes],
    })
    await client.query({
      name: 'insert-order',
      text: `INSERT INTO "order" (id, owner_id, idempotency_key, body_hash, access_key, design_id, hash, product, version, quantity, email,
          language, address, country, shown_amount, shown_by, currency, consent, stage, waiting_on, waiting_since, sequence, created_at, updated_at)
        VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13::jsonb,$14,$15,$16,$17,$18,'quoting','system',$19,0,$19,$19)
        ON CONFLICT (id) DO NOTHING`,
      values: [
        order.id,
        order.owner,
        order.idempotencyKey,
        order.bodyHash,
        order.accessKey,
        order.design,
        order.hash,
        order.product,
        order.version,
        order.quantity,
        order.email,
        order.language,
        JSON.stringify(order.address),
        order.address.country,
        order.shownAmount,
        order.shownBy === undefined ? null : new Date(order.shownBy),
        order.currency,
        order.consent,
        new Date(step.at),
      ],
    })
    await recordStep(client, step)
  })
}

type StoredOrder = Prisma.OrderGetPayload<object>
const columns = columnsOf(Prisma.OrderScalarFieldEnum, 'o')

/** An order's row, its JSON and codes parsed. */
export async function readOrder(database: Pick<Database, 'pool'>, id: string): Promise<OrderRow | undefined> {
  return (await readOrders(database, [id])).get(id)
}
export type OrderRow = ReturnType<typeof parsed>

/** Several orders by id. */
export async function readOrders(
  { pool }: Pick<Database, 'pool'>,
  ids: readonly string[],
): Promise<Map<string, OrderRow>> {
  const { rows } = await pool.query<StoredOrder>({
    name: 'read-orders',
    text: `SELECT ${columns} FROM "order" o WHERE o.id = ANY($1)`,
    values: [ids],
  })
  return new Map(rows.map((row) => [row.id, parsed(row)]))
}

function parsed(row: StoredOrder) {
  return {
    ...row,
    stage: stageSchema.parse(row.stage),
    waitingOn: waitingSchema.parse(row.waitingOn),
    address: addressSchema.parse(row.address),
    currency: currencySchema.parse(row.currency),
  }
}

/** What an earlier submission with this key was; for answering the same key in the same way. */
export async function findSubmission({ pool }: Pick<Database, 'pool'>, owner: string, idempotencyKey: string) {
  const { rows } = await pool.query<{ id: string; bodyHash: string }>({
    name: 'find-submission',
    text: 'SELECT id, body_hash AS "bodyHash" FROM "order" WHERE owner_id = $1 AND idempotency_key = $2',
    values: [owner, idempotencyKey],
  })
  return rows[0]
}

/** A shopper's orders, newest first. */
export async function listOrders(database: Pick<Database, 'client'>, owner: string, most = 100) {
  const rows = await database.client.order.findMany({
    where: { ownerId: owner },
    orderBy: { createdAt: 'desc' },
    take: most,
  })
  return rows.map(parsed)
}

/** Orders that wait for an operator, longest first. */
export async function listWaitingOnOperator(database: Pick<Database, 'client'>, most = 200) {
  const rows = await database.client.order.findMany({
    where: { waitingOn: 'operator' },
    orderBy: { waitingSince: 'asc' },
    take: most,
  })
  return rows.map(parsed)
}

/** Orders being made whose shoppers agreed to show them: no name, no address. */
export async function listOnTheLine(database: Pick<Database, 'client'>, most = 12) {
  const making: Stage[] = ['scheduled', 'in_production', 'shipped']
  return database.client.order.findMany({
    where: { stage: { in: making }, consent: true },
    orderBy: { updatedAt: 'desc' },
    take: most,
    select: { id: true, hash: true, product: true, version: true, stage: true, country: true, updatedAt: true },
  })
}

/** The frozen canonical JSON that a hash is taken over. */
export async function readSpecification(database: Pick<Database, 'pool'>, hash: string) {
  const bytes = (await readSpecifications(database, [hash])).get(hash)
  return bytes === undefined ? undefined : { bytes }
}

/** The canonical bytes of several specifications by hash. */
export async function readSpecifications(
  { pool }: Pick<Database, 'pool'>,
  hashes: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ hash: string; bytes: string }>({
    name: 'read-specifications',
    text: 'SELECT hash, bytes FROM specification WHERE hash = ANY($1)',
    values: [hashes],
  })
  return new Map(rows.map(({ hash, bytes }) => [hash, bytes]))
}
