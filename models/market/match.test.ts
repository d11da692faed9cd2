import { describe, expect, test } from 'vitest'
import { evaluate } from '../product/evaluate.ts'
import type { Make } from '../product/make.ts'
import type { Options } from '../product/options.ts'
import { shelf } from '../shelf/v1/shelf.ts'
import { bid, leadDaysOf } from './bid.ts'
import type { FactoryProfile } from './factory.ts'
import { match, type Wanted } from './match.ts'

const { card } = shelf.priceBook
const able: FactoryProfile = {
  id: 'able',
  name: 'Able',
  belt: 'brianza',
  place: 'Meda',
  country: 'IT',
  zone: 'Europe/Rome',
  lat: 45.66,
  lon: 9.16,
  rateCard: card,
  workCentres: [
    'office',
    'saw',
    'nesting',
    'edge-banding',
    'drilling',
    'sanding',
    'finishing',
    'assembly',
    'inspection',
    'packing',
  ],
  limits: { longestMm: {} },
  outOfStock: [],
  serves: ['DE', 'IT'],
  leadTime: { queueDays: 5, materialDays: { 'birch-ply-18': 9, 'hdf-8': 2 } },
  cutOff: '17:00',
  closedUntil: 0,
  score: 800,
}
const toGermany: Wanted = { country: 'DE', quantity: 1, at: 1000 }

function makeOf(options: Options = {}): Make {
  return evaluate(shelf, { ...shelf.defaults, ...options }).make
}

function reasons(factory: Partial<FactoryProfile>, options: Options = {}, wanted: Partial<Wanted> = {}) {
  const answer = match(makeOf(options), { ...able, ...factory }, { ...toGermany, ...wanted })
  return answer.fits ? [] : answer.reasons
}

/** A rate card without something. */
function without(...ids: string[]) {
  const keep = ([id]: [string, number]) => !ids.includes(id)
  return {
    ...card,
    hourly: Object.fromEntries(Object.entries(card.hourly).filter(keep)),
    materials: Object.fromEntries(Object.entries(card.materials).filter(keep)),
  }
}

describe('match', () => {
  test('a factory that can do everything fits', () => {
    expect(reasons({})).toEqual([])
    expect(reasons({ closedUntil: 1000 })).toEqual([])
  })

  test('each thing that stands in the way is named with its values', () => {
    expect(reasons({ closedUntil: 1001 })).toEqual([{ code: 'closed', values: { until: 1001 } }])
    expect(reasons({}, {}, { country: 'FR' })).toEqual([{ code: 'destination_not_served', values: { country: 'FR' } }])
    expect(reasons({ limits: { longestMm: {}, largestQuantity: 4 } }, {}, { quantity: 5 })).toEqual([
      { code: 'quantity_too_large', values: { quantity: 5, limit: 4 } },
    ])
    expect(reasons({ workCentres: able.workCentres.filter((each) => each !== 'finishing') })).toEqual([
      { code: 'work_centre_missing', values: { workCentre: 'finishing' } },
    ])
    expect(reasons({ rateCard: without('drilling') })).toEqual([
      { code: 'work_not_priced', values: { workCentre: 'drilling' } },
    ])
    expect(reasons({ rateCard: without('hardwax-oil') })).toEqual([
      { code: 'material_not_offered', values: { material: 'hardwax-oil' } },
    ])
    expect(reasons({ outOfStock: ['hdf-8', 'paint'] })).toEqual([
      { code: 'material_out_of_stock', values: { material: 'hdf-8' } },
    ])
    expect(reasons({ limits: { longestMm: { saw: 1700 } } })).toEqual([
      { code: 'part_too_long', values: { part: 'side-1', length: 1780, limit: 1700, workCentre: 'saw' } },
    ])
    expect(reasons({ limits: { longestMm: {}, heaviestPartG: 5000 } })).toMatchObject([
      { code: 'part_too_heavy', values: { limit: 5000 } },
    ])
  })

  test('all reasons are given at once', () => {
    const codes = reasons(
      { rateCard: without('paint', 'primer'), limits: { longestMm: { saw: 900, finishing: 900 } } },
      { material: 'mdf', finish: 'paint-ink' },
      { country: 'NO' },
    ).map((each) => each.code)
    expect(codes.sort()).toEqual([
      'destination_not_served',
      'material_not_offered',
      'material_not_offered',
      'part_too_long',
      'part_too_long',
    ])
  })

  test('only banded boards go to the edge bander, only the engraved one to the router', () => {
    expect(reasons({ limits: { longestMm: { 'edge-banding': 100, nesting: 100 } } })).toEqual([])
    expect(
      reasons({ limits: { longestMm: { 'edge-banding': 100 } } }, { material: 'melamine', finish: 'decor-white' }),
    ).toMatchObject([{ code: 'part_too_long', values: { workCentre: 'edge-banding' } }])
    expect(reasons({ limits: { longestMm: { nesting: 100 } } }, { name: 'Ada' })).toMatchObject([
      { code: 'part_too_long', values: { part: 'side-1', workCentre: 'nesting' } },
    ])
  })
})

describe('bid', () => {
  const slot = { plan: 'plan', deliverBy: 99 }
  const ask = { make: makeOf(), factory: able, country: 'DE', quantity: 2, at: 1000 }

  test('gives the price by the factory’s card with the slot that was found', () => {
    const answer = bid({ ...ask, slot: () => slot })
    expect(answer).toMatchObject({
      plan: 'plan',
      deliverBy: 99,
      price: evaluate(shelf, shelf.defaults, { country: 'DE', quantity: 2 }).price,
    })
  })

  test('does not look for a slot when the factory does not fit', () => {
    const declined = bid({
      ...ask,
      factory: { ...able, closedUntil: 5000 },
      slot: () => {
        throw new Error('asked in vain')
      },
    })
    expect(declined).toEqual({ declined: { code: 'closed', values: { until: 5000 } } })
  })

  test('says which work centre has no room', () => {
    const declined = bid({ ...ask, slot: () => ({ refused: 'no_capacity', workCentre: 'saw' }) })
    expect(declined).toEqual({ declined: { code: 'no_capacity', values: { workCentre: 'saw' } } })
  })

  test('starts after the queue or the slowest material that this needs', () => {
    expect(leadDaysOf(makeOf(), able)).toBe(9)
    expect(leadDaysOf(makeOf({ material: 'mdf', finish: 'paint-ink' }), able)).toBe(5)
  })
})
