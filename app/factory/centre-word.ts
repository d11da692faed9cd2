import { type WorkCentreKind, workCentreKinds } from '#models/product/routing.ts'
import type { PageWords } from '../words/reader.tsx'

/** The name of a work centre; a kind that the portal does not know yet keeps its code. */
export function centreWord(kind: string, { say }: PageWords): string {
  return isKind(kind) ? say(`floor.centre.${kind}`) : kind
}

const isKind = (text: string): text is WorkCentreKind => workCentreKinds.some((kind) => kind === text)
