import clsx from 'clsx'
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'

/** Groups that close to one line when done: the title and what was chosen. Native, so closed inputs still submit. */
export function DisclosureGroup({ children }: { children: ReactNode }) {
  return <div className="divide-y divide-line border-line border-y">{children}</div>
}

export function Disclosure({
  name,
  title,
  summary,
  open,
  attention = false,
  onToggle,
  children,
}: {
  /** groups of one name: opening one closes the others, also without a script */
  name?: string
  title: ReactNode
  /** what is chosen, in a few words */
  summary?: ReactNode
  open: boolean
  /** something inside needs the reader: shown as a mark, told in the summary */
  attention?: boolean
  onToggle?: (open: boolean) => void
  children: ReactNode
}) {
  return (
    <details
      {...(name ? { name } : {})}
      open={open}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
      className="group"
    >
      <summary className="flex min-h-14 cursor-pointer items-center gap-3 py-2 hover:bg-tint">
        <span className="shrink-0 font-semibold">{title}</span>
        <span
          className={clsx(
            'min-w-0 flex-1 truncate text-right',
            attention ? 'font-semibold text-harm' : 'text-soft group-open:invisible',
          )}
        >
          {summary}
        </span>
        <ChevronDown
          aria-hidden="true"
          className="size-4 shrink-0 text-soft transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="flex flex-col gap-5 pt-1 pb-6">{children}</div>
    </details>
  )
}
