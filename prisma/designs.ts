import { z } from 'zod'
import { type Options, plainOptions } from '#models/product/options.ts'
import type { Database } from './client.ts'

export const optionsSchema = z.record(
  z.string(),
  z.union([z.number(), z.string(), z.boolean(), z.array(z.string()), z.array(z.number())]),
)

const parse = <Row extends { options: unknown }>(row: Row) => ({ ...row, options: optionsSchema.parse(row.options) })

export async function readDesign(database: Pick<Database, 'client'>, id: string) {
  const row = await database.client.design.findUnique({ where: { id } })
  return row === null ? undefined : parse(row)
}
export type DesignRow = NonNullable<Awaited<ReturnType<typeof readDesign>>>

/** A new design; the id is random and unguessable. Undefined when it is taken, perhaps by the same call made twice at once. */
export async function insertDesign(
  database: Pick<Database, 'client'>,
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
  const { owner, options, forkedFrom, ...rest } = design
  const [row] = await database.client.design.createManyAndReturn({
    data: [{ ...rest, ownerId: owner, options: plainOptions(options), forkedFrom: forkedFrom ?? null }],
    skipDuplicates: true,
  })
  return row && parse(row)
}

/** Changes a design of this owner; undefined when it is not theirs. */
export async function updateDesign(
  database: Pick<Database, 'client'>,
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
