import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { rectangle } from './contours.ts'
import { evaluateSolid, type Solid } from './evaluate-solid.ts'
import { loadBench } from './kernel-under-test.ts'
import { measureOf } from './measure.ts'
import { keyOf } from './node-key.ts'
import { quickShell } from './quick-shell.ts'
import type { SolidNode } from './recipe.ts'
import { primitives, trees } from './recipes-under-test.ts'
import { isClosed, sizeOfShell } from './shell.ts'
import { type SolidBench, SolidCache } from './solid-cache.ts'

let bench: SolidBench
beforeAll(async () => {
  bench = await loadBench()
})

function solidOf(node: SolidNode): Solid {
  const answer = evaluateSolid(node, bench)
  if ('refused' in answer) throw new Error(`refused: ${answer.refused} ${JSON.stringify(answer.values)}`)
  return answer
}

const apart = (value: number, wanted: number) => Math.abs(value / wanted - 1)
const ball = (radiusUm: number): SolidNode => ({ kind: 'sphere', radiusUm })
const moved = (of: SolidNode, x: number, y: number, z: number): SolidNode => ({
  kind: 'placed',
  of,
  moveUm: { x, y, z },
})

describe('a primitive', () => {
  it('has the volume and surface of its closed forms, a closed shell, and the box of its quick shell', () => {
    fc.assert(
      fc.property(primitives, (node) => {
        const { shell, volumeMm3, areaMm2, bounds } = solidOf(node)
        const { volumeUm3 = 0, areaUm2 = 0 } = measureOf(node)
        expect(apart(volumeMm3, volumeUm3 / 1e9)).toBeLessThan(1e-8)
        expect(apart(areaMm2, areaUm2 / 1e6)).toBeLessThan(1e-6)
        expect(apart(sizeOfShell(shell).volumeMm3, volumeMm3)).toBeLessThan(1e-5)
        expect(isClosed(shell)).toBe(true)
        const quick = quickShell(node)
        expect(quick && apart(sizeOfShell(quick).volumeMm3, volumeMm3)).toBeLessThan(1e-5)
        expect(bounds.to.x - bounds.from.x).toBeGreaterThan(0)
      }),
    )
  })

  it('is within half a percent of the true curve', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 60_000 }),
        fc.integer({ min: 200, max: 60_000 }),
        (radiusUm, heightUm) => {
          const cylinder = measureOf({ kind: 'cylinder', radiusUm, heightUm }).volumeUm3 ?? 0
          expect(apart(cylinder, Math.PI * radiusUm ** 2 * heightUm)).toBeLessThan(0.005)
          expect(apart(measureOf(ball(radiusUm)).volumeUm3 ?? 0, (4 / 3) * Math.PI * radiusUm ** 3)).toBeLessThan(0.01)
          expect(apart(measureOf(ball(radiusUm)).areaUm2 ?? 0, 4 * Math.PI * radiusUm ** 2)).toBeLessThan(0.005)
        },
      ),
    )
  })
})

describe('a key', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, inner]) => [name, shuffled(inner)]),
    )
  }
  it('does not depend on the order of fields, and differs where the data does', () => {
    fc.assert(
      fc.property(trees, trees, (one, other) => {
        // biome-ignore lint/suspicious/noExplicitAny: a shuffled recipe is a recipe
        const again: any = shuffled(one)
        expect(keyOf(again)).toBe(keyOf(one))
        expect(keyOf(one) === keyOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other))
        expect(keyOf(moved(one, 1, 0, 0))).not.toBe(keyOf(moved(one, 0, 1, 0)))
      }),
    )
  })
})

describe('what is kept', () => {
  it('never changes a result, byte for byte, nor does giving all of it back', () => {
    fc.assert(
      fc.property(trees, trees, (one, other) => {
        bench.cache.clear()
        const cold = evaluateSolid(one, bench)
        evaluateSolid({ kind: 'union', of: [other, one] }, bench)
        const warm = evaluateSolid(one, bench)
        bench.cache.clear()
        const tight = evaluateSolid({ ...one }, { ...bench, cache: new SolidCache(0) })
        expect(warm).toEqual(cold)
        expect(tight).toEqual(cold)
        expect(bench.cache.size).toBe(0)
      }),
      { numRuns: 25 },
    )
  })

  it('lets one changed feature evaluate its own path alone', () => {
    const plate: SolidNode = { kind: 'box', sizeUm: { x: 100_000, y: 10_000, z: 100_000 } }
    const drilled = (first: number): SolidNode => ({
      kind: 'difference',
      from: plate,
      cut: [first, 3000, 3500].map((radiusUm, index) =>
        moved({ kind: 'cylinder', radiusUm, heightUm: 20_000 }, 20_000 + 20_000 * index, -5000, 50_000),
      ),
    })
    bench.cache.clear()
    solidOf(drilled(2500))
    const before = bench.cache.misses
    solidOf(drilled(2600))
    // The cylinder, where it stands, and the whole.
    expect(bench.cache.misses - before).toBe(3)
  })
})

describe('joined solids', () => {
  it('share what is counted twice, and stay closed', () => {
    fc.assert(
      fc.property(trees, trees, (one, other) => {
        const volume = (node: SolidNode): number => {
          const answer = evaluateSolid(node, bench)
          if ('refused' in answer) {
            expect(answer.refused).toBe('solid_empty')
            return 0
          }
          expect(isClosed(answer.shell)).toBe(true)
          return answer.volumeMm3
        }
        const [a, b] = [volume(one), volume(other)]
        const union = volume({ kind: 'union', of: [one, other] })
        const shared = volume({ kind: 'intersection', of: [one, other] })
        expect(union).toBeLessThanOrEqual((a + b) * (1 + 1e-9))
        expect(Math.abs(union + shared - a - b)).toBeLessThan((a + b) * 1e-6 + 1e-9)
        expect(Math.abs(volume({ kind: 'difference', from: one, cut: [other] }) + shared - a)).toBeLessThan(
          a * 1e-6 + 1e-6,
        )
      }),
      { numRuns: 25 },
    )
  })

  it('take a plate around a cylinder with its own length', () => {
    const plate: SolidNode = {
      kind: 'extrusion',
      outline: rectangle(-10_000, 0, 20_000, 8000, { kind: 'fillet', sizeUm: 1500 }),
      holes: [],
      depthUm: 1000,
    }
    for (const z of [0, -1000, 500]) {
      const wrapped: SolidNode = { kind: 'wrapped', of: moved(plate, 0, 0, z), radiusUm: 9000 }
      const solid = solidOf(wrapped)
      expect(isClosed(solid.shell)).toBe(true)
      expect(apart(solid.volumeMm3, (measureOf(wrapped).volumeUm3 ?? 0) / 1e9)).toBeLessThan(0.005)
      expect(solid.bounds.to.z).toBeCloseTo((9000 + z + 1000) / 1000, 2)
    }
  })

  it('blend by their hull', () => {
    const hull = solidOf({ kind: 'hull', of: [ball(5000), moved(ball(5000), 20_000, 0, 0)] })
    expect(apart(hull.volumeMm3, (4 / 3) * Math.PI * 125 + Math.PI * 25 * 20)).toBeLessThan(0.01)
  })
})

describe('a refusal', () => {
  const refused = (node: SolidNode): string => {
    const answer = evaluateSolid(node, bench)
    return 'refused' in answer ? answer.refused : 'made'
  }
  it('names what is wrong, and nothing is made', () => {
    const box: SolidNode = { kind: 'box', sizeUm: { x: 5000, y: 5000, z: 5000 } }
    expect(refused({ kind: 'difference', from: ball(1000), cut: [ball(2000)] })).toBe('solid_empty')
    expect(refused({ kind: 'union', of: [] })).toBe('solid_empty')
    expect(refused({ kind: 'box', sizeUm: { x: 0, y: 5000, z: 5000 } })).toBe('solid_size')
    expect(refused({ kind: 'box', sizeUm: { x: 1.5, y: 5000, z: 5000 } })).toBe('solid_size')
    expect(refused({ ...box, edge: { kind: 'fillet', sizeUm: 2500 } })).toBe('corner_too_large')
    expect(refused({ kind: 'repeated', of: box, count: 0, pattern: { kind: 'round', axis: 'y' } })).toBe('solid_size')
    expect(refused({ kind: 'repeated', of: ball(100_000), count: 100, pattern: { kind: 'round', axis: 'y' } })).toBe(
      'solid_too_fine',
    )
    expect(refused({ kind: 'revolution', outline: rectangle(-10, 0, 5000, 5000), holes: [] })).toBe(
      'contour_behind_axis',
    )
    expect(refused({ kind: 'wrapped', of: moved(box, 0, 0, -6000), radiusUm: 5000 })).toBe('solid_size')
    expect(refused({ kind: 'wrapped', of: box, radiusUm: 700 })).toBe('solid_size')
    expect(refused({ kind: 'text', text: 'A', font: 'none', capHeightUm: 5000, depthUm: 500 })).toBe('font_unknown')
    const bend: SolidNode = {
      kind: 'sweep',
      section: rectangle(-4000, -4000, 8000, 8000),
      path: [{ at: [0, 0] }, { at: [5000, 0] }, { at: [6000, 1000] }, { at: [6000, 9000] }],
    }
    expect(refused(bend)).toBe('path_too_tight')
  })
})
