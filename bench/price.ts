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

/** Configurations a second through rules, closed forms, price with trace and checks on this one core; nothing is remembered between them. */
function measure(
  all: ReturnType<typeof inputs>,
  product: Product,
  forMs: number,
): { perSecond: number; valid: number } {
  let done = 0
  let valid = 0
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
  return { perSecond: (done * 1000) / elapsed, valid: valid / done }
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
    const figures: number[] = []
    let valid = 0
    for (let round = 1; round <= rounds; round += 1) {
      const result = measure(all, product, roundMs)
      figures.push(Math.round(result.perSecond))
      valid = result.valid
      progress(`${slug}: round ${round} of ${rounds}, ${Math.round(result.perSecond)} a second`)
    }
    detail[slug] = { rounds: figures, valid_share: Math.round(valid * 1000) / 1000 }
    slowest = Math.min(slowest, median(figures))
  }
  return { figures: { configurations_per_second: slowest }, detail }
}
