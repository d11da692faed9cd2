import type { Money } from '#models/money/amount.ts'

/** One sentence with gaps in braces: `{name}` or `{name:kind}`. A plural has a form for each category its language knows. */
export type Plural = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>
export type Sentence = string | Plural
/** Sentences by key. A plural is chosen by its gap `count`. */
export type Catalogue = Readonly<Record<string, Sentence>>

/**
 * What fills a gap of each kind: `mm` a length in millimetres, `g` a mass in grams, `percent` a share of 1,
 * `km` a distance, `day`, `date`, `moment` and `clock` an instant (ISO 8601 or epoch ms), `for` a span of milliseconds.
 */
export type GapKinds = {
  money: Money
  mm: number
  g: number
  km: number
  number: number
  percent: number
  day: string | number
  date: string | number
  moment: string | number
  clock: string | number
  for: number
}
export type GapKind = keyof GapKinds

type Gap<S> = S extends `${string}{${infer Inside}}${infer Rest}` ? Inside | Gap<Rest> : never
type NameOf<G> = G extends `${infer Name}:${string}` ? Name : G
type FillOf<G> = G extends `${string}:${infer Kind extends GapKind}` ? GapKinds[Kind] : string | number
type Text<S> = S extends string ? S : S extends Plural ? S[keyof S] : never

/** The values a sentence needs, read from its text by the compiler. */
export type Fill<S> = (S extends string ? unknown : { readonly count: number }) & {
  readonly [G in Gap<Text<S>> as NameOf<G> & string]: FillOf<G>
}

/** The gaps of a sentence as data, each once, sorted: what two languages must have in common. */
export function gapsOf(sentence: Sentence): string[] {
  const texts = typeof sentence === 'string' ? [sentence] : Object.values(sentence)
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/\{([^{}]+)\}/g)].map(([, inside]) => inside ?? ''))),
  ].sort()
}
