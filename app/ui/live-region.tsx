import { createContext, type ReactNode, use, useCallback, useRef, useState } from 'react'

const Announce = createContext<(words: string) => void>(() => {})

/** Says changes aloud for those who do not see them. One region a page, politely, the last words of a burst only. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [words, setWords] = useState('')
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const announce = useCallback((next: string) => {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => setWords(next), 400)
  }, [])
  return (
    <Announce value={announce}>
      {children}
      <div role="status" aria-live="polite" className="sr-only">
        {words}
      </div>
    </Announce>
  )
}

/** Gives the function that announces a sentence. */
export function useAnnounce(): (words: string) => void {
  return use(Announce)
}
