import { expect, it } from 'vitest'
import { loadProduct } from '#models/catalog.ts'
import { cartonLines } from './carton-lines.ts'

const shelf = await loadProduct('shelf')
if (!shelf) throw new Error('no shelf')
const make = shelf.make(shelf.defaults)

it('numbers the cartons of all pieces and packs every part once', () => {
  const lines = cartonLines(make, 3, [])
  expect(lines.map(({ n }) => n)).toEqual(lines.map((_, index) => index + 1))
  expect(lines).toHaveLength(3 * make.cartons.length)
  const packed = lines.flatMap(({ contents }) => contents).filter(({ kind }) => kind === 'side')
  const sides = make.parts.filter((part) => part.kind === 'side').reduce((sum, part) => sum + part.places.length, 0)
  expect(packed.reduce((sum, { count }) => sum + count, 0)).toBe(3 * sides)
  expect(lines.some(({ contents }) => contents.some(({ kind }) => kind === 'fittings'))).toBe(true)
})

it('carries each carton’s own tracking number', () => {
  const shipped = make.cartons.map((_, index) => ({ tracking: `T${index}` }))
  expect(cartonLines(make, 1, shipped).map(({ tracking }) => tracking)).toEqual(shipped.map(({ tracking }) => tracking))
})
