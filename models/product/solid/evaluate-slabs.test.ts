import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from './evaluate-node.ts'
import { evaluateSlabs } from './evaluate-slabs.ts'
import { evaluateSolid } from './evaluate-solid.ts'
import { loadBench } from './kernel-under-test.ts'
import type { SolidNode } from './recipe.ts'
import { isClosed, sizeOfShell } from './shell.ts'
import { type SolidBench, SolidCache } from './solid-cache.ts'

let bench: SolidBench
beforeAll(async () => {
  bench = await loadBench()
})

const moved = (of: SolidNode, x: number, y: number, z: number): SolidNode => ({
  kind: 'placed',
  of,
  moveUm: { x, y, z },
})

/** Holes, blind holes, knobs, grooves in slanted places. */
const feature: fc.Arbitrary<{ node: SolidNode; isCut: boolean }> = fc
  .tuple(
    fc.integer({ min: 300, max: 4000 }),
    fc.integer({ min: 0, max: 150_000 }),
    fc.integer({ min: 0, max: 90_000 }),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 90_000 }),
  )
  .map(([radiusUm, x, z, kind, y]) => {
    const drill: SolidNode = { kind: 'cylinder', radiusUm, heightUm: 30_000 }
    if (kind === 0) return { node: moved(drill, x, -5000, z), isCut: true }
    if (kind === 1) return { node: moved(drill, x, 12_000, z), isCut: true }
    if (kind === 2) return { node: moved({ kind: 'sphere', radiusUm }, x, 20_000, z), isCut: false }
    const bar: SolidNode = { kind: 'box', sizeUm: { x: 5 * radiusUm, y: 4000, z: radiusUm } }
    const turned: SolidNode = { kind: 'placed', of: bar, turnMd: { x: 0, y, z: 0 }, moveUm: { x, y: 18_000, z } }
    return { node: turned, isCut: true }
  })

const block: SolidNode = { kind: 'box', sizeUm: { x: 150_000, y: 20_000, z: 90_000 } }
const round: SolidNode = { kind: 'cylinder', radiusUm: 80_000, topRadiusUm: 60_000, heightUm: 20_000 }

/** Cuts and additions by turns, as authors nest them. */
const parts: fc.Arbitrary<SolidNode> = fc
  .tuple(fc.constantFrom(block, moved(round, 75_000, 0, 45_000)), fc.array(feature, { minLength: 14, maxLength: 40 }))
  .map(([base, features]) => {
    const cut = features.filter(({ isCut }) => isCut).map(({ node }) => node)
    const added = features.filter(({ isCut }) => !isCut).map(({ node }) => node)
    const half = Math.floor(cut.length / 2)
    const first: SolidNode = { kind: 'difference', from: base, cut: cut.slice(0, half) }
    const second: SolidNode = { kind: 'union', of: [first, ...added] }
    return { kind: 'difference', from: second, cut: cut.slice(half) }
  })

const apart = (value: number, wanted: number) => Math.abs(value / wanted - 1)

describe('a part in slabs', () => {
  it('is the part that the kernel makes in one piece', () => {
    let inSlabs = 0
    let all = 0
    fc.assert(
      fc.property(parts, (node) => {
        all += 1
        const piece = evaluateSlabs(node, bench)
        if (piece === undefined) return
        inSlabs += 1
        const whole = bodyOf(node, bench)
        expect(isClosed(piece.shell)).toBe(true)
        expect(apart(piece.volumeMm3, whole.volume())).toBeLessThan(1e-9)
        expect(apart(piece.areaMm2, whole.surfaceArea())).toBeLessThan(1e-6)
        expect(apart(sizeOfShell(piece.shell).volumeMm3, whole.volume())).toBeLessThan(1e-6)
        bench.cache.trim(200_000)
      }),
      { numRuns: 40 },
    )
    // Most parts can be cut; the rest are made whole.
    expect(inSlabs / all).toBeGreaterThan(0.6)
  })

  it('has the same bytes whatever is kept', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const alone = evaluateSolid(one, { ...bench, cache: new SolidCache(0) })
        evaluateSolid(other, bench)
        expect(evaluateSolid(one, bench)).toEqual(alone)
        expect(evaluateSolid(one, bench)).toEqual(alone)
      }),
      { numRuns: 10 },
    )
  })

  it('makes one cell anew when one feature changes', () => {
    const plate = (radiusUm: number): SolidNode => ({
      kind: 'difference',
      from: block,
      cut: Array.from({ length: 48 }, (_, index) =>
        moved(
          { kind: 'cylinder', radiusUm: index === 20 ? radiusUm : 4000, heightUm: 30_000 },
          10_000 + 18_500 * (index % 8),
          -5000,
          9000 + 14_400 * Math.floor(index / 8),
        ),
      ),
    })
    bench.cache.clear()
    evaluateSolid(plate(4000), bench)
    const cold = bench.cache.misses
    bench.cache.clear()
    evaluateSolid(plate(4100), bench)
    const before = bench.cache.misses
    evaluateSolid(plate(4200), bench)
    // The feature, its cell and its slab.
    expect(bench.cache.misses - before).toBe(3)
    expect(cold).toBeGreaterThan(30)
  })

  it('stands where it is placed, and repeats as features of their own', () => {
    const hole: SolidNode = { kind: 'cylinder', radiusUm: 2000, heightUm: 30_000 }
    const row: SolidNode = {
      kind: 'repeated',
      of: moved(hole, 5000, -5000, 5000),
      count: 14,
      pattern: { kind: 'line', stepUm: { x: 10_000, y: 0, z: 0 } },
    }
    const strip: SolidNode = { kind: 'difference', from: block, cut: [row] }
    const placed: SolidNode = { kind: 'placed', of: strip, mirror: 'z', turnMd: { x: 0, y: 90_000, z: 0 } }
    const piece = evaluateSlabs(placed, bench)
    const whole = bodyOf(placed, bench)
    expect(piece && apart(sizeOfShell(piece.shell).volumeMm3, whole.volume())).toBeLessThan(1e-6)
    const solid = evaluateSolid(placed, bench)
    if ('refused' in solid) throw new Error(solid.refused)
    expect(solid.bounds.from.z).toBeCloseTo(-150, 3)
    expect(solid.bounds.to.x).toBeCloseTo(0, 3)
  })
})
