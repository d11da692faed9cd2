import { loadProduct } from '#models/catalog.ts'
import { packOf } from '#models/product/pack.ts'
import { readDesignOptions } from '#prisma/designs.ts'
import type { JobRow } from '#prisma/jobs.ts'
import { readOrder, readSpecification } from '#prisma/orders.ts'
import type { Platform } from './platform.ts'

/**
 * The files a job is made from. `specification.json` is what was frozen when the order was placed; the rest is derived from it anew,
 * which is allowed only while both have one hash.
 */
export async function jobPack(platform: Platform, job: Pick<JobRow, 'id' | 'orderId' | 'hash'>) {
  const [order, frozen] = await Promise.all([
    readOrder(platform.database, job.orderId),
    readSpecification(platform.database, job.hash),
  ])
  const product = order && (await loadProduct(order.product, order.version))
  if (frozen === undefined || product === undefined) throw new Error(`The specification of ${job.id} cannot be read`)
  const { hash, files } = packOf(product, readDesignOptions(frozen.bytes))
  if (hash !== job.hash) throw new Error(`Job ${job.id} was agreed as ${job.hash} and would now be made as ${hash}`)
  return {
    hash,
    files: files.map((file) => (file.path === 'specification.json' ? { ...file, text: frozen.bytes } : file)),
  }
}
