import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'
import { languageFor } from './words/languages.ts'
import { makeReady } from './words/loaded.ts'

await makeReady(languageFor([document.documentElement.lang]))

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <HydratedRouter />
    </StrictMode>,
  )
})
