import { expect, it } from 'vitest'
import { quickShell } from '../../product/solid/quick-shell.ts'
import type { SolidNode } from '../../product/solid/recipe.ts'
import { isClosed, sizeOfShell } from '../../product/solid/shell.ts'
import { sketchShells } from '../../product/solid/sketch-shells.ts'
import { layoutOf } from './layout.ts'
import { mug } from './mug.ts'
import { solidOf } from './recipe.ts'

/** The simple pieces of a recipe, nothing cut away. */
function piecesOf(node: SolidNode): readonly SolidNode[] {
  if (node.kind === 'union') return node.of.flatMap(piecesOf)
  return node.kind === 'difference' ? piecesOf(node.from) : [node]
}

it.each(['none', 'ear', 'square', 'ring'])(
  'a mug (handle: %s) is sketched light enough to follow the hand, and true to the eye',
  (handle) => {
    const node = solidOf(layoutOf({ ...mug.defaults, handle, name: 'Ada' }))
    const fine = piecesOf(node).flatMap((piece) => quickShell(piece) ?? [])
    const sketched = sketchShells(node)
    expect(sketched.length).toBe(fine.length)
    let triangles = 0
    for (const [at, shell] of sketched.entries()) {
      triangles += shell.triangles.length / 3
      expect(isClosed(shell)).toBe(true)
      const exact = fine[at]
      if (exact === undefined) throw new Error('as many pieces')
      expect(Math.abs(sizeOfShell(shell).volumeMm3 / sizeOfShell(exact).volumeMm3 - 1)).toBeLessThan(0.03)
    }
    expect(triangles).toBeLessThan(16_000)
  },
)
