import type { Options } from '#models/product/options.ts'
import type { Database } from './client.ts'
import { readDesignOptions } from './designs.ts'
import { readSpecifications } from './orders.ts'

/** Options of the last specifications that were read, by hash: a hash never means anything else. */
const known = new Map<string, Options>()
const mostKnown = 2_000

/** The options that were frozen, of several specifications by hash. */
export async function readFrozenOptions(
  database: Pick<Database, 'pool'>,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Options>> {
  const found = new Map<string, Options>()
  const missing = new Set<string>()
  for (const hash of hashes) {
    const options = known.get(hash)
    if (options === undefined) missing.add(hash)
    else found.set(hash, options)
  }
  if (missing.size === 0) return found
  for (const [hash, bytes] of await readSpecifications(database, [...missing])) {
    const options = readDesignOptions(bytes)
    found.set(hash, options)
    const [oldest] = known.keys()
    if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest)
    known.set(hash, options)
  }
  return found
}
