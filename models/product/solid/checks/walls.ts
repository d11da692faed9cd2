import type { Vector } from '../../vector.ts'
import { dot, type Shell } from '../shell.ts'
import type { RayTree } from './ray-tree.ts'
import { closer, type Sample, samplesOf } from './samples.ts'
import { hundredths, type Spot, type Verdict } from './verdict.ts'

/** Faces count as two sides of a wall or a gap when they turn away from each other within 45°; a sharp corner is no wall. */
const opposite = -Math.SQRT1_2

/** The nearest places to look at closely. */
const looksCloser = 16

/** Beyond the point itself, mm: single precision lets it lie a little off its own triangle. */
const least = 1e-4

type Found = { readonly distance: number; readonly sample: Sample; readonly far: Vector }

const plus = (at: Vector, along: Vector, distance: number): Vector => ({
  x: at.x + distance * along.x,
  y: at.y + distance * along.y,
  z: at.z + distance * along.z,
})

function normalOf(shell: Shell, triangle: number): Vector | undefined {
  return closer(shell, { at: { x: 0, y: 0, z: 0 }, normal: { x: 0, y: 0, z: 0 }, triangle })[0]?.normal
}

/** From a point straight into the solid, or out of it, to the face on the other side. */
function across(shell: Shell, tree: RayTree, sample: Sample, side: 'wall' | 'gap', most: number): Found | undefined {
  const { at, normal } = sample
  const sign = side === 'wall' ? -1 : 1
  const along = { x: sign * normal.x, y: sign * normal.y, z: sign * normal.z }
  const hit = tree.first(at, along, side === 'gap', least, most)
  if (hit === undefined) return undefined
  const facing = normalOf(shell, hit.triangle)
  if (facing === undefined || dot(facing, normal) > opposite) return undefined
  return { distance: hit.distance, sample, far: plus(at, along, hit.distance) }
}

function narrowest(shell: Shell, tree: RayTree, side: 'wall' | 'gap', most: number): Found | undefined {
  const found = samplesOf(shell).flatMap((sample) => across(shell, tree, sample, side, most) ?? [])
  found.sort((a, b) => a.distance - b.distance || a.sample.triangle - b.sample.triangle)
  const triangles = new Set<number>()
  for (const { sample } of found) {
    if (triangles.size >= looksCloser) break
    triangles.add(sample.triangle)
  }
  let best = found[0]
  for (const { sample } of found) {
    if (!triangles.delete(sample.triangle)) continue
    for (const near of closer(shell, sample)) {
      const measured = across(shell, tree, near, side, most)
      if (measured !== undefined && measured.distance < (best?.distance ?? most)) best = measured
    }
  }
  return best
}

function spotOf({ sample: { at }, far }: Found): Spot {
  const middle = { x: (at.x + far.x) / 2, y: (at.y + far.y) / 2, z: (at.z + far.z) / 2 }
  const from = { x: Math.min(at.x, far.x), y: Math.min(at.y, far.y), z: Math.min(at.z, far.z) }
  return { at: middle, from, to: { x: Math.max(at.x, far.x), y: Math.max(at.y, far.y), z: Math.max(at.z, far.z) } }
}

/**
 * The thinnest wall, from many points of the surface straight to the other side. `leastMm` is what the process can make; a hundredth less is let pass,
 * which is what facets take off a round wall.
 */
export function smallestWall(shell: Shell, tree: RayTree, leastMm: number): Verdict {
  const found = narrowest(shell, tree, 'wall', Number.POSITIVE_INFINITY)
  if (found === undefined) return { code: 'wall', values: { least: leastMm }, ok: true }
  const wall = hundredths(found.distance)
  return { code: 'wall', values: { wall, least: leastMm }, ok: wall >= leastMm - 0.01, spot: spotOf(found) }
}

/** The narrowest gap, groove or hole up to four times `leastMm`, from surface to surface through the air. */
export function smallestGap(shell: Shell, tree: RayTree, leastMm: number): Verdict {
  const found = narrowest(shell, tree, 'gap', 4 * leastMm)
  if (found === undefined) return { code: 'gap', values: { least: leastMm }, ok: true }
  const gap = hundredths(found.distance)
  return { code: 'gap', values: { gap, least: leastMm }, ok: gap >= leastMm - 0.01, spot: spotOf(found) }
}
