import type { OptionValue } from '#models/product/options.ts'
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

/** A draft as it was written here, or undefined for anything else that storage may hold. */
function draftIn(text: string | null): Draft | undefined {
  const read: unknown = JSON.parse(text ?? 'null')
  if (typeof read !== 'object' || read === null) return undefined
  const { id, product, version, given, sent, at }: Partial<Record<keyof Draft, unknown>> = read
  const isWhole =
    typeof id === 'string' &&
    /^[0-9a-f]{24}$/.test(id) &&
    typeof product === 'string' &&
    typeof version === 'number' &&
    typeof sent === 'boolean' &&
    typeof at === 'number' &&
    typeof given === 'object' &&
    given !== null
  if (!isWhole) return undefined
  const values = Object.entries(given).filter((entry): entry is [string, OptionValue] => isValue(entry[1]))
  return { id, product, version, given: Object.fromEntries(values), sent, at }
}

function isValue(value: unknown): value is OptionValue {
  if (Array.isArray(value)) return ['string', 'number'].some((type) => value.every((item) => typeof item === type))
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
}

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
    return draftIn(shelf.getItem(keyOf(id)))
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
