import { describe, expect, test } from 'vitest'
import type { Make, Part } from '../product/make.ts'
import { priceOf } from '../product/price.ts'
import type { RateCard } from '../product/rate-card.ts'
import type { Operation, WorkCentreKind } from '../product/routing.ts'
import { bid, leadDaysOf } from './bid.ts'
import type { FactoryProfile } from './factory.ts'
import { match, type Wanted } from './match.ts'

const card: RateCard = {
  id: 'card',
  currency: 'EUR',
  hourly: { saw: 6000, drilling: 5000, 'edge-banding': 6000, nesting: 8000, finishing: 9000, packing: 4000 },
  materials: {
    'birch-ply-18': 3000,
    'hdf-8': 500,
    'hardwax-oil': 3000,
    'melamine-18': 1000,
    'edge-abs': 40,
    paint: 1800,
    primer: 1200,
  },
  marginPermille: 300,
}
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

function board(key: string, length: number, massG: number, edges: Part['edges'] = []): Part {
  const places = [{ at: { x: 0, y: 0, z: 0 }, body: 0 }]
  return {
    key,
    kind: key,
    shape: 'box',
    size: { x: 18, y: length, z: 300 },
    material: 'board',
    finish: '',
    grain: 'y',
    edges,
    massG,
    places,
  }
}

const side = board('side-1', 1780, 6500)
const shelf = board('shelf-1', 560, 2000)

function makeOf(works: readonly WorkCentreKind[], materials: readonly string[], parts = [side, shelf]): Make {
  const operations = works.map(
    (workCentre, i): Operation => ({
      key: workCentre,
      workCentre,
      setupS: 600,
      runS: 900,
      lagS: 0,
      batchKey: '',
      after: works.slice(i - 1, i),
    }),
  )
  return {
    envelope: { x: 1200, y: 1780, z: 300 },
    bodies: 1,
    parts,
    materials: materials.map((material) => ({ material, unit: 'm2', net: 100, gross: 120 })),
    operations,
    cartons: [{ length: 1800, width: 350, height: 100, massG: 20_000, contents: [] }],
    freight: 'parcel',
    massG: 20_000,
    heading: '9403',
    volumeMm3: 1,
    surfaceMm2: 1,
    notes: [],
    guides: [],
  }
}

const oiled = makeOf(['saw', 'drilling', 'finishing', 'packing'], ['birch-ply-18', 'hdf-8', 'hardwax-oil'])
const painted = makeOf(['saw', 'finishing', 'packing'], ['hdf-8', 'primer', 'paint'])
const bandedShelf = board('shelf-1', 560, 2000, [
  { side: 'front', material: 'edge-abs', thicknessUm: 1000, lengthMm: 560 },
])
const banded = makeOf(['saw', 'edge-banding', 'packing'], ['melamine-18', 'edge-abs'], [side, bandedShelf])
const engraved: Make = {
  ...makeOf(['saw', 'nesting', 'packing'], ['birch-ply-18']),
  engraving: { text: 'Ada', heightMm: 20, lengthMm: 60, at: { x: 0, y: 0, z: 0 }, part: 'shelf-1' },
}

function reasons(factory: Partial<FactoryProfile>, make: Make = oiled, wanted: Partial<Wanted> = {}) {
  const answer = match(make, { ...able, ...factory }, { ...toGermany, ...wanted })
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
    expect(reasons({}, oiled, { country: 'FR' })).toEqual([
      { code: 'destination_not_served', values: { country: 'FR' } },
    ])
    expect(reasons({ limits: { longestMm: {}, largestQuantity: 4 } }, oiled, { quantity: 5 })).toEqual([
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
    const found = reasons(
      { rateCard: without('paint', 'primer'), limits: { longestMm: { saw: 900, finishing: 900 } } },
      painted,
      { country: 'NO' },
    )
    expect(found.map((each) => each.code).sort()).toEqual([
      'destination_not_served',
      'material_not_offered',
      'material_not_offered',
      'part_too_long',
      'part_too_long',
    ])
  })

  test('only banded boards go to the edge bander, only the engraved one to the router', () => {
    expect(reasons({ limits: { longestMm: { 'edge-banding': 600 } } }, banded)).toEqual([])
    expect(reasons({ limits: { longestMm: { 'edge-banding': 500 } } }, banded)).toEqual([
      { code: 'part_too_long', values: { part: 'shelf-1', length: 560, limit: 500, workCentre: 'edge-banding' } },
    ])
    expect(reasons({ limits: { longestMm: { nesting: 600 } } }, engraved)).toEqual([])
    expect(reasons({ limits: { longestMm: { nesting: 500 } } }, engraved)).toMatchObject([
      { values: { part: 'shelf-1' } },
    ])
  })
})

describe('bid', () => {
  const slot = { plan: 'plan', deliverBy: 99 }
  const ask = { make: oiled, factory: able, country: 'DE', quantity: 2, at: 1000 }

  test('gives the price by the factory’s card with the slot that was found', () => {
    const answer = bid({ ...ask, slot: () => slot })
    expect(answer).toMatchObject({
      plan: 'plan',
      deliverBy: 99,
      price: priceOf(oiled, card, { country: 'DE', quantity: 2, origin: 'IT' }),
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
    expect(leadDaysOf(oiled, able)).toBe(9)
    expect(leadDaysOf(painted, able)).toBe(5)
  })
})
