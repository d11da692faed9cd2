import { describe, expect, test } from 'vitest'
import { firstWithin } from '#models/market/first-within.ts'
import { undercuts } from '#models/market/undercuts.ts'
import { transitDays } from '#models/money/freight.ts'
import { aboutDate } from '#models/planning/about-date.ts'
import { forQuantity } from '#models/planning/quantity.ts'
import { summarise } from '#models/planning/summarise.ts'
import { consignmentOf } from '#models/product/consignment.ts'
import { evaluate } from '#models/product/evaluate.ts'
import { ring } from '#models/ring/v1/ring.ts'
import { bidOf, calendarOf, now } from './bids-under-test.ts'
import { factories } from './factories.ts'

const casters = factories.filter((each) => each.profile.workCentres.includes('metal-casting'))
const { card, origin } = ring.priceBook

const idsOf = (options: object) => casters.flatMap((each) => bidOf(each, evaluate(ring, options).make)?.id ?? []).sort()

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
      const bids = casters.flatMap((each) => bidOf(each, make, { country, quantity }) ?? [])
      expect(firstWithin({ amount: price.amount, deliverBy: shown?.deliverBy ?? 0 }, bids)).toMatchObject({
        kept: true,
      })
    }
  })
})
