import Module from 'manifold-3d'
import type { Fonts } from './font.ts'
import type { SolidKernel } from './kernel.ts'
import { type SolidBench, SolidCache } from './solid-cache.ts'

/** The real kernel, as a worker loads it. */
export async function loadKernel(): Promise<SolidKernel> {
  const module = await Module()
  module.setup()
  return module
}

export async function loadBench(fonts: Fonts = {}): Promise<SolidBench> {
  return { kernel: await loadKernel(), fonts, cache: new SolidCache() }
}
