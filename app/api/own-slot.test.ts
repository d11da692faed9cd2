import { expect, test } from 'vitest'
import { aboutOf } from '#app/customizer/about.ts'
import { leadDaysOf } from '#models/market/bid.ts'
import { dayMs } from '#models/planning/local-day.ts'
import { summarise } from '#models/planning/summarise.ts'
import { shelf } from '#models/shelf/v1/shelf.ts'
import type { KnownFactory } from '#prisma/factories.ts'
import { factories } from '#prisma/seed/factories.ts'
import { deliveryBy, findSlot } from '#workflows/order/slot.ts'
import { arrivalAfter, earliestSlot } from './own-slot.ts'

const make = shelf.make(shelf.defaults)
const country = 'DE'
const now = Date.UTC(2026, 4, 4, 6)
const nothing = new Map<string, never[]>()

const italian: readonly KnownFactory[] = factories
  .filter(({ profile }) => profile.country === 'IT' && leadDaysOf(make, profile) < 60)
  .map(({ profile, resources, bidding }) => ({
    ...{ profile, resources, bidding },
    payoutAccount: undefined,
    organization: undefined,
  }))

test('the date of a hand bid is the one that the market gives, for any quantity', () => {
  let compared = 0
  for (const factory of italian) {
    for (const quantity of [1, 2, 3, 8]) {
      const own = earliestSlot({ factory, make, quantity, country, busy: nothing, now })
      const asked = findSlot({ factory, make, quantity, country, busy: nothing, notBefore: now })
      if ('refused' in own || 'refused' in asked) {
        expect('refused' in own && 'refused' in asked).toBe(true)
        continue
      }
      expect(own.deliverBy).toBe(asked.deliverBy)
      expect(arrivalAfter(factory, make, { country, quantity }, asked.plan.finishesAt)).toBe(asked.deliverBy)
      compared += 1
    }
  }
  expect(compared).toBeGreaterThan(4)
})

test('many pieces go by van, which takes longer, and everybody says so', () => {
  const [factory] = italian
  if (factory === undefined) throw new Error('nobody in Italy')
  const date = (quantity: number) => deliveryBy(factory, make, { country, quantity }, now) ?? 0
  // Two shelves are ten cartons: the last that a parcel round takes to one door.
  expect(date(2)).toBe(date(1))
  expect(date(3)).toBeGreaterThan(date(2) + dayMs)
  expect(arrivalAfter(factory, make, { country, quantity: 3 }, now)).toBe(date(3))

  const { profile, resources } = factory
  const [first] = resources
  if (first === undefined) throw new Error('nobody works there')
  const summary = summarise({
    factory: profile.id,
    country: profile.country,
    reference: true,
    calendar: first.calendar,
    resources,
    busy: nothing,
    from: now,
    days: 200,
    ...profile.leadTime,
  })
  const about = (quantity: number) => aboutOf(make, country, [summary], quantity)
  for (const quantity of [1, 3]) {
    const slot = findSlot({ factory, make, quantity, country, busy: nothing, notBefore: now })
    if ('refused' in slot) throw new Error(slot.refused)
    expect(about(quantity)).toBeGreaterThanOrEqual(slot.deliverBy)
  }
})
