import clsx from 'clsx'
import { useEffect, useRef } from 'react'
import type { Money } from '#models/money/amount.ts'
import { useWords } from '../words/reader.tsx'

/** Text that rolls to its new value once when it changes, and stands still on the first drawing. */
export function Rolling({ text, className }: { text: string; className?: string }) {
  const first = useRef(text)
  const moved = useRef(false)
  if (text !== first.current) moved.current = true
  return (
    <span key={text} className={clsx('inline-block', moved.current && 'roll-in', className)}>
      {text}
    </span>
  )
}

/** An amount in the currency's own format. `rolls` where it changes before one's eyes. */
export function Price({ money, rolls = false, className }: { money: Money; rolls?: boolean; className?: string }) {
  const { money: format } = useWords()
  const text = format(money)
  return rolls ? (
    <Rolling text={text} {...(className ? { className } : {})} />
  ) : (
    <span className={className}>{text}</span>
  )
}

/** Millimetres with a thin space and the unit: `1 200 mm`. */
export function Measure({ mm, className }: { mm: number; className?: string }) {
  const words = useWords()
  return <span className={clsx('whitespace-nowrap', className)}>{words.mm(mm)}</span>
}

/** An instant as a `time` element: `day` “Thursday 10 December”, `date` “Thu 10 Dec”, `moment` with the time, `clock` the time alone. */
export function When({
  at,
  as = 'moment',
  className,
}: {
  at: string | number
  as?: 'day' | 'date' | 'moment' | 'clock'
  className?: string
}) {
  const words = useWords()
  return (
    // Server and browser may know different editions of a language's commas.
    <time dateTime={new Date(at).toISOString()} className={className} suppressHydrationWarning>
      {words[as](at)}
    </time>
  )
}

/** Keeps the document's title true while a page changes without moving. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title
  }, [title])
}
