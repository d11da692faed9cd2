import type { LegalTexts } from './legal.ts'
import type { Catalogue } from './sentence.ts'

/** A language the shop speaks. `locale` chooses formats and `<html lang>`; `own` is its name in itself. */
export type Language = {
  readonly code: string
  readonly locale: string
  readonly own: string
  load(): Promise<Catalogue>
  /** only for the server: these pages are sent as data */
  legal(): Promise<LegalTexts>
}

/** English is the original. Another language is a file like `en.ts` and its line here. */
export const languages: readonly [Language, ...Language[]] = [
  {
    code: 'en',
    locale: 'en-GB',
    own: 'English',
    load: async () => (await import('./en.ts')).en,
    legal: async () => (await import('./en/legal.ts')).legal,
  },
]

export const original = languages[0]

/** The best language for a stored choice or an Accept-Language header, English where none fits. */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const code = tag.toLowerCase().split('-')[0]
    const found = languages.find((language) => language.code === code)
    if (found) return found
  }
  return original
}

/** The tags of an Accept-Language header, most wanted first. */
export function tagsOf(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().split(';')
      const weight = options.map((option) => /^\s*q=([\d.]+)$/.exec(option)?.[1]).find(Boolean)
      return { tag, weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)
}
