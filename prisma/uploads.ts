import type { Database } from './client.ts'

/** A file somebody uploaded; `id` is what the API gives out, `sha256` where the bytes are. */
export async function insertUpload(
  database: Pick<Database, 'client'>,
  file: {
    id: string
    owner: string
    sha256: string
    thumbnail: string | undefined
    contentType: string
    bytes: number
    width: number
    height: number
  },
): Promise<void> {
  const { owner, thumbnail, ...rest } = file
  await database.client.file.create({ data: { ...rest, ownerId: owner, thumbnail: thumbnail ?? null } })
}

export async function readUpload(database: Pick<Database, 'client'>, id: string) {
  return (await database.client.file.findUnique({ where: { id } })) ?? undefined
}

/** Those of `ids` that this person uploaded. */
export async function ownUploads(
  database: Pick<Database, 'client'>,
  owner: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await database.client.file.findMany({
    where: { ownerId: owner, id: { in: [...ids] } },
    select: { id: true },
  })
  return rows.map((row) => row.id)
}

/** The order whose story or report shows this file, if any: who may see the order may see the file. */
export async function ordersShowing(database: Pick<Database, 'client'>, file: string): Promise<string[]> {
  const [operations, reports] = await Promise.all([
    database.client.jobOperation.findMany({
      where: { photo: file },
      select: { job: { select: { orderId: true } } },
      take: 10,
    }),
    database.client.report.findMany({ where: { photos: { has: file } }, select: { orderId: true }, take: 10 }),
  ])
  return [...operations.map((row) => row.job.orderId), ...reports.map((row) => row.orderId)]
}

/** The factories whose work a file shows. */
export async function factoriesShowing(database: Pick<Database, 'client'>, file: string): Promise<string[]> {
  const rows = await database.client.jobOperation.findMany({
    where: { photo: file },
    select: { job: { select: { factoryId: true } } },
    take: 10,
  })
  return rows.map((row) => row.job.factoryId)
}
