import Module from 'manifold-3d'
import { evaluateSolid, type Solid } from '#models/product/solid/evaluate-solid.ts'
import { bundledFonts } from '#models/product/solid/instrument-sans.ts'
import type { SolidNode } from '#models/product/solid/recipe.ts'
import { type SolidBench, SolidCache } from '#models/product/solid/solid-cache.ts'

let bench: Promise<SolidBench> | undefined

async function open(): Promise<SolidBench> {
  const module = await Module()
  module.setup()
  return { kernel: module, fonts: bundledFonts, cache: new SolidCache() }
}

/**
 * A recipe made true in Node; the kernel is loaded with the first one.
 * @throws RangeError for a recipe that the kernel refuses: what was sold must be makeable, so this is a fault.
 */
export async function solidInNode(node: SolidNode): Promise<Solid> {
  bench ??= open()
  const solid = evaluateSolid(node, await bench)
  if ('refused' in solid) throw new RangeError(`a recipe cannot be made: ${solid.refused}`)
  return solid
}
