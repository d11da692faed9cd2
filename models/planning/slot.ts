import type { Operation } from '../product/routing.ts'
import type { Interval } from './interval.ts'
import { type PlaceRefusal, type Plan, place } from './place.ts'
import { afterWorkingDays, type Journey, promise } from './promise.ts'
import { forQuantity } from './quantity.ts'
import type { Resource } from './resource.ts'

/** A place on a factory's plan with the date that follows from it, epoch milliseconds. */
export type Slot = {
  readonly plan: Plan
  readonly handOverAt: number
  readonly arrivesAt: number
  readonly deliverBy: number
}

export type SlotInput = {
  /** of one piece */
  readonly operations: readonly Operation[]
  readonly quantity: number
  readonly resources: readonly Resource[]
  readonly busy: ReadonlyMap<string, readonly Interval[]>
  readonly from: number
  readonly until: number
  /** working days before the first operation: own load and material on its way */
  readonly leadDays: number
  readonly journey: Journey
}

/** The earliest slot for a lot of `quantity`: lead time, then the plan, then the journey. */
export function firstSlot(input: SlotInput): Slot | PlaceRefusal {
  const { resources, busy, until, journey } = input
  const operations = forQuantity(input.operations, input.quantity)
  const from = afterWorkingDays(journey.calendar, input.from, input.leadDays)
  if (from === undefined) return closedForGood(operations)
  const plan = place({ operations, resources, busy, from, until })
  if ('refused' in plan) return plan
  const promised = promise(plan.finishesAt, journey)
  return promised ? { plan, ...promised } : closedForGood(operations)
}

function closedForGood(operations: readonly Operation[]): PlaceRefusal {
  return { refused: 'no_capacity', workCentre: operations[0]?.workCentre ?? 'office' }
}
