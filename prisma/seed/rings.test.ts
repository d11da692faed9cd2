import { describe, expect, test } from 'vitest'
import { bid, leadDaysOf } from '#models/market/bid.ts'
import { firstWithin } from '#models/market/first-within.ts'
import { undercuts } from '#models/market/undercuts.ts'
import { transitDays } from '#models/money/freight.ts'
import { aboutDate } from '#models/planning/about-date.ts'
import { dayMs } from '#models/planning/local-day.ts'
import { forQuantity } from '#models/planning/quantity.ts'
import { firstSlot } from '#models/planning/slot.ts'
import { summarise } from '#models/planning/summarise.ts'
import { consignmentOf } from '#models/product/consignment.ts'
import { evaluate } from '#models/product/evaluate.ts'
import type { Make } from '#models/product/make.ts'
import { ring } from '#models/ring/v1/ring.ts'
import { factories } from './factories.ts'
import type { SeedFactory } from './seed-factory.ts'

const now = Date.parse('2026-11-23T09:00:00Z')
const until = now + 300 * dayMs
const casters = factories.filter((each) => each.profile.workCentres.includes('metal-casting'))
const { card, origin } = ring.priceBook

function calendarOf({ resources }: SeedFactory) {
  const packer = resources.find((each) => each.workCentres.includes('packing'))
  if (!packer) throw new Error('nobody packs')
  return packer.calendar
}

function bidOf(factory: SeedFactory, make: Make, country: string, quantity: number) {
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
        busy: new Map(),
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
  return 'declined' in answer ? undefined : { id: profile.id, score: profile.score, ...answer }
}

const idsOf = (options: object) =>
  casters.flatMap((each) => bidOf(each, evaluate(ring, options).make, 'DE', 1)?.id ?? []).sort()

const withCentre = (centre: 'stone-setting' | 'engraving') =>
  casters
    .filter(({ profile }) => profile.workCentres.includes(centre))
    .map(({ profile }) => profile.id)
    .sort()

describe('a ring', () => {
  test('is bid for by every caster; with stones by those with a setter, with an inscription by those with a laser', () => {
    expect(idsOf({})).toHaveLength(casters.length)
    expect(idsOf({ face: 'none', setting: 'three' })).toEqual(withCentre('stone-setting'))
    expect(idsOf({ inscription: 'for ever' })).toEqual(withCentre('engraving'))
    expect(withCentre('stone-setting').length).toBeLessThan(casters.length)
  })

  test.each([
    [{}, 1],
    [{ alloy: 'gold-18-white', face: 'none', setting: 'five', inscription: 'A + B' }, 2],
    [{ alloy: 'bronze', finish: 'blackened' }, 12],
  ] as const)('keeps the price and date that were shown: %j × %i', (options, quantity) => {
    for (const country of ['DE', 'IT', 'GB', 'NO']) {
      const { make, price, valid } = evaluate(ring, options, { country, quantity })
      expect(valid).toBe(true)
      const summaries = casters.map((factory) =>
        summarise({
          factory: factory.profile.id,
          country: factory.profile.country,
          reference: factory.profile.country === origin && undercuts(factory.profile.rateCard, card),
          calendar: calendarOf(factory),
          resources: factory.resources,
          busy: new Map(),
          from: now,
          days: 200,
          ...factory.profile.leadTime,
        }),
      )
      const shown = aboutDate(
        {
          operations: forQuantity(make.operations, quantity),
          materials: make.materials.map((each) => each.material),
          country,
          bufferDays: 1,
          slowestDays: (from) => transitDays(from, country, consignmentOf(make, quantity).mode).slowest,
        },
        summaries,
      )
      expect(shown).toBeDefined()
      const bids = casters.flatMap((each) => bidOf(each, make, country, quantity) ?? [])
      expect(firstWithin({ amount: price.amount, deliverBy: shown?.deliverBy ?? 0 }, bids)).toMatchObject({
        kept: true,
      })
    }
  })
})
