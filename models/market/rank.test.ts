import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RateCard } from '../product/rate-card.ts'
import { distanceKm, distanceToCountry } from './distance.ts'
import { firstWithin } from './first-within.ts'
import { type Rankable, rank, rankWeights } from './rank.ts'
import { shortlist } from './shortlist.ts'
import { undercuts } from './undercuts.ts'

const day = 86_400_000
const bidOf = (id: string, amount: number, days: number, score = 800): Rankable => ({
  id,
  price: { amount, currency: 'EUR', trace: [] },
  deliverBy: days * day,
  score,
})
const bids = fc.uniqueArray(
  fc
    .record({
      id: fc.uuid(),
      amount: fc.integer({ min: 1, max: 500_000 }),
      days: fc.integer({ min: 0, max: 150 }),
      score: fc.integer({ min: 0, max: 1000 }),
    })
    .map(({ id, amount, days, score }) => bidOf(id, amount, days, score)),
  { maxLength: 15, selector: (each) => each.id },
)

describe('rank', () => {
  test('follows the published formula, line by line', () => {
    const [first, second] = rank([bidOf('dear', 50_000, 10, 1000), bidOf('cheap', 25_000, 40, 500)])
    expect(first).toMatchObject({ bid: { id: 'cheap' }, points: 500 + 150 + 100 })
    expect(second?.trace).toEqual([
      { code: 'price', values: { amount: 50_000, cheapest: 25_000 }, points: 250 },
      { code: 'date', values: { days: 0 }, points: 300 },
      { code: 'score', values: { score: 1000 }, points: 200 },
    ])
  })

  test('a bid by the wanted date is early enough', () => {
    const [, , third] = rank([bidOf('a', 100, 10), bidOf('b', 100, 20), bidOf('c', 100, 30)], { by: 20 * day })
    expect(rank([bidOf('a', 100, 10), bidOf('b', 100, 20)], { by: 20 * day }).map((each) => each.points)).toEqual([
      960, 960,
    ])
    expect(third?.bid.id).toBe('c')
  })

  test('bids in different currencies are not compared', () => {
    const pounds: Rankable = { ...bidOf('b', 1, 1), price: { amount: 1, currency: 'GBP', trace: [] } }
    expect(() => rank([bidOf('a', 1, 1), pounds])).toThrow(RangeError)
  })

  test('points are the sum of their lines, fall from first to last, and do not depend on the order of bids', () => {
    fc.assert(
      fc.property(bids, (list) => {
        const ranked = rank(list)
        for (const [i, each] of ranked.entries()) {
          expect(each.points).toBe(each.trace.reduce((sum, line) => sum + line.points, 0))
          for (const line of each.trace)
            expect([line.points >= 0, line.points <= rankWeights[line.code]]).toEqual([true, true])
          expect(each.points).toBeLessThanOrEqual(ranked[i - 1]?.points ?? 1000)
        }
        expect(rank([...list].reverse())).toEqual(ranked)
      }),
    )
  })

  test('a bid that is cheaper, sooner and better made is never behind', () => {
    fc.assert(
      fc.property(bids, fc.nat(14), (list, index) => {
        const one = list[index % Math.max(1, list.length)]
        fc.pre(one !== undefined)
        const better: Rankable = {
          id: 'better',
          price: { ...one.price, amount: Math.max(1, one.price.amount - 1) },
          deliverBy: one.deliverBy - day,
          score: Math.min(1000, one.score + 1),
        }
        const order = rank([...list, better]).map((each) => each.bid.id)
        expect(order.indexOf('better')).toBeLessThan(order.indexOf(one.id))
      }),
    )
  })
})

describe('the first quotes against what the page showed', () => {
  const shown = { amount: 80_000, deliverBy: 30 * day }

  test('the best one that keeps both is named', () => {
    expect(
      firstWithin(shown, [bidOf('late', 10_000, 90), bidOf('ok', 79_000, 30), bidOf('dear', 81_000, 1)]),
    ).toMatchObject({ kept: true, bid: { id: 'ok' } })
  })

  test('else by how much the nearest ones miss', () => {
    expect(firstWithin(shown, [])).toEqual({ kept: false, code: 'no_bids' })
    expect(firstWithin(shown, [bidOf('dear', 81_000, 1)])).toEqual({
      kept: false,
      code: 'dearer',
      dearerBy: 1000,
      laterBy: 0,
    })
    expect(firstWithin(shown, [bidOf('late', 10_000, 33)])).toEqual({
      kept: false,
      code: 'later',
      dearerBy: 0,
      laterBy: 3 * day,
    })
    expect(firstWithin(shown, [bidOf('late', 10_000, 33), bidOf('dear', 81_000, 1)])).toEqual({
      kept: false,
      code: 'dearer_or_later',
      dearerBy: 1000,
      laterBy: 3 * day,
    })
    expect(firstWithin(shown, [bidOf('both', 82_000, 32)])).toEqual({
      kept: false,
      code: 'dearer_or_later',
      dearerBy: 2000,
      laterBy: 2 * day,
    })
  })

  test('a short list keeps what was shown, the cheapest and the soonest, whatever the rank', () => {
    const far = Array.from({ length: 8 }, (_, i) => bidOf(`far-${i}`, 30_000 + i, 65 + i))
    const near = [bidOf('near-1', 79_000, 29), bidOf('near-2', 78_000, 30), bidOf('soonest', 99_000, 12)]
    const ids = shortlist({ bids: [...far, ...near], size: 6, shown, beltOf: () => 'one' }).map((each) => each.bid.id)
    expect(ids).toHaveLength(6)
    expect(ids).toEqual(expect.arrayContaining(['near-1', 'near-2', 'soonest', 'far-0']))
    fc.assert(
      fc.property(bids, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 500_000 }), (list, size, amount) => {
        const wanted = { amount, deliverBy: 60 * day }
        const short = shortlist({ bids: list, size, shown: wanted, beltOf: (bid) => bid.id.slice(0, 1) }).map(
          (each) => each.bid,
        )
        expect(short).toHaveLength(Math.min(size, list.length))
        expect(firstWithin(wanted, short).kept).toBe(firstWithin(wanted, list).kept)
        expect(
          rank(list, { by: wanted.deliverBy })
            .map((each) => each.bid)
            .filter((each) => short.includes(each)),
        ).toEqual(short)
      }),
    )
  })
})

test('a short list has the best of each belt while there is room', () => {
  const list = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1'].map((id, i) => bidOf(id, 30_000 + i * 1000, 50 + i))
  const shown = { amount: 1, deliverBy: 0 }
  const beltOf = (bid: Rankable) => bid.id.slice(0, 1)
  expect(shortlist({ bids: list, size: 3, shown, beltOf }).map((each) => each.bid.id)).toEqual(['a1', 'b1', 'c1'])
  expect(shortlist({ bids: list, size: 4, shown, beltOf }).map((each) => each.bid.id)).toEqual(['a1', 'a2', 'b1', 'c1'])
})

test('distances are those of an atlas', () => {
  const milan = { lat: 45.4642, lon: 9.19 }
  expect(Math.abs(distanceKm(milan, { lat: 52.52, lon: 13.405 }) - 842)).toBeLessThan(3)
  expect(distanceKm(milan, milan)).toBe(0)
  expect(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBe(20_015)
  expect(distanceToCountry(milan, 'DE')).toBe(distanceKm(milan, { lat: 52.52, lon: 13.4 }))
  expect(distanceToCountry(milan, 'XX')).toBeUndefined()
})

test('a card undercuts another when no rate, material or margin is above', () => {
  const card: RateCard = {
    id: 'a',
    currency: 'EUR',
    hourly: { saw: 100, packing: 50 },
    materials: { oak: 30 },
    marginPermille: 300,
  }
  expect(undercuts(card, card)).toBe(true)
  expect(undercuts({ ...card, hourly: { saw: 90 } }, card)).toBe(true)
  expect(undercuts({ ...card, hourly: { saw: 101 } }, card)).toBe(false)
  expect(undercuts({ ...card, hourly: { drilling: 1 } }, card)).toBe(false)
  expect(undercuts({ ...card, materials: { oak: 31 } }, card)).toBe(false)
  expect(undercuts({ ...card, materials: { ...card.materials, runner: 900 } }, card)).toBe(true)
  expect(undercuts({ ...card, marginPermille: 301 }, card)).toBe(false)
  expect(undercuts({ ...card, currency: 'GBP' }, card)).toBe(false)
})
