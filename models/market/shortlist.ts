import { type Rankable, type Ranked, rank } from './rank.ts'

export type ShortlistInput<B> = {
  readonly bids: readonly B[]
  /** how many may hold a slot */
  readonly size: number
  /** what the page showed, in minor units and epoch milliseconds; without a date, price alone counts */
  readonly shown: { readonly amount: number; readonly deliverBy?: number }
  readonly beltOf: (bid: B) => string
}

/** Two keep the shown price and date, so that one stays when the other is taken. */
const keeping = 2

/**
 * The bids that are offered and hold a slot, best first. Rank alone could offer six of one belt, all cheap and all late; so the best two that
 * keep the price and date shown come in first, then the soonest and the cheapest, then the best of each belt, then the rest by rank.
 */
export function shortlist<B extends Rankable>({ bids, size, shown, beltOf }: ShortlistInput<B>): Ranked<B>[] {
  const by = shown.deliverBy ?? Number.POSITIVE_INFINITY
  const ranked = rank(bids, shown.deliverBy === undefined ? {} : { by: shown.deliverBy })
  const keep = ranked.filter(({ bid }) => bid.price.amount <= shown.amount && bid.deliverBy <= by).slice(0, keeping)
  const [cheapest] = [...ranked].sort((a, b) => a.bid.price.amount - b.bid.price.amount)
  const [soonest] = [...ranked].sort((a, b) => a.bid.deliverBy - b.bid.deliverBy)
  const belts = new Map<string, Ranked<B>>()
  for (const each of [...ranked].reverse()) belts.set(beltOf(each.bid), each)
  const ofEachBelt = ranked.filter((each) => belts.get(beltOf(each.bid)) === each)
  const chosen = new Set<Ranked<B>>()
  for (const each of [...keep, soonest, cheapest, ...ofEachBelt, ...ranked]) {
    if (each && chosen.size < size) chosen.add(each)
  }
  return ranked.filter((each) => chosen.has(each))
}
