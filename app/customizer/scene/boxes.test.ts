import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadProduct } from '#models/catalog.ts'
import type { Make } from '#models/product/make.ts'
import { type Batch, batchesOf, doorUnder, rayMeets, type Solid } from './boxes.ts'

let make: Make
let batches: Batch[]
beforeAll(async () => {
  const shelf = await loadProduct('shelf')
  if (!shelf) throw new Error('There is no shelf')
  make = shelf.make(shelf.defaults)
  batches = batchesOf(make)
})

describe('the solids of a scene', () => {
  it('are every part once, in a handful of draw calls', () => {
    const drawn = batches.reduce((sum, batch) => sum + batch.solids.length, 0)
    expect(drawn).toBe(make.parts.reduce((sum, part) => sum + part.places.length, 0))
    // Each batch is drawn twice (picture and shadow), beside the mat and the dimension lines.
    expect(batches.length * 2 + 2).toBeLessThanOrEqual(20)
  })

  it('lie within the envelope, from the wall to the front', () => {
    const { x, y, z } = make.envelope
    for (const { centre, size } of batches.flatMap((batch) => batch.solids)) {
      expect(Math.abs(centre.x) + size.x / 2).toBeLessThanOrEqual(x / 2)
      expect(centre.y - size.y / 2).toBeGreaterThanOrEqual(0)
      expect(centre.y + size.y / 2).toBeLessThanOrEqual(y)
      expect(centre.z - size.z / 2).toBeGreaterThanOrEqual(0)
      expect(centre.z + size.z / 2).toBeLessThanOrEqual(z)
    }
  })

  it('are met by a ray that is aimed at them, and by none that is aimed away', () => {
    const at = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: 0, max: 1800 }) })
    const solid: Solid = {
      centre: { x: 0, y: 900, z: 160 },
      size: { x: 1200, y: 1800, z: 320 },
      grain: -1,
      thin: 2,
      hinge: 0,
      opens: 0,
      cell: undefined,
      slant: 0,
      arris: 0,
    }
    fc.assert(
      fc.property(at, ({ x, y }) => {
        const from = { x, y, z: 5000 }
        const meets = rayMeets(solid, from, { x: 0, y: 0, z: -1 })
        expect(meets === undefined).toBe(Math.abs(x) > 600)
        if (meets !== undefined) expect(meets).toBeCloseTo(5000 - 320)
        expect(rayMeets(solid, from, { x: 0, y: 0, z: 1 })).toBeUndefined()
      }),
    )
  })

  it('tell the door in front of everything else', () => {
    const door = batches.flatMap((batch) => batch.solids).find((solid) => solid.cell === '2-1' && solid.opens !== 0)
    if (!door) throw new Error('The default shelf has a door in cell 2-1')
    const ahead = { x: 0, y: 0, z: -1 }
    expect(doorUnder(batches, { ...door.centre, z: 5000 }, ahead)).toBe('2-1')
    expect(doorUnder(batches, { ...door.centre, y: make.envelope.y - 1, z: 5000 }, ahead)).toBeUndefined()
  })
})
