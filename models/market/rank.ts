import type { Price, Values } from '../product/evaluation.ts'

/** What ranking looks at. `deliverBy` in epoch milliseconds; `score` is the factory's daily score, 0–1000. */
export type Rankable = {
  readonly id: string
  readonly price: Price
  readonly deliverBy: number
  readonly score: number
}

/** One part of a rank. Lines sum to the points. */
export type PointLine = { readonly code: 'price' | 'date' | 'score'; readonly values: Values; readonly points: number }

export type Ranked<B> = { readonly bid: B; readonly points: number; readonly trace: readonly PointLine[] }

/** The published weights: 1000 points in all. */
export const rankWeights = { price: 500, date: 300, score: 200 } as const

/** A bid this many days after the best one gets no points for its date. */
export const rankDaysToZero = 60

const dayMs = 86_400_000

/**
 * Orders bids by points, best first; the formula is published and each point has its line:
 * price `500 × cheapest ÷ price`; date `300 × (1 − days after the earliest ÷ 60)`, not below 0, where a bid by the wanted date (if there is
 * one) counts as early enough; score `200 × score ÷ 1000`. Rounded to whole points. Ties: cheaper, then sooner, then the smaller id.
 * Throws RangeError when bids are in different currencies, since they cannot be compared.
 */
export function rank<B extends Rankable>(bids: readonly B[], wanted: { readonly by?: number } = {}): Ranked<B>[] {
  const [first] = bids
  if (!first) return []
  if (bids.some((each) => each.price.currency !== first.price.currency))
    throw new RangeError('bids in different currencies')
  const cheapest = Math.min(...bids.map((each) => each.price.amount))
  const earliest = Math.max(Math.min(...bids.map((each) => each.deliverBy)), wanted.by ?? Number.NEGATIVE_INFINITY)
  return bids
    .map((bid) => {
      const days = Math.max(0, Math.ceil((bid.deliverBy - earliest) / dayMs))
      const trace: PointLine[] = [
        {
          code: 'price',
          values: { amount: bid.price.amount, cheapest },
          points: pricePoints(bid.price.amount, cheapest),
        },
        {
          code: 'date',
          values: { days },
          points: Math.max(0, Math.round(rankWeights.date * (1 - days / rankDaysToZero))),
        },
        {
          code: 'score',
          values: { score: bid.score },
          points: Math.round((rankWeights.score * clamp(bid.score)) / 1000),
        },
      ]
      return { bid, points: trace.reduce((sum, line) => sum + line.points, 0), trace }
    })
    .sort(
      (a, b) =>
        b.points - a.points ||
        a.bid.price.amount - b.bid.price.amount ||
        a.bid.deliverBy - b.bid.deliverBy ||
        (a.bid.id < b.bid.id ? -1 : a.bid.id > b.bid.id ? 1 : 0),
    )
}

function pricePoints(amount: number, cheapest: number): number {
  return amount <= 0 ? rankWeights.price : Math.round((rankWeights.price * cheapest) / amount)
}

function clamp(score: number): number {
  return Math.min(1000, Math.max(0, score))
}
