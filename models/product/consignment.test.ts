import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostParcels } from '../money/freight.ts'
import { shelf } from '../shelf/v1/shelf.ts'
import { consignmentOf } from './consignment.ts'
import { priceOf } from './price.ts'

const make = shelf.make(shelf.defaults)
const { card, origin } = shelf.priceBook

test('a consignment is all cartons of all pieces, and goes by van once they are too many for a parcel round', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (quantity) => {
      const one = consignmentOf(make, 1)
      const all = consignmentOf(make, quantity)
      expect(all.cartons).toBe(one.cartons * quantity)
      expect(all.massG).toBe(one.massG * quantity)
      expect(all.volumeCm3).toBeCloseTo(one.volumeCm3 * quantity)
      expect(all.mode).toBe(all.cartons <= mostParcels ? 'parcel' : 'two_man')
    }),
  )
  expect(consignmentOf({ ...make, freight: 'two_man' }, 1).mode).toBe('two_man')
})

test('it is priced as it goes', () => {
  for (const quantity of [1, 2, 3, 20]) {
    const door = priceOf(make, card, { country: 'DE', quantity, origin }).trace.find(
      ({ code }) => code === 'freight_door',
    )
    const { mode, cartons } = consignmentOf(make, quantity)
    expect(door?.values).toMatchObject({ mode, cartons })
  }
})
