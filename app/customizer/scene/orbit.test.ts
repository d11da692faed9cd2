import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionOf, eased, fittingDistance, held, isThere, limits, type Orbit } from './orbit.ts'

const angle = fc.double({ min: -10, max: 10, noNaN: true })
const orbit = fc.record({ azimuth: angle, elevation: angle, distance: fc.double({ min: 0, max: 9, noNaN: true }) })
const length = fc.integer({ min: 240, max: 3600 })
const size = fc.record({ x: length, y: length, z: length })

describe('an orbit', () => {
  it('never goes behind the wall or under the floor', () => {
    fc.assert(
      fc.property(orbit, (wild) => {
        const { azimuth, elevation, distance } = held(wild)
        expect(Math.abs(azimuth)).toBeLessThanOrEqual(limits.azimuth)
        expect(elevation).toBeGreaterThanOrEqual(limits.elevation[0])
        expect(distance).toBeGreaterThanOrEqual(limits.distance[0])
        expect(directionOf({ azimuth, elevation, distance }).z).toBeGreaterThan(0)
      }),
    )
  })

  it('arrives at its goal and then stands still', () => {
    fc.assert(
      fc.property(orbit, orbit, (from, to) => {
        let now: Orbit = held(from)
        const goal = held(to)
        for (let frame = 0; frame < 120; frame += 1) now = eased(now, goal, 1 / 60)
        expect(isThere(now, goal)).toBe(true)
      }),
    )
  })

  it('fits every product into every view it starts from', () => {
    fc.assert(
      fc.property(size, orbit, fc.double({ min: 0.4, max: 2.5, noNaN: true }), (box, wild, aspect) => {
        const from = held(wild)
        const tall = Math.tan((26 / 2) * (Math.PI / 180))
        const distance = fittingDistance(box, from, tall, aspect, { across: 0.9, up: 0.9 })
        const eye = directionOf(from)
        for (const x of [-box.x / 2, box.x / 2])
          for (const y of [-box.y / 2, box.y / 2])
            for (const z of [-box.z / 2, box.z / 2]) {
              const depth = distance - (x * eye.x + y * eye.y + z * eye.z)
              const across = Math.abs(x * Math.cos(from.azimuth) - z * Math.sin(from.azimuth))
              expect(depth).toBeGreaterThan(0)
              expect(across / depth).toBeLessThanOrEqual(tall * aspect)
            }
      }),
    )
  })
})
