import type { ReactNode } from 'react'
import { useWords } from '../words/reader.tsx'
import { Arriving, Making, Picking, Shaping } from './way-drawings.tsx'

const steps = [
  { title: 'home.way1', what: 'home.way1What', picture: <Shaping /> },
  { title: 'home.way2', what: 'home.way2What', picture: <Picking /> },
  { title: 'home.way3', what: 'home.way3What', picture: <Making /> },
  { title: 'home.way4', what: 'home.way4What', picture: <Arriving /> },
] as const

/** How it goes, in four drawings. */
export function Way() {
  const { say } = useWords()
  return (
    <section aria-labelledby="way" className="mx-auto w-full max-w-7xl px-4 pt-4 sm:px-6">
      <h2 id="way" className="text-head">
        {say('home.wayTitle')}
      </h2>
      <ol className="mt-8 grid gap-x-6 gap-y-10 sm:grid-cols-2 lg:grid-cols-4">
        {steps.map(({ title, what, picture }) => (
          <li key={title} className="border-ink border-t pt-4">
            <Plate>{picture}</Plate>
            <h3 className="mt-4 text-title">{say(title)}</h3>
            <p className="mt-1 text-soft">{say(what)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Plate({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 240 170"
      aria-hidden="true"
      className="block w-full text-ink"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
      strokeLinecap="round"
    >
      {children}
    </svg>
  )
}
