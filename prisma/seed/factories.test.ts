import { describe, expect, test } from 'vitest'
import { loadProduct } from '#models/catalog.ts'
import { beltOf, belts } from '#models/market/belts.ts'
import { distanceKm } from '#models/market/distance.ts'
import { firstWithin } from '#models/market/first-within.ts'
import { undercuts } from '#models/market/undercuts.ts'
import { transitDays } from '#models/money/freight.ts'
import { servedCountries } from '#models/money/tax.ts'
import { aboutDate } from '#models/planning/about-date.ts'
import { workingTime } from '#models/planning/calendar.ts'
import { dayMs } from '#models/planning/local-day.ts'
import type { Plan } from '#models/planning/place.ts'
import { workCentresOf } from '#models/planning/resource.ts'
import { summarise } from '#models/planning/summarise.ts'
import { consignmentOf } from '#models/product/consignment.ts'
import { evaluate } from '#models/product/evaluate.ts'
import type { Options } from '#models/product/options.ts'
import { makersShare } from '#models/product/price.ts'
import { workCentreKinds } from '#models/product/routing.ts'
import { sampleReachable, seeded } from '#models/product/sample.ts'
import { type Busy, bidOf, calendarOf, now } from './bids-under-test.ts'
import { factories } from './factories.ts'
import { hourBands } from './rates.ts'

const shelf = await loadProduct('shelf')
if (!shelf) throw new Error('no shelf')
const product = shelf
/** 1800×2000×320 mm, 3×5 cells, three doors: the shelf that the trade's figures are given for. */
const reference: Options = { width: 1800, height: 2000, columns: 3, rows: 5, depth: 320 }
const automatic = factories.filter((each) => each.bidding === 'automatic')

function evaluated(options: Options, country = 'DE') {
  return evaluate(product, { ...product.defaults, ...options }, { country })
}

function book(busy: Busy, plan: Plan): void {
  for (const { resource, startsAt, endsAt } of plan.segments) {
    busy.set(resource, [...(busy.get(resource) ?? []), { from: startsAt, to: endsAt }])
  }
}

describe('each factory', () => {
  test('stands in its belt, has its own machines and people, and one is the demonstration account’s', () => {
    expect(belts.map((belt) => factories.filter((each) => each.profile.belt === belt.id).length)).toEqual([
      4, 4, 4, 4, 4, 2, 2, 2, 1, 2,
    ])
    for (const { profile } of factories) {
      const belt = beltOf(profile.belt)
      expect(belt && distanceKm(belt, profile)).toBeLessThan(30)
    }
    const ids = factories.flatMap((each) => [each.profile.id, ...each.resources.map((resource) => resource.id)])
    expect(new Set(ids).size).toBe(ids.length)
    expect(factories.filter((each) => each.demo).map((each) => [each.profile.belt, each.bidding])).toEqual([
      ['brianza', 'hand'],
    ])
  })

  test('prices what it can work, within the bands of its belt', () => {
    for (const { profile, resources } of factories) {
      expect([...profile.workCentres].sort()).toEqual(workCentresOf(resources).sort())
      expect(Object.keys(profile.rateCard.hourly).sort()).toEqual([...profile.workCentres].sort())
      const bands = Object.entries(hourBands).find(([belt]) => belt === profile.belt)?.[1] ?? {}
      const known = new Map<string, readonly [number, number]>(Object.entries(bands))
      for (const kind of workCentreKinds) {
        const asked = profile.rateCard.hourly[kind]
        if (asked === undefined) continue
        const [low, high] = known.get(kind) ?? [Number.NaN, Number.NaN]
        expect(asked).toBeGreaterThanOrEqual(low)
        expect(asked).toBeLessThanOrEqual(high)
      }
    }
  })

  test('gives us 5–30 % of its shifts and keeps its holidays', () => {
    for (const { resources } of factories) {
      for (const { sharePermille, calendar } of resources) {
        expect(sharePermille).toBeGreaterThanOrEqual(50)
        expect(sharePermille).toBeLessThanOrEqual(300)
        const year = workingTime(calendar, { from: now, to: now + 365 * dayMs })
        const hours = year.reduce((sum, span) => sum + span.to - span.from, 0) / 3_600_000
        expect(hours).toBeGreaterThan(1700)
        expect(hours).toBeLessThan(2300)
      }
    }
    const closedOn = (belt: string, date: string) =>
      factories
        .filter((each) => each.profile.belt === belt)
        .every((each) => {
          const noon = Date.parse(`${date}T12:00:00Z`)
          return workingTime(calendarOf(each), { from: noon - 8 * 3_600_000, to: noon + 4 * 3_600_000 }).length === 0
        })
    expect(['2027-02-08', '2027-10-04'].map((date) => closedOn('foshan', date))).toEqual([true, true])
    expect(['2027-02-08', '2027-02-12'].map((date) => closedOn('nankang', date))).toEqual([true, true])
    expect(['2026-12-28', '2027-08-16', '2027-06-02'].map((date) => closedOn('brianza', date))).toEqual([
      true,
      true,
      true,
    ])
    expect(['2026-12-28', '2027-02-09', '2027-09-20'].map((date) => closedOn('bento-goncalves', date))).toEqual([
      true,
      true,
      true,
    ])
  })
})

describe('the reference shelf', () => {
  const { make, price } = evaluated(reference)

  test('gets at least ten bids by rate card, from all four belts', () => {
    const bids = automatic.filter((each) => bidOf(each, make))
    expect(bids.length).toBeGreaterThanOrEqual(10)
    expect(new Set(bids.map((each) => each.profile.belt)).size).toBe(4)
  })

  // Ex works €950–1,300 Brianza (5 % less passes), €420–600 Bento, €260–380 Foshan (practitioners); Nankang a little below Foshan.
  // Door to door: Brianza 4–8 weeks; Foshan 7–15 working days and 38–57 days on the way; Bento 27–50 days on the way.
  test.each([
    { belt: 'brianza', low: 900, high: 1300, weeks: [4, 8] },
    { belt: 'bento-goncalves', low: 420, high: 600, weeks: [7, 14] },
    { belt: 'foshan', low: 260, high: 380, weeks: [8, 13] },
    { belt: 'nankang', low: 240, high: 350, weeks: [8, 13] },
  ])('costs and takes what is usual in $belt', ({ belt, low, high, weeks: [soonest = 0, latest = 0] }) => {
    for (const factory of factories.filter((each) => each.profile.belt === belt)) {
      const found = bidOf(factory, make)
      if (!found) continue
      expect(makersShare(found.price) / 100).toBeGreaterThanOrEqual(low)
      expect(makersShare(found.price) / 100).toBeLessThanOrEqual(high)
      expect((found.deliverBy - now) / (7 * dayMs)).toBeGreaterThanOrEqual(soonest)
      expect((found.deliverBy - now) / (7 * dayMs)).toBeLessThanOrEqual(latest)
    }
  })

  test('has two makers in the reference’s country who ask no more than the reference card of any version', async () => {
    const { origin } = product.priceBook
    const books = await Promise.all(
      [1, 2].map(async (version) => (await loadProduct('shelf', version))?.priceBook.card),
    )
    const below = automatic.filter(
      ({ profile }) =>
        profile.country === origin && books.every((card) => card !== undefined && undercuts(profile.rateCard, card)),
    )
    expect(below.length).toBeGreaterThanOrEqual(2)
    for (const factory of below) expect(bidOf(factory, make)?.price.amount).toBeLessThanOrEqual(price.amount)
  })
})

describe('two orders at one factory', () => {
  const { make } = evaluated({})

  test.each(automatic.map((each) => [each.profile.id, each] as const))(
    'do not overlap, and the second is later, at %s',
    (_, factory) => {
      const busy: Busy = new Map()
      const first = bidOf(factory, make, { busy })
      if (!first) return
      book(busy, first.plan)
      const second = bidOf(factory, make, { busy })
      if (!second) throw new Error('no room for a second order')
      for (const mine of first.plan.segments) {
        for (const other of second.plan.segments) {
          expect(mine.resource === other.resource && mine.startsAt < other.endsAt && other.startsAt < mine.endsAt).toBe(
            false,
          )
        }
      }
      expect(second.plan.finishesAt).toBeGreaterThan(first.plan.finishesAt)
      expect(second.deliverBy).toBeGreaterThan(first.deliverBy)
      expect(bidOf(factory, make)).toEqual(first)
    },
  )
})

test('every factory’s card names what version 2 asks for, but for what it leaves out on purpose', () => {
  const random = seeded(11)
  const asked = new Set<string>()
  for (let count = 0; count < 80; count += 1) {
    for (const { material } of product.make(sampleReachable(product, random)).materials) asked.add(material)
  }
  for (const material of asked) {
    const offering = factories.filter((each) => each.profile.rateCard.materials[material] !== undefined)
    expect(offering.length, material).toBeGreaterThanOrEqual(10)
  }
})

test('makers in several belts can build drawers, colours and a slanted rear', () => {
  const more = { doors: ['1-1'], drawers: ['2-1'], colours: ['1-1:paint-ink'], cables: ['3-2'], rear: 'slanted' }
  const able = automatic.filter((each) => bidOf(each, evaluated(more).make)).map((each) => each.profile.belt)
  expect(new Set(able).size).toBeGreaterThanOrEqual(3)
})

test('every belt of panel furniture can make the shelf the page opens with', () => {
  const { make } = evaluated({})
  const able = automatic.filter((each) => bidOf(each, make)).map((each) => each.profile.belt)
  expect([...new Set(able)].sort()).toEqual(['bento-goncalves', 'brianza', 'foshan', 'nankang'])
})

describe('the price and date shown before submitting', () => {
  const { card, origin } = product.priceBook
  const looks: readonly Options[] = [
    {},
    reference,
    { width: 600, height: 800, columns: 1, rows: 2, doors: [], load: 'decor' },
    { material: 'melamine', finish: 'decor-white' },
    { material: 'oak', finish: 'clear-lacquer' },
    { material: 'mdf', finish: 'paint-sage', thickness: 'strong' },
    { depth: 380, rows: 5, rowHeights: [240], doors: ['1-5'], drawers: ['1-1', '2-1', '3-1'], rear: 'slanted' },
    { doors: ['1-1'], drawers: ['2-1'], colours: ['1-1:paint-ink', '2-1:paint-sage'], cables: ['3-2'], edge: 'bevel' },
    { material: 'melamine', finish: 'decor-white', load: 'decor', edge: 'eased', columnWidths: [300] },
  ]

  test.each(looks.flatMap((options) => ['DE', 'IT', 'GR', 'NO', 'PT'].map((country) => ({ options, country }))))(
    'are kept by one of the first quotes: $country $options',
    ({ options, country }) => {
      const busy: Busy = new Map()
      const { make } = evaluated({}, country)
      for (let orders = 0; orders < 6; orders++) {
        for (const factory of automatic) {
          const earlier = bidOf(factory, make, { country, busy })
          if (earlier) book(busy, earlier.plan)
        }
      }
      const wanted = evaluated(options, country)
      const summaries = automatic.map((factory) => {
        const { profile, resources } = factory
        return summarise({
          factory: profile.id,
          country: profile.country,
          reference: profile.country === origin && undercuts(profile.rateCard, card),
          calendar: calendarOf(factory),
          resources,
          busy,
          from: now,
          days: 200,
          ...profile.leadTime,
        })
      })
      const shown = aboutDate(
        {
          operations: wanted.make.operations,
          materials: wanted.make.materials.map((each) => each.material),
          country,
          bufferDays: 1,
          slowestDays: (from) => transitDays(from, country, consignmentOf(wanted.make, 1).mode).slowest,
        },
        summaries,
      )
      const bids = automatic.flatMap((each) => bidOf(each, wanted.make, { country, busy }) ?? [])
      const soonest = Math.min(...bids.map((each) => each.deliverBy))
      expect(firstWithin({ amount: wanted.price.amount, deliverBy: shown?.deliverBy ?? 0 }, bids)).toMatchObject({
        kept: true,
      })
      expect((shown?.deliverBy ?? Number.POSITIVE_INFINITY) - soonest).toBeLessThan(30 * dayMs)
    },
  )
})

test('most factories deliver to every country served', () => {
  for (const country of servedCountries) {
    expect(factories.filter((each) => each.profile.serves.includes(country)).length).toBeGreaterThanOrEqual(12)
  }
})
