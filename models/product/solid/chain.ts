import { keyOf } from './node-key.ts'
import type { SolidNode } from './recipe.ts'
import { after, nowhere, placement, placements, type Transform } from './transform.ts'

/** A node where it stands, µm, and the key of both. */
export type Feature = { readonly node: SolidNode; readonly at: Transform; readonly key: string }

/** One feature that is added to what was before it, or cut from it. */
export type Step = { readonly operation: 'union' | 'difference'; readonly feature: Feature }

/** A recipe as a base and what is done to it, in order. */
export type Chain = { readonly base: SolidNode; readonly steps: readonly Step[] }

function feature(node: SolidNode, at: Transform): Feature {
  const place = at === nowhere ? [] : [at.x, at.y, at.z, at.at].flatMap(({ x, y, z }) => [x, y, z])
  return { node, at, key: [keyOf(node), ...place].join(' ') }
}

/** Adding or cutting a union is adding or cutting its members, and so are copies: each is a feature of its own. */
function features(node: SolidNode, at: Transform): Feature[] {
  switch (node.kind) {
    case 'union':
      return node.of.flatMap((one) => features(one, at))
    case 'placed':
      return features(node.of, after(at, placement(node)))
    case 'repeated':
      return placements(node).flatMap((transform) => features(node.of, after(at, transform)))
    default:
      return [feature(node, at)]
  }
}

/** Takes a recipe apart as far as it goes down its first members; a recipe of one piece is its own base. */
export function chainOf(node: SolidNode): Chain {
  const steps = (operation: Step['operation'], nodes: readonly SolidNode[]): Step[] =>
    nodes.flatMap((one) => features(one, nowhere).map((each) => ({ operation, feature: each })))
  if (node.kind === 'difference') {
    const { base, steps: before } = chainOf(node.from)
    return { base, steps: [...before, ...steps('difference', node.cut)] }
  }
  const [first, ...rest] = node.kind === 'union' ? node.of : []
  if (first === undefined) return { base: node, steps: [] }
  const { base, steps: before } = chainOf(first)
  return { base, steps: [...before, ...steps('union', rest)] }
}
