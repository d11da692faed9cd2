import { loadProduct } from '#models/catalog.ts'
import type { PackFile } from '#models/product/pack.ts'
import { readDesignOptions } from '#prisma/designs.ts'
import { readFactory } from '#prisma/factories.ts'
import type { JobRow } from '#prisma/jobs.ts'
import { readOrder, readSpecification } from '#prisma/orders.ts'
import { packFileOf, packOf } from '#services/pack/manufacturing-pack.ts'
import type { Platform } from './platform.ts'

type Job = Pick<JobRow, 'id' | 'orderId' | 'hash' | 'factoryId'>

/** What was frozen when the order was placed, and the product that made it. */
async function agreed(platform: Platform, job: Job) {
  const [order, frozen, maker] = await Promise.all([
    readOrder(platform.database, job.orderId),
    readSpecification(platform.database, job.hash),
    readFactory(platform.database, job.factoryId),
  ])
  const product = order && (await loadProduct(order.product, order.version))
  if (frozen === undefined || product === undefined) throw new Error(`The specification of ${job.id} cannot be read`)
  const { shrinkages } = maker?.profile ?? {}
  return { product, options: readDesignOptions(frozen.bytes), bytes: frozen.bytes, shrinkages }
}

/** Files are derived anew, which is allowed only while both have one hash. */
function mustBe({ id, hash: wanted }: Job, hash: string): void {
  if (hash !== wanted) throw new Error(`Job ${id} was agreed as ${wanted} and would now be made as ${hash}`)
}

const asAgreed = (file: PackFile, bytes: string): PackFile =>
  file.path === 'specification.json' ? { path: file.path, kind: file.kind, text: bytes } : file

/** A file as JSON carries it: `text`, or `base64` of what is not text. */
function carried(file: PackFile) {
  if ('text' in file) return file
  return { path: file.path, kind: file.kind, base64: Buffer.from(file.bytes).toString('base64') }
}

/** What a file was before it was carried. */
export const uncarried = (file: ReturnType<typeof carried>): string | Uint8Array =>
  'text' in file ? file.text : Buffer.from(file.base64, 'base64')

/** The files a job is made from. `specification.json` is what was frozen when the order was placed; the rest is derived from it anew. */
export async function jobPack(platform: Platform, job: Job) {
  const { product, options, bytes, shrinkages } = await agreed(platform, job)
  const { hash, files } = await packOf(product, options, shrinkages)
  mustBe(job, hash)
  return { hash, files: files.map((file) => carried(asAgreed(file, bytes))) }
}

/** One of the files a job is made from. */
export async function jobPackFile(platform: Platform, job: Job, path: string) {
  const { product, options, bytes, shrinkages } = await agreed(platform, job)
  const { hash, file } = await packFileOf(product, options, path, shrinkages)
  mustBe(job, hash)
  return { hash, file: file === undefined ? null : carried(asAgreed(file, bytes)) }
}
