import Module from 'manifold-3d'
import wasm from 'manifold-3d/manifold.wasm?url&no-inline'
import { evaluateSolid } from '#models/product/solid/evaluate-solid.ts'
import { bundledFonts } from '#models/product/solid/instrument-sans.ts'
import type { SolidNode } from '#models/product/solid/recipe.ts'
import type { Shell } from '#models/product/solid/shell.ts'
import { type SolidBench, SolidCache } from '#models/product/solid/solid-cache.ts'

/** What is asked, and what comes back: the shell, or nothing when it cannot be made. */
export type SolidWish = { readonly wish: number; readonly node: SolidNode }
export type SolidAnswer = { readonly wish: number; readonly shell: Shell | undefined }

let bench: Promise<SolidBench> | undefined

async function benchOf(): Promise<SolidBench> {
  const module = await Module({ locateFile: () => wasm })
  module.setup()
  return { kernel: module, fonts: bundledFonts, cache: new SolidCache() }
}

addEventListener('message', async ({ data }: MessageEvent<SolidWish>) => {
  bench ??= benchOf()
  const solid = evaluateSolid(data.node, await bench)
  postMessage({ wish: data.wish, shell: 'refused' in solid ? undefined : solid.shell } satisfies SolidAnswer)
})
