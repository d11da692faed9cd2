import { useState } from 'react'
import { readAmount, writeAmount } from './amount-input.ts'
import { dayAt, partsOf, promiseOf } from './bid-terms.ts'
import type { RequestDetail, RequestRow } from './portal-data.ts'

/** What was typed before the page was fetched again, where there is no script. */
export type Typed = { readonly price: string | null; readonly date: string | null }

export type Bid = ReturnType<typeof useBid>

/** A bid as it is being written: begun by the rate card and the earliest day of free machines, whose answer follows in `detail`. */
export function useBid(row: RequestRow, detail: RequestDetail | undefined, typed: Typed) {
  const [price, setPrice] = useState(typed.price ?? writeAmount(row.price.amount))
  const [chosen, setDate] = useState(typed.date ?? undefined)
  const amount = readAmount(price)
  const earliest = detail?.earliest ?? undefined
  const soonest = earliest && dayAt(row.country, earliest.deliverBy)
  const date = chosen ?? soonest ?? ''
  return {
    price,
    setPrice,
    date,
    setDate,
    /** where the price goes; undefined while it is no amount */
    parts: amount === undefined ? undefined : partsOf(row.trace, amount),
    /** the end of the promised day, ISO 8601; undefined while there is none */
    deliverBy: promiseOf(row.country, date),
    earliest,
    soonest,
    formId: `bid-${row.request}`,
    key: `bid/${row.request}`,
  }
}
