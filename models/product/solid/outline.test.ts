import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { circle, ellipse, polygonContour, rectangle } from './contours.ts'
import { chordError, chordsUm, facetsOf } from './facets.ts'
import { polygonOf, regionOf } from './outline.ts'
import { momentsOf } from './polygon.ts'
import type { Point } from './recipe.ts'
import { stars } from './recipes-under-test.ts'
import { SolidError } from './solid-error.ts'
import { triangulate } from './triangulate.ts'

const refusal = (make: () => unknown): string => {
  try {
    make()
  } catch (error) {
    if (error instanceof SolidError) return error.refusal.refused
    throw error
  }
  return 'made'
}

describe('an outline', () => {
  it('lies within the chord error of a circle, from far inside to as many facets as needed and no more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 2_000_000 }), (radius) => {
        const count = facetsOf(radius, chordsUm.single)
        expect(chordError(radius, count)).toBeLessThanOrEqual(chordsUm.single)
        if (count > 48) expect(chordError(radius, count - 4)).toBeGreaterThan(chordsUm.single)
        expect(count % 4).toBe(0)
        const points = polygonOf(circle(0, 0, radius), chordsUm.single)
        for (const [index, [x, y]] of points.entries()) {
          const [nextX, nextY] = points[(index + 1) % points.length] ?? [0, 0]
          expect(Math.abs(Math.sqrt(x * x + y * y) - radius)).toBeLessThan(1e-6)
          const middle = Math.sqrt(((x + nextX) / 2) ** 2 + ((y + nextY) / 2) ** 2)
          expect(radius - middle).toBeLessThanOrEqual(chordsUm.single + 1e-6)
        }
      }),
    )
  })

  it('rounds and cuts corners by their size', () => {
    const area = (kind: 'fillet' | 'chamfer') =>
      momentsOf(polygonOf(rectangle(0, 0, 30_000, 20_000, { kind, sizeUm: 4000 }), chordsUm.single)).area
    expect(area('chamfer')).toBeCloseTo(600e6 - 2 * 16e6, 0)
    expect(area('fillet') / (600e6 - (4 - Math.PI) * 16e6)).toBeCloseTo(1, 3)
    const inward = polygonContour(
      [
        [0, 0],
        [20_000, 0],
        [20_000, 20_000],
        [10_000, 20_000],
        [10_000, 10_000],
        [0, 10_000],
      ],
      { kind: 'fillet', sizeUm: 2000 },
    )
    // Five corners lose what a fillet takes, the sixth gains it.
    expect(momentsOf(polygonOf(inward, chordsUm.single)).area / (300e6 - (4 - Math.PI) * 4e6)).toBeCloseTo(1, 3)
    const oval = momentsOf(polygonOf(ellipse(500, 100, 30_000, 10_000), chordsUm.single))
    expect(oval.area / (Math.PI * 300e6)).toBeCloseTo(1, 2)
  })

  it('is refused by name when it is none', () => {
    const bow = polygonContour([
      [0, 0],
      [10_000, 10_000],
      [10_000, 0],
      [0, 10_000],
    ])
    const square = rectangle(0, 0, 10_000, 10_000)
    expect(refusal(() => regionOf(bow, [], 18))).toBe('contour_crosses')
    expect(refusal(() => regionOf(square, [circle(9500, 5000, 1000)], 18))).toBe('contour_crosses')
    expect(refusal(() => regionOf(square, [circle(15_000, 5000, 1000)], 18))).toBe('contour_crosses')
    expect(refusal(() => regionOf(square, [circle(5000, 5000, 3000), circle(5000, 5000, 1000)], 18))).toBe(
      'contour_crosses',
    )
    expect(refusal(() => regionOf(rectangle(0, 0, 9000, 9000, { kind: 'fillet', sizeUm: 4501 }), [], 18))).toBe(
      'corner_too_large',
    )
    expect(refusal(() => polygonOf(rectangle(0, 0, 9000, 9000, { kind: 'fillet', sizeUm: 4500 }), 18))).toBe('made')
    expect(refusal(() => polygonOf([{ at: [0, 0] }, { at: [5, 5] }], 18))).toBe('contour_open')
    expect(refusal(() => polygonOf([{ at: [0, 0.5] }, { at: [5, 5] }, { at: [5, 0] }], 18))).toBe('solid_size')
    const beside = {
      at: [0, 0],
      corner: { kind: 'fillet', sizeUm: 10 },
      way: { kind: 'arc', through: [5, 1] },
    } as const
    expect(refusal(() => polygonOf([beside, { at: [10, 0] }, { at: [5, 50] }], 18))).toBe('corner_not_straight')
  })
})

describe('triangles of a region', () => {
  it('cover it once, holes left out, and use every corner', () => {
    const holes = fc.array(fc.tuple(fc.integer({ min: -1, max: 1 }), fc.integer({ min: -1, max: 1 })), { maxLength: 9 })
    fc.assert(
      fc.property(stars(0, 0), holes, (outline, places) => {
        const unique = [...new Map(places.map((place) => [place.join(), place])).values()]
        const region = regionOf(
          outline,
          unique.map(([x, y]) => circle(x * 800, y * 800, 350)),
          18,
        )
        const corners = region.flat()
        const used = new Set<number>()
        let twice = 0
        for (const triangle of triangulate(region)) {
          const points = triangle.map((index): Point => corners[index] ?? [0, 0])
          const area = momentsOf(points).area
          expect(area).toBeGreaterThanOrEqual(-1e-6)
          twice += 2 * area
          for (const index of triangle) used.add(index)
        }
        expect(used.size).toBe(corners.length)
        const wanted = 2 * region.reduce((sum, polygon) => sum + momentsOf(polygon).area, 0)
        expect(Math.abs(twice / wanted - 1)).toBeLessThan(1e-9)
      }),
    )
  })
})
