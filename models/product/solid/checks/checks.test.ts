import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Vector } from '../../vector.ts'
import { rectangle } from '../contours.ts'
import { evaluateSolid, type Solid } from '../evaluate-solid.ts'
import { loadBench } from '../kernel-under-test.ts'
import type { SolidNode } from '../recipe.ts'
import type { SolidBench } from '../solid-cache.ts'
import { fitsEnvelope } from './envelope.ts'
import { mouldVerdicts } from './pulls.ts'
import { RayTree } from './ray-tree.ts'
import { smallestGap, smallestWall } from './walls.ts'

let bench: SolidBench
beforeAll(async () => {
  bench = await loadBench()
})

function solidOf(node: SolidNode): Solid {
  const answer = evaluateSolid(node, bench)
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}

const box = (x: number, y: number, z: number): SolidNode => ({ kind: 'box', sizeUm: { x, y, z } })
const at = (of: SolidNode, x: number, y: number, z: number): SolidNode => ({ kind: 'placed', of, moveUm: { x, y, z } })
const minus = (from: SolidNode, ...cut: readonly SolidNode[]): SolidNode => ({ kind: 'difference', from, cut })
const drill = (radiusUm: number, heightUm: number): SolidNode => ({ kind: 'cylinder', radiusUm, heightUm })

const wallOf = (node: SolidNode, least = 1) => {
  const { shell } = solidOf(node)
  return smallestWall(shell, new RayTree(shell), least)
}
const gapOf = (node: SolidNode, least = 1) => {
  const { shell } = solidOf(node)
  return smallestGap(shell, new RayTree(shell), least)
}

/** A cup: outside 40 mm radius, walls 3.5, floor 5. */
const cup: SolidNode = {
  kind: 'revolution',
  outline: [
    { at: [0, 0] },
    { at: [40_000, 0] },
    { at: [40_000, 90_000] },
    { at: [36_500, 90_000] },
    { at: [36_500, 5000] },
    { at: [0, 5000] },
  ],
  holes: [],
}

describe('the smallest wall', () => {
  it('is what was drawn', () => {
    expect(wallOf(box(50_000, 2000, 30_000)).values).toEqual({ wall: 2, least: 1 })
    expect(wallOf(cup, 3.5)).toMatchObject({ ok: true, values: { wall: expect.closeTo(3.5, 1) } })
    expect(wallOf(cup, 3.6).ok).toBe(false)
    expect(wallOf({ kind: 'sphere', radiusUm: 5000 }).values.wall).toBeCloseTo(10, 1)
  })

  it('is found under an engraving and between two holes, and shown there', () => {
    const engraved = minus(box(60_000, 3000, 30_000), at(box(8000, 3000, 800), 40_000, 2400, 10_000))
    const floor = wallOf(engraved, 1)
    // The floor is 2.4 thick. The groove's walls stand far from any other face.
    expect(floor.values.wall).toBe(2.4)
    const pair = minus(
      box(60_000, 10_000, 30_000),
      at(drill(4000, 20_000), 20_000, -5000, 15_000),
      at(drill(4000, 20_000), 28_600, -5000, 15_000),
    )
    const bridge = wallOf(pair, 0.8)
    expect(bridge.ok).toBe(false)
    expect(bridge.values.wall).toBeCloseTo(0.6, 1)
    expect(bridge.spot?.at.x).toBeCloseTo(24.3, 0)
    expect(bridge.spot?.at.z).toBeCloseTo(15, 0)
  })

  it('does not depend on how the part lies', () => {
    const turn = fc.integer({ min: -180_000, max: 180_000 })
    fc.assert(
      fc.property(turn, turn, fc.integer({ min: 800, max: 3000 }), (x, z, thick) => {
        const tray = minus(
          box(40_000, 20_000, 30_000),
          at(box(40_000 - 2 * thick, 20_000, 30_000 - 2 * thick), thick, 4000, thick),
        )
        const { wall } = wallOf({ kind: 'placed', of: tray, turnMd: { x, y: 0, z } }).values
        expect(Math.abs(Number(wall) - thick / 1000)).toBeLessThanOrEqual(0.011)
      }),
      { numRuns: 15 },
    )
  })
})

describe('the smallest gap', () => {
  it('is the width of a groove or the diameter of a hole, and none where there is air', () => {
    const slot = minus(box(40_000, 10_000, 30_000), at(box(1200, 20_000, 20_000), 15_000, 4000, -5000))
    expect(gapOf(slot, 1.5)).toMatchObject({ ok: false, values: { gap: 1.2 } })
    expect(gapOf(slot, 1.2).ok).toBe(true)
    expect(
      gapOf(minus(box(40_000, 10_000, 30_000), at(drill(1000, 20_000), 20_000, -5000, 15_000))).values.gap,
    ).toBeCloseTo(2, 1)
    expect(gapOf(box(10_000, 10_000, 10_000))).toEqual({ code: 'gap', values: { least: 1 }, ok: true })
    expect(gapOf(cup, 3).ok).toBe(true)
  })
})

describe('a mould', () => {
  const up: Vector = { x: 0, y: 1, z: 0 }
  const down: Vector = { x: 0, y: -1, z: 0 }
  const front: Vector = { x: 0, y: 0, z: 1 }
  const back: Vector = { x: 0, y: 0, z: -1 }
  const open = (node: SolidNode, pulls: readonly Vector[], leastDraft = 2, shallowMm = 0) => {
    const { shell } = solidOf(node)
    const [undercut, draft] = mouldVerdicts(shell, new RayTree(shell), { pulls, leastDraft, shallowMm })
    if (undercut === undefined || draft === undefined) throw new Error('two verdicts')
    return { undercut, draft }
  }

  it('measures the lean of a wall', () => {
    const cone: SolidNode = { kind: 'cylinder', radiusUm: 20_000, topRadiusUm: 18_000, heightUm: 40_000 }
    expect(open(cone, [up, down]).draft).toMatchObject({ ok: true })
    const steep = open(cone, [up, down], 3).draft
    expect(steep.ok).toBe(false)
    expect(steep.values.draft).toBeCloseTo(2.9, 1)
    expect(open(cone, [down]).undercut.ok).toBe(false)
    expect(open(drill(20_000, 40_000), [up, down]).draft).toMatchObject({ ok: false, values: { draft: 0 } })
  })

  it('finds what no pull frees, and where', () => {
    const ball: SolidNode = { kind: 'sphere', radiusUm: 10_000 }
    expect(open(ball, [up, down]).undercut.ok).toBe(true)
    const half = open(ball, [up]).undercut
    expect(half.ok).toBe(false)
    expect(Number(half.values.area) / (2 * Math.PI * 100)).toBeCloseTo(1, 1)
    expect(half.spot?.to.y).toBeLessThan(0.5)
    const eye = minus(
      box(30_000, 30_000, 30_000),
      at({ kind: 'placed', of: drill(5000, 40_000), turnMd: { x: 90_000, y: 0, z: 0 } }, 15_000, 15_000, -5000),
    )
    expect(open(eye, [up, down]).undercut.ok).toBe(false)
    expect(open(eye, [up, down, front, back]).undercut.ok).toBe(true)
  })

  it('lets a round wall pass at its parting line', () => {
    expect(open(drill(30_000, 60_000), [front, back, up, down], 5, 0).draft.ok).toBe(false)
    expect(open(drill(30_000, 60_000), [front, back, up, down], 5, 15).draft.ok).toBe(true)
    const slab: SolidNode = { kind: 'extrusion', outline: rectangle(0, 0, 20_000, 50_000), holes: [], depthUm: 30_000 }
    expect(open(slab, [front, back, up, down], 2, 6).draft.ok).toBe(false)
  })
})

describe('verdicts', () => {
  it('are the same twice, and a part fits a machine however it lies', () => {
    const { shell, bounds } = solidOf(cup)
    const all = () => {
      const tree = new RayTree(shell)
      return [
        smallestWall(shell, tree, 3),
        smallestGap(shell, tree, 1),
        ...mouldVerdicts(shell, tree, {
          pulls: [
            { x: 0, y: 0, z: 1 },
            { x: 0, y: 0, z: -1 },
          ],
          leastDraft: 1,
          shallowMm: 3,
        }),
      ]
    }
    expect(all()).toEqual(all())
    expect(fitsEnvelope(bounds, { x: 100, y: 85, z: 80 })).toMatchObject({
      ok: true,
      values: { long: 90, wide: 80, mostLong: 100 },
    })
    expect(fitsEnvelope(bounds, { x: 100, y: 100, z: 79 }).ok).toBe(false)
  })
})
