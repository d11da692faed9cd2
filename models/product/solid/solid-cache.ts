import type { Bounds } from './bounds.ts'
import type { Fonts } from './font.ts'
import type { Body, SolidKernel } from './kernel.ts'
import type { Slab } from './trim.ts'

type Kept = { readonly weight: number; readonly body: Body } | { readonly weight: number; readonly slab: Slab }

/** Triangles kept at most: some 200 MB of the kernel's memory. */
const mostTriangles = 600_000
const mostBoxes = 20_000

/**
 * What has been evaluated, by the key of its data, the longest unused given back first. A result never depends on what is kept.
 * Not to be shared between kernels; `clear` it when it is no longer needed, for the kernel's memory is not collected.
 */
export class SolidCache {
  readonly #kept = new Map<string, Kept>()
  readonly #most: number
  readonly #boxes = new Map<string, Bounds | undefined>()
  #weight = 0
  /** nodes that were evaluated because nothing was kept of them */
  misses = 0

  constructor(most: number = mostTriangles) {
    this.#most = most
  }

  get size(): number {
    return this.#kept.size
  }

  /** The box around a node, µm: small, but asked for every node each time. */
  box(key: string, find: () => Bounds | undefined): Bounds | undefined {
    const known = this.#boxes.get(key)
    if (known !== undefined || this.#boxes.has(key)) return known
    if (this.#boxes.size >= mostBoxes) this.#boxes.clear()
    const box = find()
    this.#boxes.set(key, box)
    return box
  }

  #find(key: string): Kept | undefined {
    const kept = this.#kept.get(key)
    if (kept === undefined) {
      this.misses += 1
      return undefined
    }
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    return kept
  }

  body(key: string): Body | undefined {
    const kept = this.#find(key)
    return kept !== undefined && 'body' in kept ? kept.body : undefined
  }

  slab(key: string): Slab | undefined {
    const kept = this.#find(key)
    return kept !== undefined && 'slab' in kept ? kept.slab : undefined
  }

  #keep(key: string, kept: Kept): void {
    this.#kept.set(key, kept)
    this.#weight += kept.weight
  }

  /** Takes the body over: it is given back when it is dropped. */
  keepBody(key: string, body: Body): Body {
    this.#keep(key, { weight: body.numTri() + 20, body })
    return body
  }

  keepSlab(key: string, slab: Slab): Slab {
    this.#keep(key, { weight: slab.shell.triangles.length / 3, slab })
    return slab
  }

  /** Gives back the longest unused until what is left is within the limit. Never while a recipe is being evaluated. */
  trim(most: number = this.#most): void {
    for (const [key, kept] of this.#kept) {
      if (this.#weight <= most) return
      this.#kept.delete(key)
      this.#weight -= kept.weight
      if ('body' in kept) kept.body.delete()
    }
  }

  clear(): void {
    this.#boxes.clear()
    this.trim(-1)
  }
}

/** What evaluating a recipe takes: a kernel, the fonts at hand, and what is kept from before. */
export type SolidBench = { readonly kernel: SolidKernel; readonly fonts: Fonts; readonly cache: SolidCache }
