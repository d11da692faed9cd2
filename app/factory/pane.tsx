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
  action,
  children,
}: {
  title: string
  what: string
  /** who holds the clock, and what happens when it runs out */
  clock: string
  dueAt: string
  make: Make
  /** the one thing to press, always in reach */
  action: ReactNode
  children: ReactNode
}) {
  const { say } = useWords()
  return (
    <article aria-labelledby="pane-title" className="flex min-h-full flex-col gap-5 px-4 pt-3 sm:px-6 md:pt-4">
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
      <div className="relative -mx-4 h-52 shrink-0 overflow-hidden border-line border-y bg-ground sm:-mx-6">
        <div className="absolute inset-x-3 inset-y-2">
          <DrawingView make={make} label={what} />
        </div>
      </div>
      {children}
      {action && (
        <div className="sticky bottom-0 z-10 mt-auto -mx-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-ink border-t bg-paper px-4 py-3 max-md:bottom-[calc(4rem+env(safe-area-inset-bottom))] sm:-mx-6 sm:px-6">
          {action}
        </div>
      )}
    </article>
  )
}

/** Facts as names over values, side by side. */
export function Facts({ label, facts }: { label: string; facts: readonly { name: string; value: ReactNode }[] }) {
  return (
    <dl aria-label={label} className="grid grid-cols-2 gap-x-6 gap-y-3">
      {facts.map(({ name, value }) => (
        <div key={name} className="min-w-0">
          <dt className="text-fine text-soft">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** An account: names with amounts on the right, the last one the sum. */
export function Sums({ label, lines }: { label: string; lines: readonly { name: string; value: ReactNode }[] }) {
  return (
    <dl
      aria-label={label}
      className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 text-soft *:last:font-semibold *:last:text-ink"
    >
      {lines.map(({ name, value }) => (
        <div key={name} className="contents">
          <dt>{name}</dt>
          <dd className="text-right">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
