import { bid, leadDaysOf } from '#models/market/bid.ts'
import { transitDays } from '#models/money/freight.ts'
import type { Interval } from '#models/planning/interval.ts'
import { dayMs } from '#models/planning/local-day.ts'
import { firstSlot } from '#models/planning/slot.ts'
import { consignmentOf } from '#models/product/consignment.ts'
import type { Make } from '#models/product/make.ts'
import type { SeedFactory } from './seed-factory.ts'

/** The moment at which seeded factories are asked, and how far their plans reach. */
export const now = Date.parse('2026-11-23T09:00:00Z')
export const until = now + 300 * dayMs

/** What is booked already, by resource. */
export type Busy = Map<string, Interval[]>

export function calendarOf({ resources }: SeedFactory) {
  const packer = resources.find((each) => each.workCentres.includes('packing'))
  if (!packer) throw new Error('nobody packs')
  return packer.calendar
}

/** What a seeded factory bids by its rate card and its plan; undefined when it declines. */
export function bidOf(
  factory: SeedFactory,
  make: Make,
  { country = 'DE', quantity = 1, busy = new Map() }: { country?: string; quantity?: number; busy?: Busy } = {},
) {
  const { profile, resources } = factory
  const answer = bid({
    make,
    factory: profile,
    country,
    quantity,
    at: now,
    slot: () => {
      const days = transitDays(profile.country, country, consignmentOf(make, quantity).mode)
      return firstSlot({
        operations: make.operations,
        quantity,
        resources,
        busy,
        from: now,
        until,
        leadDays: leadDaysOf(make, profile),
        journey: {
          calendar: calendarOf(factory),
          cutOff: profile.cutOff,
          typicalDays: days.typical,
          slowestDays: days.slowest,
          country,
          bufferDays: 1,
        },
      })
    },
  })
  return 'declined' in answer ? undefined : { id: profile.id, belt: profile.belt, score: profile.score, ...answer }
}
