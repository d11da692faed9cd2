import { type ReactNode, StrictMode, startTransition, useEffect } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'
import { watchEarlyEntries } from './browser/entered-early.ts'
import { languageFor } from './words/languages.ts'
import { makeReady } from './words/loaded.ts'

await makeReady(languageFor([document.documentElement.lang]))

const sayAgain = watchEarlyEntries()

/** Tells once the page is taken over; not within the effect itself, where one change would not be drawn before the next. */
function TakenOver({ children }: { children: ReactNode }) {
  useEffect(() => queueMicrotask(sayAgain), [])
  return children
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <TakenOver>
        <HydratedRouter />
      </TakenOver>
    </StrictMode>,
  )
})
