import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shelf } from '../shelf/v1/shelf.ts'
import { shelf as newer } from '../shelf/v2/shelf.ts'
import { type IsometricPoint, isometric, isometricPoint, seenOf } from './isometric.ts'
import { sampleReachable, seeded } from './sample.ts'
import { type Solid, solidsOf } from './solids.ts'

/** How near the viewer the front of a box is on the ray through a point of the drawing; undefined where the ray misses it. */
function nearest({ from, to }: Solid, [sx, sy]: IsometricPoint): number | undefined {
  // The ray runs along (1, 1, 1): from one point of it, entry and exit follow for each axis.
  const z0 = 0
  const x0 = sx / (Math.sqrt(3) / 2)
  const y0 = x0 / 2 - sy
  const start = { x: x0, y: y0, z: z0 }
  let enter = Number.NEGATIVE_INFINITY
  let leave = Number.POSITIVE_INFINITY
  for (const axis of ['x', 'y', 'z'] as const) {
    enter = Math.max(enter, from[axis] - start[axis])
    leave = Math.min(leave, to[axis] - start[axis])
  }
  return enter < leave - 1e-6 ? leave : undefined
}

const wrap = (solid: Solid) => ({ solid })

describe('an isometric drawing', () => {
  it('shortens all three axes alike', () => {
    const length = ([x, y]: IsometricPoint) => Math.hypot(x, y)
    const each = [
      { x: 1, y: 0, z: 0 },
      { x: 0, y: 1, z: 0 },
      { x: 0, y: 0, z: 1 },
    ].map((axis) => length(isometricPoint(axis)))
    for (const one of each) expect(one).toBeCloseTo(1, 9)
  })

  it.each([shelf, newer])(
    'paints what is nearer later, wherever two parts of a shelf overlap on paper, version $version',
    (product) => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
          const solids = solidsOf(product.make(sampleReachable(product, seeded(seed)))).map(wrap)
          const painted = isometric(solids).map((body) => body.solid.solid)
          expect(painted).toHaveLength(solids.length)
          const random = seeded(seed)
          const wrong: string[] = []
          for (let probe = 0; probe < 400; probe += 1) {
            const solid = painted[Math.floor(random() * painted.length)]
            if (solid === undefined) continue
            const { left, right, top, bottom } = seenOf(solid)
            const point = [left + random() * (right - left), top + random() * (bottom - top)] as const
            const hit = painted.flatMap((one) => nearest(one, point) ?? [])
            const last = hit.at(-1)
            if (last !== undefined && last < Math.max(...hit) - 1e-6) wrong.push(`${solid.part} at ${point.join()}`)
          }
          expect(wrong).toEqual([])
        }),
        { numRuns: 25 },
      )
    },
  )

  it('shows three faces of a box, mantle and end of a cylinder', () => {
    const solid = { part: 'a', from: { x: 0, y: 0, z: 0 }, to: { x: 40, y: 100, z: 40 } }
    expect(isometric([{ solid }])[0]?.faces).toHaveLength(3)
    const [standing] = isometric([{ solid, cylinder: 'y' as const }])
    const { left, right, top, bottom } = seenOf(solid)
    for (const face of standing?.faces ?? []) {
      for (const [x, y] of face) {
        expect(x).toBeGreaterThanOrEqual(left - 1e-9)
        expect(x).toBeLessThanOrEqual(right + 1e-9)
        expect(y).toBeGreaterThanOrEqual(top - 1e-9)
        expect(y).toBeLessThanOrEqual(bottom + 1e-9)
      }
    }
  })
})
