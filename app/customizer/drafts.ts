import { z } from 'zod/mini'
import type { Given } from './reading.ts'

/** A design as this browser holds it. `sent` is false while the server does not have it; `at` is when it was changed, epoch ms. */
export type Draft = {
  readonly id: string
  readonly product: string
  readonly version: number
  readonly given: Given
  readonly sent: boolean
  readonly at: number
}

const stored = z.object({
  id: z.string().check(z.regex(/^[0-9a-f]{24}$/)),
  product: z.string(),
  version: z.number(),
  given: z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.array(z.string())])),
  sent: z.boolean(),
  at: z.number(),
})

/** What `localStorage` offers; a browser may refuse it, and then nothing is kept but nothing fails. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (id: string) => `design/${id}`
const unsentKey = (product: string) => `design/unsent/${product}`

/** Keeps a draft, and remembers an unsent one by its product, so that it is found again without its link. */
export function keepDraft(shelf: Shelf, draft: Draft): void {
  try {
    shelf.setItem(keyOf(draft.id), JSON.stringify(draft))
    if (!draft.sent) shelf.setItem(unsentKey(draft.product), draft.id)
    else if (shelf.getItem(unsentKey(draft.product)) === draft.id) shelf.removeItem(unsentKey(draft.product))
  } catch {
    // Storage is full or forbidden: the server still gets every change.
  }
}

export function findDraft(shelf: Shelf, id: string): Draft | undefined {
  try {
    const read = stored.safeParse(JSON.parse(shelf.getItem(keyOf(id)) ?? 'null'))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

/** The draft of a product that the server never got: made offline, or cut off. */
export function findUnsent(shelf: Shelf, product: string): Draft | undefined {
  try {
    const id = shelf.getItem(unsentKey(product))
    const draft = id === null ? undefined : findDraft(shelf, id)
    return draft && !draft.sent ? draft : undefined
  } catch {
    return undefined
  }
}

/** A design's id, made here so that its link holds from the first change: 96 random bits. */
export function newDesignId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
