import type { PriceBook } from '../../product/product.ts'
import { priceBook as before } from '../v1/price-book.ts'
import { runnerId, runners } from './drawers.ts'

/** Net trade prices of a pair of runners, EUR cents: shortest and longest, evenly between them (practitioners). */
const runnerPrices = { 30: [480, 840], 45: [690, 1170] } as const

function runnerPrice(length: number, load: (typeof runners.loads)[number]): number {
  const [low, high] = runnerPrices[load]
  const [shortest] = runners.lengths
  const longest = Math.max(...runners.lengths)
  return Math.round(low + ((high - low) * (length - shortest)) / (longest - shortest))
}

const runnerLines = Object.fromEntries(
  runners.loads.flatMap((load) => runners.lengths.map((length) => [runnerId(length, load), runnerPrice(length, load)])),
)

/**
 * The published reference rates from December 2026, EUR cents ex works. What changed since `shelf-2026-11`: birch plywood rose by 3 % and oak
 * veneer by 2 %, carton by 4 %, and the lacquer line asks €104 an hour; the bands stay those named there (birch plywood €24–38, oak veneer
 * 25–45 a m², lacquer line 80–120 an hour). New: 12 mm plywood €18–28 a m², ABS of 2 mm €0.70–1.00 a metre, runners by length and load.
 * Practitioners' figures.
 */
export const priceBook: PriceBook = {
  id: 'shelf-2026-12',
  origin: before.origin,
  card: {
    ...before.card,
    id: 'reference-shelf-2026-12',
    hourly: { ...before.card.hourly, finishing: 10_400 },
    materials: {
      ...before.card.materials,
      'birch-ply-18': 3400,
      'birch-ply-24': 4430,
      'birch-ply-12': 2400,
      'oak-veneer-19': 3880,
      'edge-abs-2': 85,
      'carton-board': 114,
      ...runnerLines,
    },
  },
}

/** Every material id a shelf may ask for: what a rate card must know to make all of them. */
export const materialIds: readonly string[] = Object.keys(priceBook.card.materials)
