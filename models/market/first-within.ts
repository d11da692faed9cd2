import { type Rankable, rank } from './rank.ts'

/** What the product page showed: price in minor units of the bids' currency, date in epoch milliseconds. */
export type Shown = { readonly amount: number; readonly deliverBy: number }

/** The best bid at or below the shown price and date, or what the nearest ones miss it by (minor units, milliseconds). */
export type FirstWithin<B> =
  | { readonly kept: true; readonly bid: B }
  | { readonly kept: false; readonly code: 'no_bids' }
  | {
      readonly kept: false
      readonly code: 'dearer' | 'later' | 'dearer_or_later'
      readonly dearerBy: number
      readonly laterBy: number
    }

/**
 * Whether the first quotes keep what the page said. `dearer`: some are in time, none at the price; `later`: the reverse; `dearer_or_later`:
 * some keep one and some the other, or none keeps either. `dearerBy` is counted over the bids in time, or over all when none is; `laterBy` likewise.
 */
export function firstWithin<B extends Rankable>(shown: Shown, bids: readonly B[]): FirstWithin<B> {
  if (bids.length === 0) return { kept: false, code: 'no_bids' }
  const cheap = bids.filter((each) => each.price.amount <= shown.amount)
  const early = bids.filter((each) => each.deliverBy <= shown.deliverBy)
  const [best] = rank(cheap.filter((each) => each.deliverBy <= shown.deliverBy))
  if (best) return { kept: true, bid: best.bid }
  const amounts = (early.length > 0 ? early : bids).map((each) => each.price.amount - shown.amount)
  const delays = (cheap.length > 0 ? cheap : bids).map((each) => each.deliverBy - shown.deliverBy)
  const code = early.length > 0 === cheap.length > 0 ? 'dearer_or_later' : early.length > 0 ? 'dearer' : 'later'
  return { kept: false, code, dearerBy: Math.max(0, Math.min(...amounts)), laterBy: Math.max(0, Math.min(...delays)) }
}
