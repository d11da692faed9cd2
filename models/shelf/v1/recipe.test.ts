import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isParcel } from '../../money/freight.ts'
import type { Make } from '../../product/make.ts'
import { sampleReachable, seeded } from '../../product/sample.ts'
import { overlap, solidsOf } from '../../product/solids.ts'
import { fittingsMass } from './cartons.ts'
import { backBoard, boards } from './materials.ts'
import { shelf } from './shelf.ts'

const reachable = fc.integer({ min: 0, max: 2 ** 31 }).map((from) => sampleReachable(shelf, seeded(from)))
const boxes = (make: Make) => make.parts.filter((part) => part.shape === 'box')

describe('the parts of a shelf', () => {
  it('do not overlap and fill exactly the envelope', () => {
    fc.assert(
      fc.property(reachable, (options) => {
        const make = shelf.make(options)
        const solids = solidsOf(make)
        for (const [index, solid] of solids.entries()) {
          for (const other of solids.slice(index + 1)) {
            expect(overlap(solid, other), `${solid.part} and ${other.part}`).toBe(false)
          }
        }
        for (const axis of ['x', 'y', 'z'] as const) {
          expect(Math.min(...solids.map((solid) => solid.from[axis]))).toBe(0)
          expect(Math.max(...solids.map((solid) => solid.to[axis]))).toBe(make.envelope[axis])
        }
        expect(make.envelope).toEqual({ x: options.width, y: options.height, z: options.depth })
      }),
      { numRuns: 60 },
    )
  })

  it('add up to the closed forms of volume, area and mass', () => {
    fc.assert(
      fc.property(reachable, (options) => {
        const make = shelf.make(options)
        let volume = 0
        let surface = 0
        let massG = 0
        let count = 0
        for (const { size, places, massG: each } of boxes(make)) {
          const { x, y, z } = size
          const mm3 = x * y * z
          volume += mm3 * places.length
          surface += ((2 * mm3) / Math.min(x, y, z)) * places.length
          massG += each * places.length
          count += places.length
        }
        expect(make.volumeMm3).toBe(volume)
        expect(make.surfaceMm2).toBe(surface)
        expect(Math.abs(make.massG - fittingsMass(make.materials) - massG)).toBeLessThanOrEqual(count)
      }),
    )
  })

  it('fit their sheets, less the trim', () => {
    fc.assert(
      fc.property(reachable, (options) => {
        const all = [
          backBoard,
          ...Object.values(boards).flatMap(({ standard, strong }) => (strong ? [standard, strong] : [standard])),
        ]
        for (const { size, material } of boxes(shelf.make(options))) {
          const sheet = all.find((board) => board.id === material)?.sheet
          const [, shorter = 0, longer = 0] = [size.x, size.y, size.z].sort((a, b) => a - b)
          expect(longer).toBeLessThanOrEqual((sheet?.length ?? 0) - 2 * (sheet?.trim ?? 0))
          expect(shorter).toBeLessThanOrEqual((sheet?.width ?? 0) - 2 * (sheet?.trim ?? 0))
        }
      }),
    )
  })

  it('lie in cartons that hold each once, and go as parcels only within the carrier’s limits', () => {
    fc.assert(
      fc.property(reachable, (options) => {
        const make = shelf.make(options)
        const packed = new Map<string, number>()
        for (const carton of make.cartons) {
          expect(carton.massG).toBeLessThanOrEqual(31_500)
          for (const { part, count } of carton.contents) packed.set(part, (packed.get(part) ?? 0) + count)
        }
        for (const part of boxes(make)) expect(packed.get(part.key)).toBe(part.places.length)
        expect(packed.get('fittings')).toBeGreaterThan(0)
        expect(packed.size).toBe(boxes(make).length + 1)
        const parcels =
          make.cartons.length <= 10 &&
          make.cartons.every((box) => isParcel(box.length, box.width, box.height, box.massG))
        expect(make.freight).toBe(parcels ? 'parcel' : 'two_man')
      }),
    )
  })

  it('close the back without a gap', () => {
    fc.assert(
      fc.property(reachable, (options) => {
        const make = shelf.make({ ...options, back: 'closed', doors: [] })
        const foot = { none: 0, low: 20, high: 120 }[String(options.feet)] ?? 0
        const covered = make.parts
          .filter((part) => part.kind === 'back')
          .reduce((sum, part) => sum + part.size.x * part.size.y * part.places.length, 0)
        expect(covered).toBe(make.envelope.x * (make.envelope.y - foot))
      }),
    )
  })

  it('split into bodies that two people carry', () => {
    const wide = shelf.make({ ...shelf.defaults, width: 3600, columns: 8, doors: [] })
    expect(wide.bodies).toBeGreaterThanOrEqual(2)
    expect(wide.notes.map((note) => note.code)).toContain('bolt_bodies')
    const tall = shelf.make({ ...shelf.defaults, height: 2600, doors: [] })
    expect(tall.parts.filter((part) => part.kind === 'side').every((part) => part.size.y <= 2200)).toBe(true)
  })

  it('follow one another in the routing, each step after one that exists', () => {
    fc.assert(
      fc.property(reachable, (options) => {
        const known = new Set<string>()
        for (const { key, after, setupS, runS, lagS } of shelf.make(options).operations) {
          expect(known.has(key)).toBe(false)
          for (const before of after) expect(known.has(before)).toBe(true)
          for (const seconds of [setupS, runS, lagS]) expect(Number.isSafeInteger(seconds) && seconds >= 0).toBe(true)
          known.add(key)
        }
        expect([...known].at(-1)).toBe('pack')
      }),
    )
  })
})
