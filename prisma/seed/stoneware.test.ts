import { describe, expect, test } from 'vitest'
import { firstWithin } from '#models/market/first-within.ts'
import { undercuts } from '#models/market/undercuts.ts'
import { transitDays } from '#models/money/freight.ts'
import { mug } from '#models/mug/v1/mug.ts'
import { aboutDate } from '#models/planning/about-date.ts'
import { forQuantity } from '#models/planning/quantity.ts'
import { summarise } from '#models/planning/summarise.ts'
import { consignmentOf } from '#models/product/consignment.ts'
import { evaluate } from '#models/product/evaluate.ts'
import type { Options } from '#models/product/options.ts'
import { bidOf, calendarOf, now } from './bids-under-test.ts'
import { factories } from './factories.ts'

const potteries = factories.filter((each) => each.profile.workCentres.includes('kiln'))

describe('a mug', () => {
  test('is bid for by every wheel, and cast by every pottery that has moulds', () => {
    const able = (options: Options) => {
      const { make } = evaluate(mug, options)
      return potteries.flatMap((each) => bidOf(each, make)?.id ?? [])
    }
    expect(able({})).toHaveLength(potteries.length)
    expect(able({ way: 'cast' }).sort()).toEqual(
      potteries
        .filter((each) => each.profile.workCentres.includes('casting'))
        .map((each) => each.profile.id)
        .sort(),
    )
  })

  test('costs more from China than from Portugal once duties are paid, and less before', () => {
    const { make } = evaluate(mug, {})
    const bids = potteries.flatMap((each) => bidOf(each, make) ?? [])
    const least = (belt: string, of: (each: (typeof bids)[number]) => number) =>
      Math.min(...bids.filter((each) => each.belt === belt).map(of))
    expect(least('jingdezhen', (each) => each.price.amount)).toBeGreaterThan(
      least('alcobaca', (each) => each.price.amount),
    )
  })

  test.each([
    [{}, 1],
    [{}, 12],
    [{ way: 'cast' }, 60],
  ] as const)('keeps the price and date that were shown: %j × %i', (options, quantity) => {
    for (const country of ['DE', 'PT', 'NO']) {
      const { make, price } = evaluate(mug, options, { country, quantity })
      const { card, origin } = mug.priceBook
      const summaries = potteries.map((factory) =>
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
      const bids = potteries.flatMap((each) => bidOf(each, make, { country, quantity }) ?? [])
      expect(firstWithin({ amount: price.amount, deliverBy: shown?.deliverBy ?? 0 }, bids)).toMatchObject({
        kept: true,
      })
    }
  })
})
