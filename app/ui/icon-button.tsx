import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

/** A button that shows only a sign. `label` is its name for those who do not see it, and its tooltip. */
export function IconButton({
  label,
  className,
  children,
  ...rest
}: ComponentProps<'button'> & { label: string; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={clsx(
        'inline-flex size-11 shrink-0 items-center justify-center rounded text-ink transition-colors hover:bg-tint disabled:cursor-not-allowed disabled:opacity-40 aria-disabled:cursor-not-allowed aria-disabled:opacity-40',
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  )
}
