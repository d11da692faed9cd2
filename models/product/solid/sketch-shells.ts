import { sketchChordsUm } from './facets.ts'
import { quickShell } from './quick-shell.ts'
import type { SolidNode } from './recipe.ts'
import type { Shell } from './shell.ts'
import { SolidError } from './solid-error.ts'

function shellsOf(node: SolidNode): readonly Shell[] {
  if (node.kind === 'union') return node.of.flatMap(shellsOf)
  if (node.kind === 'difference') return shellsOf(node.from)
  const shell = quickShell(node, sketchChordsUm)
  return shell === undefined ? [] : [shell]
}

/**
 * What can be shown of a recipe before the kernel has come: its pieces stuck into each other, nothing cut away yet, no finer than a screen shows.
 * Never measured, never made.
 * Empty for a recipe that cannot be made, or of which nothing is simple.
 */
export function sketchShells(node: SolidNode): readonly Shell[] {
  try {
    return shellsOf(node)
  } catch (error) {
    if (error instanceof SolidError) return []
    throw error
  }
}
