import { type Alloy, alloyFacts, type Metal } from './alloys.ts'

/** What a gram of fine metal costs, as one row of a dated table. `until` is the last day on which a price may be made from it. */
export type MetalPrice = {
  readonly metal: Metal
  readonly centsPerGram: number
  readonly currency: 'EUR'
  readonly fix: string
  readonly date: string
  readonly until: string
  readonly source: string
}

/**
 * The row behind the published reference prices. A round planning figure and no fix of a certain day: a maker's rate card carries its own, and is bought at
 * acceptance. Bronze is bought as casting grain.
 */
export const metalPrices: readonly MetalPrice[] = [
  {
    metal: 'gold',
    centsPerGram: 11_500,
    currency: 'EUR',
    fix: 'LBMA gold PM',
    date: '2026-11-23',
    until: '2026-12-23',
    source: 'planning figure',
  },
  {
    metal: 'silver',
    centsPerGram: 145,
    currency: 'EUR',
    fix: 'LBMA silver noon',
    date: '2026-11-23',
    until: '2026-12-23',
    source: 'planning figure',
  },
  {
    metal: 'bronze',
    centsPerGram: 4,
    currency: 'EUR',
    fix: 'casting grain',
    date: '2026-11-23',
    until: '2026-12-23',
    source: 'planning figure',
  },
]

/** Loss in melting, filing and polish, and the alloy's making, thousandths of the metal: 6–12 % are asked (practitioners). */
export const lossPermille = 80

const rowOf = (metal: Metal): MetalPrice => {
  const row = metalPrices.find((each) => each.metal === metal)
  if (row === undefined) throw new RangeError(`no price for ${metal}`)
  return row
}

/** The row that an alloy's price follows. */
export const metalPriceOf = (alloy: Alloy): MetalPrice => rowOf(alloyFacts(alloy).metal)

/** EUR cents for a gram of an alloy: what is fine in it, at the row's price; all of it for bronze. */
export function gramPrice(alloy: Alloy): number {
  const { finenessPermille, metal } = alloyFacts(alloy)
  const share = finenessPermille === 0 ? 1000 : finenessPermille
  return Math.max(1, Math.round((rowOf(metal).centsPerGram * share) / 1000))
}
