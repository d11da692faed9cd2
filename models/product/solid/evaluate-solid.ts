import { type Bounds, boundsOfPoints } from './bounds.ts'
import { bodyOf } from './evaluate-node.ts'
import type { Body } from './kernel.ts'
import type { SolidNode } from './recipe.ts'
import { cornerOf, type Shell } from './shell.ts'
import type { SolidBench } from './solid-cache.ts'
import { SolidError, type SolidRefusal } from './solid-error.ts'

/** A recipe made true: its closed surface, what it holds by the kernel's own sum, and the box around it in mm. */
export type Solid = {
  readonly shell: Shell
  readonly volumeMm3: number
  readonly areaMm2: number
  readonly bounds: Bounds
}

/**
 * A body's surface. The kernel gives triangles by the age of what they come from, so they are put in order here: the same solid has the same bytes,
 * whatever was kept from before.
 */
export function shellOfBody(body: Body): Shell {
  const { numProp, vertProperties, triVerts, mergeFromVert, mergeToVert } = body.getMesh()
  const count = vertProperties.length / numProp
  const positions = new Float32Array(count * 3)
  for (let corner = 0; corner < count; corner += 1) {
    positions.set(vertProperties.subarray(corner * numProp, corner * numProp + 3), corner * 3)
  }
  const merged = new Map<number, number>()
  for (const [index, from] of mergeFromVert.entries()) merged.set(from, mergeToVert[index] ?? from)
  return {
    positions,
    triangles: inOrder(merged.size === 0 ? triVerts : triVerts.map((at) => merged.get(at) ?? at), count),
  }
}

/** Each triangle from its least corner on, and all by their first edge, which no other has. */
function inOrder(triangles: Uint32Array, corners: number): Uint32Array {
  const keys = new Float64Array(triangles.length / 3)
  const thirds = new Map<number, number>()
  for (let index = 0; index < keys.length; index += 1) {
    const [a = 0, b = 0, c = 0] = triangles.subarray(3 * index, 3 * index + 3)
    const [first, second, third] = a < b && a < c ? [a, b, c] : b < c ? [b, c, a] : [c, a, b]
    const key = first * corners + second
    keys[index] = key
    thirds.set(key, third)
  }
  keys.sort()
  const sorted = new Uint32Array(triangles.length)
  for (const [index, key] of keys.entries()) {
    const first = Math.floor(key / corners)
    sorted.set([first, key - first * corners, thirds.get(key) ?? 0], 3 * index)
  }
  return sorted
}

function boundsOfShell(shell: Shell): Bounds {
  const corners = Array.from({ length: shell.positions.length / 3 }, (_, index) => cornerOf(shell, index))
  const bounds = boundsOfPoints(corners)
  if (bounds === undefined) throw new SolidError('solid_empty')
  return bounds
}

/**
 * Makes a recipe true. The same recipe gives the same bytes, in a browser and in Node, whatever is kept in the cache. A refusal is an answer;
 * whatever else is thrown comes from the kernel, which must then be given up with its cache.
 */
export function evaluateSolid(node: SolidNode, bench: SolidBench): Solid | SolidRefusal {
  try {
    const body = bodyOf(node, bench)
    if (body.isEmpty()) throw new SolidError('solid_empty')
    const shell = shellOfBody(body)
    return { shell, volumeMm3: body.volume(), areaMm2: body.surfaceArea(), bounds: boundsOfShell(shell) }
  } catch (error) {
    if (error instanceof SolidError) return error.refusal
    throw error
  } finally {
    bench.cache.trim()
  }
}
