import { leadDaysOf } from '#models/market/bid.ts'
import { transitDays } from '#models/money/freight.ts'
import { planningHorizon, promiseBuffer } from '#models/order/deadlines.ts'
import type { Interval } from '#models/planning/interval.ts'
import type { PlaceRefusal } from '#models/planning/place.ts'
import { type Journey, promise } from '#models/planning/promise.ts'
import { firstSlot, type Slot } from '#models/planning/slot.ts'
import { consignmentOf } from '#models/product/consignment.ts'
import type { Make } from '#models/product/make.ts'
import type { KnownFactory } from '#prisma/factories.ts'

type Consignment = { readonly country: string; readonly quantity: number }

/** How a factory's goods travel to a country; undefined for a factory without machines and people. */
function journeyOf(
  factory: KnownFactory,
  make: Pick<Make, 'cartons' | 'freight'>,
  { country, quantity }: Consignment,
): Journey | undefined {
  const { profile, resources } = factory
  const [first] = resources
  if (first === undefined) return undefined
  const days = transitDays(profile.country, country, consignmentOf(make, quantity).mode)
  return {
    calendar: first.calendar,
    cutOff: profile.cutOff,
    typicalDays: days.typical,
    slowestDays: days.slowest,
    country,
    bufferDays: promiseBuffer,
  }
}

/** The earliest place on a factory's own plan and the date it allows, as a hand bid will be checked against. `now` is business ms. */
export function earliestSlot(input: {
  factory: KnownFactory
  make: Make
  quantity: number
  country: string
  busy: ReadonlyMap<string, readonly Interval[]>
  now: number
}): Slot | PlaceRefusal {
  const { factory, make, quantity, busy, now } = input
  const journey = journeyOf(factory, make, input)
  if (journey === undefined) return { refused: 'no_work_centre', workCentre: 'office' }
  return firstSlot({
    operations: make.operations,
    quantity,
    resources: factory.resources,
    busy,
    from: now,
    until: now + planningHorizon,
    leadDays: leadDaysOf(make, factory.profile),
    journey,
  })
}

/** The date a finish of all pieces at `finishesAt` (business ms) leads to at the shopper's door. */
export function arrivalAfter(
  factory: KnownFactory,
  make: Pick<Make, 'cartons' | 'freight'>,
  consignment: Consignment,
  finishesAt: number,
): number | undefined {
  const journey = journeyOf(factory, make, consignment)
  return journey === undefined ? undefined : promise(finishesAt, journey)?.deliverBy
}
