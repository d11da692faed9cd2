import type { Bounds } from './bounds.ts'
import { bodyOf } from './evaluate-node.ts'
import { evaluateSlabs } from './evaluate-slabs.ts'
import type { SolidNode } from './recipe.ts'
import type { Shell } from './shell.ts'
import { shellOfBody } from './shell-of-body.ts'
import type { SolidBench } from './solid-cache.ts'
import { SolidError, type SolidRefusal } from './solid-error.ts'
import type { Piece } from './trim.ts'

/** A recipe made true: its closed surface, what it holds by the kernel's own sum, and the box around it in mm. */
export type Solid = {
  readonly shell: Shell
  readonly volumeMm3: number
  readonly areaMm2: number
  readonly bounds: Bounds
}

function boundsOfShell({ positions }: Shell): Bounds {
  if (positions.length === 0) throw new SolidError('solid_empty')
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  const most = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let index = 0; index < positions.length; index += 1) {
    const at = positions[index] ?? 0
    if (at < (least[index % 3] ?? 0)) least[index % 3] = at
    if (at > (most[index % 3] ?? 0)) most[index % 3] = at
  }
  const [x = 0, y = 0, z = 0] = least
  const [farX = 0, farY = 0, farZ = 0] = most
  return { from: { x, y, z }, to: { x: farX, y: farY, z: farZ } }
}

function whole(node: SolidNode, bench: SolidBench): Piece {
  const body = bodyOf(node, bench)
  return { shell: shellOfBody(body), volumeMm3: body.volume(), areaMm2: body.surfaceArea() }
}

/**
 * Makes a recipe true. The same recipe gives the same bytes, in a browser and in Node, whatever is kept in the cache. A refusal is an answer;
 * whatever else is thrown comes from the kernel, which must then be given up with its cache.
 */
export function evaluateSolid(node: SolidNode, bench: SolidBench): Solid | SolidRefusal {
  try {
    const { shell, volumeMm3, areaMm2 } = evaluateSlabs(node, bench) ?? whole(node, bench)
    return { shell, volumeMm3, areaMm2, bounds: boundsOfShell(shell) }
  } catch (error) {
    if (error instanceof SolidError) return error.refusal
    throw error
  } finally {
    bench.cache.trim()
  }
}
