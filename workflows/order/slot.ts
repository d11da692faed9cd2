import { type FoundSlot, leadDaysOf } from '#models/market/bid.ts'
import { transitDays } from '#models/money/freight.ts'
import { planningHorizon, promiseBuffer } from '#models/order/deadlines.ts'
import type { Interval } from '#models/planning/interval.ts'
import { type Plan, place } from '#models/planning/place.ts'
import { afterWorkingDays, promise } from '#models/planning/promise.ts'
import { forQuantity } from '#models/planning/quantity.ts'
import { consignmentOf } from '#models/product/consignment.ts'
import type { Make } from '#models/product/make.ts'
import type { KnownFactory } from '#prisma/factories.ts'

export const horizon = planningHorizon

/**
 * The date the shopper is promised for `quantity` pieces when work ends at `finishesAt` (business epoch ms); undefined when the factory has no
 * working day ahead.
 */
export function deliveryBy(
  factory: KnownFactory,
  make: Pick<Make, 'cartons' | 'freight'>,
  { country, quantity }: { readonly country: string; readonly quantity: number },
  finishesAt: number,
): number | undefined {
  const [first] = factory.resources
  if (first === undefined) throw new Error(`Factory ${factory.profile.id} has no resources`)
  const transit = transitDays(factory.profile.country, country, consignmentOf(make, quantity).mode)
  return promise(finishesAt, {
    calendar: first.calendar,
    cutOff: factory.profile.cutOff,
    typicalDays: transit.typical,
    slowestDays: transit.slowest,
    country,
    bufferDays: promiseBuffer,
  })?.deliverBy
}

/**
 * The earliest slot of one factory for a make, in its real free capacity, with the date it allows. `notBefore` is business epoch ms;
 * the factory's queue and the slowest material come on top.
 */
export function findSlot(input: {
  factory: KnownFactory
  make: Make
  quantity: number
  country: string
  busy: ReadonlyMap<string, readonly Interval[]>
  notBefore: number
}): FoundSlot<Plan> {
  const { factory, make, busy } = input
  const [first] = factory.resources
  if (first === undefined) return { refused: 'no_work_centre', workCentre: 'office' }
  const from = afterWorkingDays(first.calendar, input.notBefore, leadDaysOf(make, factory.profile))
  if (from === undefined) return { refused: 'no_capacity', workCentre: 'office' }
  const plan = place({
    operations: forQuantity(make.operations, input.quantity),
    resources: factory.resources,
    busy,
    from,
    until: input.notBefore + horizon,
  })
  if ('refused' in plan) return plan
  const deliverBy = deliveryBy(factory, make, input, plan.finishesAt)
  return deliverBy === undefined ? { refused: 'no_capacity', workCentre: 'packing' } : { plan, deliverBy }
}
