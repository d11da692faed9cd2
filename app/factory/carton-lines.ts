import type { Carton, Make } from '#models/product/make.ts'

/** One parcel of a job: its number among all, what is in it by kind of part, and its tracking number once labels are ordered. */
export type CartonLine = {
  readonly n: number
  readonly carton: Carton
  readonly contents: readonly { readonly kind: string; readonly count: number }[]
  readonly tracking: string | undefined
}

/** The cartons of all pieces, numbered as on their labels: those of the first piece, then those of the second. */
export function cartonLines(
  make: Pick<Make, 'cartons' | 'parts'>,
  quantity: number,
  shipped: readonly { readonly tracking: string | null }[],
): CartonLine[] {
  const kinds = new Map(make.parts.map((part) => [part.key, part.kind]))
  return Array.from({ length: quantity }, () => make.cartons)
    .flat()
    .map((carton, index) => ({
      n: index + 1,
      carton,
      contents: contentsOf(carton, kinds),
      tracking: shipped[index]?.tracking ?? undefined,
    }))
}

/** Parts of one kind differ only in size: they are counted together. Bags of fittings are no parts and keep their name. */
function contentsOf(carton: Carton, kinds: ReadonlyMap<string, string>) {
  const counts = new Map<string, number>()
  for (const { part, count } of carton.contents) {
    const kind = kinds.get(part) ?? part
    counts.set(kind, (counts.get(kind) ?? 0) + count)
  }
  return [...counts].map(([kind, count]) => ({ kind, count }))
}
