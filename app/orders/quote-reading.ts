import { firstWithin } from '#models/market/first-within.ts'
import type { PageWords } from '../words/reader.tsx'
import type { Order, Quote } from './order-data.ts'

/** What sets a quote apart from the others. */
export type QuoteMark = 'keeps' | 'keepsPrice' | 'cheapest' | 'soonest'

export type QuoteReading = {
  /** what can be chosen or is chosen, in the order of the published rank, but first what keeps the page’s word */
  readonly quotes: readonly Quote[]
  /** whether a quote keeps what the page showed, or why none does; undefined while there is none */
  readonly verdict: { readonly kept: boolean; readonly words: string } | undefined
  readonly marks: ReadonlyMap<string, readonly QuoteMark[]>
}

/** Reads an order’s quotes against what its page showed. */
export function readQuotes(order: Order, all: readonly Quote[], words: PageWords): QuoteReading {
  const open = all.filter(({ state }) => state !== 'lapsed')
  const marks = marksOf(order, open)
  const keeps = ({ id }: Quote) => marks.get(id)?.some((mark) => mark === 'keeps' || mark === 'keepsPrice') === true
  const quotes = [...open.filter(keeps), ...open.filter((quote) => !keeps(quote))]
  return { quotes, verdict: verdictOn(order, quotes, words), marks }
}

/** Whether a quote’s place is still held at business time `now`. */
export const isHeld = (quote: Quote, now: number): boolean => Date.parse(quote.heldUntil) > now

/** `quotes` begin with the one that keeps what was shown, if one does. */
function verdictOn(order: Order, quotes: readonly Quote[], { say }: PageWords): QuoteReading['verdict'] {
  const { price } = order.shown
  const by = order.shown.deliverBy
  const bids = quotes.map((quote) => ({
    id: quote.id,
    price: { ...quote.price, trace: quote.trace },
    deliverBy: Date.parse(quote.deliverBy),
    score: 0,
  }))
  const first = firstWithin({ amount: price.amount, deliverBy: by === null ? Infinity : Date.parse(by) }, bids)
  if (first.kept) {
    const factory = quotes[0]?.factory.name ?? ''
    return {
      kept: true,
      words: by === null ? say('order.keptPrice', { factory, price }) : say('order.kept', { factory, price, by }),
    }
  }
  if (first.code === 'no_bids') return undefined
  const dearerBy = { amount: first.dearerBy, currency: price.currency }
  if (by === null) return { kept: false, words: say('order.notKeptPrice', { price, dearerBy }) }
  return { kept: false, words: say(`order.notKept.${first.code}`, { price, by, dearerBy, laterBy: first.laterBy }) }
}

function marksOf(order: Order, quotes: readonly Quote[]): ReadonlyMap<string, readonly QuoteMark[]> {
  const { price, deliverBy } = order.shown
  const cheapest = Math.min(...quotes.map((quote) => quote.price.amount))
  const soonest = Math.min(...quotes.map((quote) => Date.parse(quote.deliverBy)))
  const marksFor = (quote: Quote): QuoteMark[] => {
    const marks: QuoteMark[] = []
    if (quote.price.amount <= price.amount) {
      if (deliverBy === null) marks.push('keepsPrice')
      else if (Date.parse(quote.deliverBy) <= Date.parse(deliverBy)) marks.push('keeps')
    }
    if (quotes.length > 1 && quote.price.amount === cheapest) marks.push('cheapest')
    if (quotes.length > 1 && Date.parse(quote.deliverBy) === soonest) marks.push('soonest')
    return marks
  }
  return new Map(quotes.map((quote) => [quote.id, marksFor(quote)]))
}
