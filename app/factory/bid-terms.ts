import { handTrace } from '#models/market/hand-price.ts'
import { sharesOfTrace } from '#models/money/shares.ts'
import { destinationOf } from '#models/planning/destination.ts'
import { dateOfDay, dayOfDate, instantOf, localDay } from '#models/planning/local-day.ts'
import type { TraceLine } from '#models/product/evaluation.ts'

/** Where a price goes that the shopper pays, minor units: they add up to it. */
export type PriceParts = {
  readonly pays: number
  readonly tax: number
  readonly freight: number
  readonly fee: number
  readonly net: number
}

/** What is left for the factory of a price it names; `own` is the trace of its rate card. */
export function partsOf(own: readonly TraceLine[], amount: number): PriceParts {
  const { tax, freight, fee, factory } = sharesOfTrace(handTrace(own, amount))
  return { pays: amount, tax, freight, fee, net: factory }
}

/** Carriers deliver until 18:00 local time: a promised day ends then. */
const lastDelivery = 18 * 60

/** The instant (ISO 8601) at which a promised day (`YYYY-MM-DD`) at a destination ends; undefined for what is no date. */
export function promiseOf(country: string, date: string): string | undefined {
  try {
    return new Date(instantOf(destinationOf(country).zone, dayOfDate(date), lastDelivery)).toISOString()
  } catch {
    return undefined
  }
}

/** The day at the destination in which an instant lies, `YYYY-MM-DD`. */
export function dayAt(country: string, at: string | number): string {
  return dateOfDay(localDay(destinationOf(country).zone, new Date(at).getTime()))
}
