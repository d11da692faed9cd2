import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { Link } from 'react-router'

/** `primary` once a screen; `plain` beside it; `quiet` inside text and rows; `harm` for what cannot be taken back. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'harm'
/** `large` for the one action of a screen and for gloves. */
export type ButtonSize = 'normal' | 'large'

/** The look of something to press, for elements that are neither button nor link (a `summary`, a `label`). */
export function buttonLook(kind: ButtonKind = 'plain', size: ButtonSize = 'normal'): string {
  return clsx(
    'inline-flex max-w-full cursor-pointer select-none items-center justify-center gap-2 rounded text-center font-semibold transition-colors',
    'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55',
    size === 'large' ? 'min-h-14 px-6 text-lead' : 'min-h-11 px-4 text-body',
    kind === 'primary' && 'bg-mat text-on-mat hover:bg-mat-strong active:bg-mat-strong',
    kind === 'plain' && 'border border-edge bg-raised text-ink hover:border-ink hover:bg-tint active:bg-tint',
    kind === 'quiet' && 'text-mat-strong underline decoration-1 underline-offset-4 hover:decoration-2',
    kind === 'harm' && 'border border-harm bg-raised text-harm hover:bg-harm-tint active:bg-harm-tint',
  )
}

type Look = { kind?: ButtonKind; size?: ButtonSize; icon?: ReactNode }

/** `pending` keeps the button's place and name while its act is under way, and says so. */
export function Button({
  kind,
  size,
  icon,
  pending = false,
  className,
  children,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & Look & { pending?: boolean }) {
  return (
    <button type={type} aria-busy={pending || undefined} className={clsx(buttonLook(kind, size), className)} {...rest}>
      {pending ? <Pending /> : icon}
      {children}
    </button>
  )
}

export function ButtonLink({ kind, size, icon, className, children, ...rest }: ComponentProps<typeof Link> & Look) {
  return (
    <Link className={clsx(buttonLook(kind, size), className)} {...rest}>
      {icon}
      {children}
    </Link>
  )
}

function Pending() {
  return (
    <svg viewBox="0 0 16 16" className="size-4 animate-spin" aria-hidden="true">
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeOpacity="0.35" strokeWidth="2" />
      <path d="M8 1.5A6.5 6.5 0 0 1 14.5 8" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  )
}
