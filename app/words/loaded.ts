import { type Language, languageFor } from './languages.ts'
import type { Catalogue } from './sentence.ts'

const loaded = new Map<string, Catalogue>()

/** Makes a language ready. A server does this before it renders, a browser before it hydrates. */
export async function makeReady(language: Language): Promise<void> {
  if (!loaded.has(language.code)) loaded.set(language.code, await language.load())
}

/** The catalogue of a language that was made ready. Throws where a page forgot to. */
export function readyCatalogue(code: string): Catalogue {
  const catalogue = loaded.get(languageFor([code]).code)
  if (!catalogue) throw new Error(`The words of ${code} were not made ready`)
  return catalogue
}
