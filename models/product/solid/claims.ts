import { bodyOf } from './evaluate-node.ts'
import { measureOf } from './measure.ts'
import type { SolidNode } from './recipe.ts'
import type { SolidBench } from './solid-cache.ts'

/** A node whose closed forms are not those of its solid: `claimed` and `found` in mm³ or mm². */
export type FalseClaim = {
  readonly kind: SolidNode['kind']
  readonly of: 'volume' | 'area'
  readonly claimed: number
  readonly found: number
}

const children = (node: SolidNode): readonly SolidNode[] => {
  switch (node.kind) {
    case 'union':
    case 'intersection':
    case 'hull':
      return node.of
    case 'difference':
      return [node.from, ...node.cut]
    case 'placed':
    case 'repeated':
    case 'wrapped':
      return [node.of]
    default:
      return []
  }
}

/** What price and everyday checks may be off by. */
const tolerance = 0.005

/**
 * Every node of a recipe whose closed form is more than 0.5 % off its solid. For the tests of a product: its claims must hold for all it can make.
 * @throws SolidError for a recipe that cannot be made.
 */
export function falseClaims(node: SolidNode, bench: SolidBench): FalseClaim[] {
  const below = children(node).flatMap((child) => falseClaims(child, bench))
  const { volumeUm3, areaUm2 } = measureOf(node, bench.fonts)
  const body = bodyOf(node, bench)
  const wrong: FalseClaim[] = []
  const hold = (of: FalseClaim['of'], claimed: number | undefined, found: number) => {
    if (claimed === undefined || Math.abs(claimed - found) <= tolerance * Math.abs(found)) return
    wrong.push({ kind: node.kind, of, claimed, found })
  }
  hold('volume', volumeUm3 === undefined ? undefined : volumeUm3 / 1e9, body.volume())
  hold('area', areaUm2 === undefined ? undefined : areaUm2 / 1e6, body.surfaceArea())
  return [...below, ...wrong]
}
