import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shelf } from '../../shelf/v1/shelf.ts'
import { shelf as newer } from '../../shelf/v2/shelf.ts'
import type { Axis, Make, Vector } from '../make.ts'
import { sampleReachable, seeded } from '../sample.ts'
import { type Bore, type BoreUse, goesThrough, isInFace } from './bore.ts'
import { drillingOf } from './drilling.ts'
import { spotsAlong } from './joints.ts'
import { panelsOf } from './panel.ts'

/** Makes of either version that can be. */
const reachable = fc
  .tuple(fc.constantFrom(shelf, newer), fc.integer({ min: 0, max: 2 ** 31 }))
  .map(([product, seed]) => product.make(sampleReachable(product, seeded(seed))))
const axes = ['x', 'y', 'z'] as const

function boresOf(make: Make): Bore[] {
  return [...drillingOf(make, panelsOf(make)).values()].flat()
}

const count = (bores: readonly Bore[], use: BoreUse) => bores.filter((bore) => bore.use === use).length
const billed = (make: Make, material: string) => make.materials.find((line) => line.material === material)?.net ?? 0

/** The box around a hole. */
function around({ at, axis, way, diameter, depth }: Bore): { from: Vector; to: Vector } {
  const side = (of: Axis, end: -1 | 1) =>
    of === axis ? at[of] + (end === way ? way * depth : 0) : at[of] + (end * diameter) / 2
  return {
    from: { x: side('x', -1), y: side('y', -1), z: side('z', -1) },
    to: { x: side('x', 1), y: side('y', 1), z: side('z', 1) },
  }
}

/** A bolt meets its cam, and nothing else may meet. */
const meant = (a: Bore, b: Bore) => [a.use, b.use].sort().join() === 'cam,cam-bolt-edge'

/** Holes of one board that come nearer to each other than 1 mm. */
function meetings(make: Make): string[] {
  const meeting: string[] = []
  for (const bores of drillingOf(make, panelsOf(make)).values()) {
    const holes = bores.map((bore) => ({ bore, ...around(bore) }))
    for (const [index, a] of holes.entries()) {
      for (const b of holes.slice(index + 1)) {
        const apart = axes.some((axis) => a.to[axis] + 1 <= b.from[axis] || b.to[axis] + 1 <= a.from[axis])
        if (apart || meant(a.bore, b.bore)) continue
        meeting.push(`${a.bore.use} and ${b.bore.use} in ${a.bore.panel.part.key} at ${JSON.stringify(a.bore.at)}`)
      }
    }
  }
  return meeting
}

describe('the places along an end', () => {
  it('are never opposite those of the board behind, however long the end', () => {
    for (let length = 60; length <= 2800; length += 1) {
      const [plain, staggered] = [false, true].map((behind) => spotsAlong({ from: 0, to: length }, behind))
      const spots = (of: typeof plain) => [...(of?.cams ?? []), ...(of?.dowels ?? [])]
      for (const one of spots(plain)) {
        for (const other of spots(staggered)) expect(Math.abs(one - other), `${length} mm`).toBeGreaterThan(8)
      }
    }
  })
})

describe('the drilling of a make', () => {
  it('has as many holes as the bill has fittings', () => {
    fc.assert(
      fc.property(reachable, (make) => {
        const bores = boresOf(make)
        for (const use of ['cam', 'cam-bolt', 'cam-bolt-edge'] as const)
          expect(count(bores, use)).toBe(billed(make, 'cam'))
        for (const use of ['dowel', 'dowel-edge'] as const) expect(count(bores, use)).toBe(billed(make, 'dowel'))
        expect(count(bores, 'hinge-cup')).toBe(billed(make, 'hinge'))
        expect(count(bores, 'hinge-plate')).toBe(2 * billed(make, 'hinge'))
        const screws = (['back-screw', 'box-screw', 'front-screw'] as const).map((use) => count(bores, use))
        expect(screws.reduce((all, some) => all + some)).toBe(billed(make, 'back-screw'))
        expect(count(bores, 'body-bolt')).toBe(2 * billed(make, 'body-bolt'))
      }),
      { numRuns: 60 },
    )
  })

  it('lies within its board, and leaves wood behind', () => {
    fc.assert(
      fc.property(reachable, (make) => {
        for (const bore of boresOf(make)) {
          const { from, to } = bore.panel.solid
          const hole = around(bore)
          for (const axis of axes) {
            expect(hole.from[axis], `${bore.use} in ${bore.panel.part.key}`).toBeGreaterThanOrEqual(from[axis])
            expect(hole.to[axis], `${bore.use} in ${bore.panel.part.key}`).toBeLessThanOrEqual(to[axis])
          }
          if (isInFace(bore) && !goesThrough(bore)) expect(bore.depth).toBeLessThanOrEqual(bore.panel.thickness - 2)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('never lets two holes meet but a bolt and its cam', () => {
    fc.assert(
      fc.property(reachable, (make) => {
        expect(meetings(make)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('keeps runners clear of the bolts between bodies, and two rims of a back from one place', () => {
    const open = { ...newer.defaults, doors: [] }
    const bolted = { width: 3000, height: 876, depth: 278, columns: 6, rows: 6, load: 'decor', feet: 'none' }
    const white = { material: 'melamine', finish: 'decor-white' }
    expect(meetings(newer.make({ ...open, ...bolted, ...white, drawers: ['2-1', '4-1', '1-4', '2-4'] }))).toEqual([])
    const low = { width: 1067, height: 489, depth: 528, columns: 2, rows: 2, load: 'books', rear: 'slanted' }
    expect(
      meetings(newer.make({ ...open, ...low, material: 'mdf', finish: 'paint-ink', thickness: 'strong' })),
    ).toEqual([])
  })

  it('keeps the bolts of bodies that share a narrow side clear of its cams', () => {
    const two = { material: 'birch', thickness: 'strong', finish: 'dark-stain', back: 'braced', load: 'mixed' }
    const narrow = {
      ...two,
      width: 658,
      height: 2436,
      depth: 534,
      columns: 3,
      rows: 3,
      doors: [],
      feet: 'none',
      name: '',
    }
    expect(meetings(shelf.make(narrow))).toEqual([])
    const seven = {
      ...narrow,
      width: 1415,
      height: 2579,
      depth: 585,
      columns: 7,
      material: 'mdf',
      finish: 'paint-white',
    }
    expect(meetings(shelf.make({ ...seven, load: 'books', feet: 'low' }))).toEqual([])
  })
})
