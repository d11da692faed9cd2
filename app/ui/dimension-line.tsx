import clsx from 'clsx'
import type { ReactNode } from 'react'

/** The brand's motif: a dimension line between two ticks, with what it measures in its middle. Decoration unless it has a label. */
export function DimensionLine({
  children,
  upright = false,
  className,
}: {
  children?: ReactNode
  upright?: boolean
  className?: string
}) {
  return (
    <span className={clsx('flex items-center', upright && 'flex-col', className)}>
      <Tick upright={upright} />
      <Line upright={upright} />
      {children !== undefined && (
        <span
          className={clsx(
            'shrink-0 whitespace-nowrap px-2',
            upright && '[writing-mode:vertical-rl] rotate-180 px-0 py-2',
          )}
        >
          {children}
        </span>
      )}
      {children !== undefined && <Line upright={upright} />}
      <Tick upright={upright} />
    </span>
  )
}

function Line({ upright }: { upright: boolean }) {
  return <span aria-hidden="true" className={clsx('flex-1 bg-current', upright ? 'min-h-2 w-px' : 'h-px min-w-2')} />
}

function Tick({ upright }: { upright: boolean }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 9 15"
      className={clsx('h-[15px] w-[9px] shrink-0', upright ? '-my-[7px] rotate-90' : '-mx-1')}
      fill="none"
      stroke="currentColor"
    >
      <path d="M4.5 0v15" strokeWidth="1" />
      <path d="M1 11 8 4" strokeWidth="1.5" />
    </svg>
  )
}
