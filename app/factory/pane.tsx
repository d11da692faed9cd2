import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Make } from '#models/product/make.ts'
import { DrawingView } from '../customizer/drawing-view.tsx'
import { useWords } from '../words/reader.tsx'
import { TimeLeft } from './time-left.tsx'

/** One thing of the inbox in full, beside the list; on a phone a page of its own. */
export function Pane({
  title,
  what,
  clock,
  dueAt,
  make,
  children,
}: {
  title: string
  what: string
  /** who holds the clock, and what happens when it runs out */
  clock: string
  dueAt: string
  make: Make
  children: ReactNode
}) {
  const { say } = useWords()
  return (
    <article aria-labelledby="pane-title" className="flex flex-col gap-6 px-4 pt-3 pb-10 sm:px-6 md:pt-5">
      <Link
        to="/factory"
        className="-ml-1 flex min-h-11 items-center gap-2 self-start font-medium underline-offset-4 hover:underline md:hidden"
      >
        <ArrowLeft aria-hidden="true" className="size-5" />
        {say('factory.back')}
      </Link>
      <header className="flex flex-col gap-1 max-md:-mt-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id="pane-title" className="text-title">
            {title}
          </h2>
          <TimeLeft until={dueAt} className="text-lead" />
        </div>
        <p className="text-soft">{what}</p>
        <p className="text-fine text-soft">{clock}</p>
      </header>
      <div className="relative -mx-4 h-64 overflow-hidden border-line border-y bg-ground sm:-mx-6">
        <div className="absolute inset-x-3 inset-y-2">
          <DrawingView make={make} label={what} />
        </div>
      </div>
      {children}
    </article>
  )
}

/** Facts as a list of names and values. */
export function Facts({ label, facts }: { label: string; facts: readonly { name: string; value: ReactNode }[] }) {
  return (
    <dl aria-label={label} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5">
      {facts.map(({ name, value }) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd className="min-w-0 text-right">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
