import { type Calendar, worksOn } from './calendar.ts'
import { businessDaysAfter, businessDaysFor, destinationOf } from './destination.ts'
import { instantOf, localDay, minutesOf } from './local-day.ts'

/** A factory that is closed for longer than this counts as closed for good. */
const longestClosureDays = 400
/** Carriers deliver until 18:00 local time. */
const lastDelivery = 18 * 60

export type Journey = {
  /** calendar of the factory: the carrier collects on days on which it works */
  readonly calendar: Calendar
  /** `HH:MM` local: what is finished later goes with the next collection */
  readonly cutOff: string
  /** calendar days from hand-over to the door, as they usually are and as they are at worst */
  readonly typicalDays: number
  readonly slowestDays: number
  /** ISO 3166-1 alpha-2 */
  readonly country: string
  /** business days between the slowest arrival and the promised date, stated to the shopper */
  readonly bufferDays: number
}

/** Epoch milliseconds: collected by the carrier, expected at the door, promised; the last two at 18:00 of a business day at the destination. */
export type Promised = { readonly handOverAt: number; readonly arrivesAt: number; readonly deliverBy: number }

/** From the end of the work to the promised date; undefined when the factory is closed for good by then. Throws RangeError for an unknown country. */
export function promise(finishesAt: number, journey: Journey): Promised | undefined {
  const handOverAt = nextHandOver(finishesAt, journey)
  if (handOverAt === undefined) return undefined
  const destination = destinationOf(journey.country)
  const left = localDay(destination.zone, handOverAt)
  const arrival = businessDaysAfter(destination, left, businessDaysFor(journey.typicalDays))
  const promised = businessDaysAfter(destination, left, businessDaysFor(journey.slowestDays) + journey.bufferDays)
  return {
    handOverAt,
    arrivesAt: instantOf(destination.zone, arrival, lastDelivery),
    deliverBy: instantOf(destination.zone, promised, lastDelivery),
  }
}

/**
 * Midnight before the `days`-th working day after today: when a new order can begin, its material being there. With 0 it is `at` itself;
 * undefined when the factory is closed for good before that.
 */
export function afterWorkingDays(calendar: Calendar, at: number, days: number): number | undefined {
  if (days <= 0) return at
  const today = localDay(calendar.zone, at)
  let left = days
  for (let day = today + 1; day <= today + longestClosureDays + 2 * days; day++) {
    if (worksOn(calendar, day) && --left === 0) return instantOf(calendar.zone, day, 0)
  }
  return undefined
}

/** When the carrier next collects what is finished; undefined when the factory is closed for good. */
export function nextHandOver(
  finishesAt: number,
  { calendar, cutOff }: Pick<Journey, 'calendar' | 'cutOff'>,
): number | undefined {
  const minutes = minutesOf(cutOff)
  const today = localDay(calendar.zone, finishesAt)
  for (let day = today; day <= today + longestClosureDays; day++) {
    if (!worksOn(calendar, day)) continue
    const at = instantOf(calendar.zone, day, minutes)
    if (at >= finishesAt) return at
  }
  return undefined
}
