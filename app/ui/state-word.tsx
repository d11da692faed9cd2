import clsx from 'clsx'
import type { ReactNode } from 'react'

/**
 * How a thing stands: a shape, then a word, then a colour.
 * `waiting` open ring · `moving` half ring · `live` ring with a beating dot · `done` disc with a tick · `late` triangle · `stopped` square.
 */
export type StateShape = 'waiting' | 'moving' | 'live' | 'done' | 'late' | 'stopped'

export function StateWord({
  shape,
  children,
  className,
}: {
  shape: StateShape
  children: ReactNode
  className?: string
}) {
  return (
    <span className={clsx('inline-flex items-center gap-1.5 font-medium', shape === 'late' && 'text-harm', className)}>
      <svg aria-hidden="true" viewBox="0 0 14 14" className="size-3.5 shrink-0 overflow-visible">
        <Shape shape={shape} />
      </svg>
      {children}
    </span>
  )
}

function Shape({ shape }: { shape: StateShape }) {
  switch (shape) {
    case 'waiting':
      return <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
    case 'moving':
      return (
        <>
          <circle cx="7" cy="7" r="5.5" fill="none" stroke="var(--mat)" strokeWidth="1.5" />
          <path d="M7 1.5a5.5 5.5 0 0 1 0 11Z" fill="var(--mat)" />
        </>
      )
    case 'live':
      return (
        <>
          <circle cx="7" cy="7" r="6" fill="var(--mark)" stroke="var(--on-mark)" strokeWidth="1" />
          <circle cx="7" cy="7" r="2.5" fill="var(--on-mark)" className="live-dot" />
        </>
      )
    case 'done':
      return (
        <>
          <circle cx="7" cy="7" r="6.5" fill="var(--mat)" />
          <path d="m4 7.2 2.1 2.1L10 5" fill="none" stroke="var(--on-mat)" strokeWidth="1.6" />
        </>
      )
    case 'late':
      return (
        <>
          <path d="M7 1 13.5 13H.5Z" fill="var(--harm)" />
          <path d="M7 5v4M7 10v1.5" stroke="var(--on-harm)" strokeWidth="1.5" />
        </>
      )
    case 'stopped':
      return <rect x="1.5" y="1.5" width="11" height="11" fill="none" stroke="currentColor" strokeWidth="1.5" />
  }
}
