import Module from 'manifold-3d'
import wasm from 'manifold-3d/manifold.wasm?url&no-inline'
import { type Drawable, drawable } from '#models/product/solid/drawable.ts'
import { evaluateSolid } from '#models/product/solid/evaluate-solid.ts'
import { bundledFonts } from '#models/product/solid/instrument-sans.ts'
import type { SolidNode } from '#models/product/solid/recipe.ts'
import { type SolidBench, SolidCache } from '#models/product/solid/solid-cache.ts'

/** What is asked, and what comes back: the solid ready to be drawn, or nothing when it cannot be made. */
export type SolidWish = { readonly wish: number; readonly node: SolidNode }
export type SolidAnswer = { readonly wish: number; readonly drawn: Drawable | undefined }

let bench: Promise<SolidBench> | undefined

async function benchOf(): Promise<SolidBench> {
  const module = await Module({ locateFile: () => wasm })
  module.setup()
  return { kernel: module, fonts: bundledFonts, cache: new SolidCache() }
}

addEventListener('message', async ({ data }: MessageEvent<SolidWish>) => {
  bench ??= benchOf()
  const solid = evaluateSolid(data.node, await bench)
  const drawn = 'refused' in solid ? undefined : drawable(solid.shell)
  postMessage({ wish: data.wish, drawn } satisfies SolidAnswer)
})
