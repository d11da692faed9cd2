import { readPreferences } from '../preferences/cookie.ts'
import { languageFor } from './languages.ts'
import { makeReady } from './loaded.ts'
import { type PageWords, pageWords } from './reader.tsx'

/** The sentences and formats for who asks: loaders and actions answer in the reader's language and time zone. */
export async function wordsFor(request: Request): Promise<PageWords> {
  const { language, zone } = readPreferences(request.headers)
  await makeReady(languageFor([language]))
  return pageWords(language, zone)
}
