import { loadProduct, products } from '#models/catalog.ts'
import { servedCountries } from '#models/money/tax.ts'
import { evaluate } from '#models/product/evaluate.ts'
import type { Options } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { sampleOptions, sampleReachable, seeded } from '#models/product/sample.ts'

const rounds = 5
const roundMs = 1500
const pool = 4000

/** Half of them can be made, half are whatever chance gives; countries and quantities mixed. */
function inputs(product: Product): { options: Options; country: string; quantity: number }[] {
  const random = seeded(20_261_123)
  return Array.from({ length: pool }, (_, index) => ({
    options: index % 2 === 0 ? sampleReachable(product, random) : sampleOptions(product, random),
    country: servedCountries[Math.floor(random() * servedCountries.length)] ?? 'DE',
    quantity: 1 + Math.floor(random() * 3),
  }))
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

type Round = { readonly perSecond: number; readonly perWallSecond: number; readonly valid: number }

/**
 * Configurations through rules, closed forms, price with trace and checks for each second that a core spent on this process
 * (its collector's threads included), so that a busy machine does not change the figure; nothing is remembered between them.
 */
function measure(all: ReturnType<typeof inputs>, product: Product, forMs: number): Round {
  let done = 0
  let valid = 0
  const before = process.cpuUsage()
  const start = performance.now()
  let elapsed = 0
  while (elapsed < forMs) {
    for (let index = 0; index < 200; index += 1) {
      const input = all[done % all.length]
      if (input === undefined) continue
      const answer = evaluate(product, input.options, input)
      if (answer.valid) valid += 1
      done += 1
    }
    elapsed = performance.now() - start
  }
  const { user, system } = process.cpuUsage(before)
  return {
    perSecond: Math.round((done * 1_000_000) / (user + system)),
    perWallSecond: Math.round((done * 1000) / elapsed),
    valid: valid / done,
  }
}

/** The bench `price`: the slowest product's `configurations_per_second`. */
export async function run(
  progress: (line: string) => void,
): Promise<{ figures: Record<string, number>; detail: unknown }> {
  const detail: Record<string, unknown> = {}
  let slowest = Number.POSITIVE_INFINITY
  for (const { slug, latest } of products) {
    const product = await loadProduct(slug, latest)
    if (product === undefined) throw new Error(`the catalogue does not load ${slug}`)
    progress(`${slug}: drawing ${pool} configurations`)
    const all = inputs(product)
    measure(all, product, roundMs)
    const results: Round[] = []
    for (let round = 1; round <= rounds; round += 1) {
      const result = measure(all, product, roundMs)
      results.push(result)
      progress(`${slug}: round ${round} of ${rounds}, ${result.perSecond} a second of one core`)
    }
    detail[slug] = {
      rounds: results.map((result) => result.perSecond),
      per_wall_second: results.map((result) => result.perWallSecond),
      valid_share: Math.round((results.at(-1)?.valid ?? 0) * 1000) / 1000,
    }
    slowest = Math.min(slowest, median(results.map((result) => result.perSecond)))
  }
  return { figures: { configurations_per_second: slowest }, detail }
}
