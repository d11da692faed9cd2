import type { Price, Values } from '../product/evaluation.ts'
import type { Make } from '../product/make.ts'
import { priceOf } from '../product/price.ts'
import type { FactoryProfile } from './factory.ts'
import { type MatchCode, match } from './match.ts'

/** A place on the factory's plan and the promised date, epoch milliseconds, as planning finds them; or why there is none. */
export type FoundSlot<Plan> =
  | { readonly plan: Plan; readonly deliverBy: number }
  | { readonly refused: 'no_work_centre' | 'no_capacity'; readonly workCentre: string }

export type Bid<Plan> = { readonly price: Price; readonly plan: Plan; readonly deliverBy: number }

export type Declined = {
  readonly declined: { readonly code: MatchCode | 'no_capacity' | 'no_work_centre'; readonly values: Values }
}

export type BidInput<Plan> = {
  readonly make: Make
  readonly factory: FactoryProfile
  readonly country: string
  readonly quantity: number
  /** epoch milliseconds */
  readonly at: number
  /** asked only when the factory fits, since finding a slot is the dear part */
  readonly slot: () => FoundSlot<Plan>
}

/** What a factory's rate card answers at once: price with trace, plan and date; or the first reason why not. */
export function bid<Plan>(input: BidInput<Plan>): Bid<Plan> | Declined {
  const { make, factory, country, quantity, at } = input
  const found = match(make, factory, { country, quantity, at })
  if (!found.fits) {
    const [first] = found.reasons
    if (first) return { declined: first }
  }
  const slot = input.slot()
  if ('refused' in slot) return { declined: { code: slot.refused, values: { workCentre: slot.workCentre } } }
  const price = priceOf(make, factory.rateCard, { country, quantity, origin: factory.country })
  return { price, plan: slot.plan, deliverBy: slot.deliverBy }
}

/** Working days before the first operation: the factory's queue or its slowest material, whichever is longer. */
export function leadDaysOf(make: Make, factory: FactoryProfile): number {
  const { queueDays, materialDays } = factory.leadTime
  return make.materials.reduce((longest, { material }) => Math.max(longest, materialDays[material] ?? 0), queueDays)
}
