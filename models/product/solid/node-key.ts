import canonicalize from 'canonicalize'
import { sha256Hex } from '../specification.ts'
import type { SolidNode } from './recipe.ts'

const known = new WeakMap<SolidNode, string>()

/** What a node holds, with the keys of its children in their place. */
function summary(node: SolidNode): object {
  switch (node.kind) {
    case 'union':
    case 'intersection':
    case 'hull':
      return { ...node, of: node.of.map(keyOf) }
    case 'difference':
      return { ...node, from: keyOf(node.from), cut: node.cut.map(keyOf) }
    case 'placed':
    case 'repeated':
    case 'wrapped':
      return { ...node, of: keyOf(node.of) }
    default:
      return node
  }
}

/** SHA-256 of a recipe's data, built up from its children's: the order of fields does not matter, and a change moves the keys above it alone. */
export function keyOf(node: SolidNode): string {
  const before = known.get(node)
  if (before !== undefined) return before
  const bytes = canonicalize(summary(node))
  if (bytes === undefined) throw new RangeError('a recipe must have bytes')
  const key = sha256Hex(bytes)
  known.set(node, key)
  return key
}
