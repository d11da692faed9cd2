import { createContext, type ReactNode, use, useMemo } from 'react'
import type { En } from './en.ts'
import { languageFor } from './languages.ts'
import { readyCatalogue } from './loaded.ts'
import { type Words, wordsOf } from './say.ts'

export type PageWords = Words<En>

const Reader = createContext<PageWords | undefined>(undefined)

/** Gives every part below the language and time zone of the reader. `language` is a code that was made ready. */
export function WordsProvider({ language, zone, children }: { language: string; zone: string; children: ReactNode }) {
  const words = useMemo(() => pageWords(language, zone), [language, zone])
  return <Reader value={words}>{children}</Reader>
}

/** The sentences and formats of the page. */
export function useWords(): PageWords {
  const words = use(Reader)
  if (!words) throw new Error('useWords needs a WordsProvider above it')
  return words
}

/** The same outside React: loaders and actions that answer in sentences. */
export function pageWords(language: string, zone: string): PageWords {
  return wordsOf<En>(readyCatalogue(language), languageFor([language]).locale, zone)
}
