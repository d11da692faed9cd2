import { figure, type ProductWords, say } from '#models/product/words.ts'
import { packWords } from './words.en.ts'

/** A sentence of the papers, filled. */
export function tell(key: keyof typeof packWords, values: Readonly<Record<string, unknown>> = {}): string {
  return say(packWords, key, values)
}

/** A fitting's name on paper: the papers' own word, else the product's. */
export function fittingName(id: string, words: ProductWords): string {
  const own: ProductWords = packWords
  return own[`fitting.${id}`] ?? say(words, `material.${id}`)
}

/** µm as mm with at most one figure behind the point. */
export const mmOfUm = (um: number): string => figure(Math.round(um / 100) / 10)

/** `A, 2 × B`: names in order, with their count where it is above one. */
export function counted(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, count]) => (count === 1 ? name : `${count}\u00a0×\u00a0${name}`)).join(', ')
}
