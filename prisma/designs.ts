import { z } from 'zod'
import { type Options, plainOptions } from '#models/product/options.ts'
import type { Database } from './client.ts'
import { columnsOf } from './columns.ts'
import { Prisma } from './generated/client.ts'

export const optionsSchema = z.record(
  z.string(),
  z.union([z.number(), z.string(), z.boolean(), z.array(z.string()), z.array(z.number())]),
)

const parse = <Row extends { options: unknown }>(row: Row) => ({ ...row, options: optionsSchema.parse(row.options) })

type StoredDesign = Prisma.DesignGetPayload<object>
const columns = columnsOf(Prisma.DesignScalarFieldEnum, 'd')

export async function readDesign({ pool }: Pick<Database, 'pool'>, id: string): Promise<DesignRow | undefined> {
  const { rows } = await pool.query<StoredDesign>({
    name: 'read-design',
    text: `SELECT ${columns} FROM design d WHERE d.id = $1`,
    values: [id],
  })
  return rows.map(parse)[0]
}
export type DesignRow = ReturnType<typeof parse<StoredDesign>>

/** A new design; the id is random and unguessable. Undefined when it is taken, perhaps by the same call made twice at once. */
export async function insertDesign(
  { pool }: Pick<Database, 'pool'>,
  design: {
    id: string
    owner: string
    product: string
    version: number
    options: Options
    hash: string
    forkedFrom?: string | undefined
  },
): Promise<DesignRow | undefined> {
  const { id, owner, product, version, options, hash, forkedFrom } = design
  const { rows } = await pool.query<StoredDesign>({
    name: 'insert-design',
    text: `INSERT INTO design AS d (id, owner_id, product, version, options, hash, forked_from, updated_at)
      VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, CURRENT_TIMESTAMP) ON CONFLICT (id) DO NOTHING RETURNING ${columns}`,
    values: [id, owner, product, version, JSON.stringify(options), hash, forkedFrom ?? null],
  })
  return rows.map(parse)[0]
}

/** Changes a design of this owner; undefined when it is not theirs. */
export async function updateDesign(
  database: Pick<Database, 'client' | 'pool'>,
  design: { id: string; owner: string; version: number; options: Options; hash: string },
): Promise<DesignRow | undefined> {
  const { count } = await database.client.design.updateMany({
    where: { id: design.id, ownerId: design.owner },
    data: {
      version: design.version,
      options: plainOptions(design.options),
      hash: design.hash,
      revision: { increment: 1 },
    },
  })
  return count === 0 ? undefined : readDesign(database, design.id)
}

export async function listDesigns(database: Pick<Database, 'client'>, owner: string, most = 100) {
  const rows = await database.client.design.findMany({
    where: { ownerId: owner },
    orderBy: { updatedAt: 'desc' },
    take: most,
  })
  return rows.map(parse)
}

/** A guest signed up: what was theirs goes with them. */
export async function moveOwner(database: Pick<Database, 'client'>, from: string, to: string): Promise<void> {
  await database.client.$transaction([
    database.client.design.updateMany({ where: { ownerId: from }, data: { ownerId: to } }),
    database.client.order.updateMany({ where: { ownerId: from }, data: { ownerId: to } }),
    database.client.file.updateMany({ where: { ownerId: from }, data: { ownerId: to } }),
  ])
}

/** The options inside a frozen specification's bytes. */
export function readDesignOptions(bytes: string): Options {
  return z.object({ options: optionsSchema }).parse(JSON.parse(bytes)).options
}
