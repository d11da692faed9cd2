import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'

/** Something one may want, closed to one line until asked for. Native, so that it opens before a script. */
export function Fold({ title, open = false, children }: { title: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="group border-line border-b last:border-b-0" {...(open ? { open } : {})}>
      <summary className="flex min-h-14 items-center gap-3 py-2 font-semibold hover:bg-tint">
        <span className="min-w-0 flex-1">{title}</span>
        <ChevronDown
          aria-hidden="true"
          className="size-4 shrink-0 text-soft transition-transform group-open:rotate-180"
        />
      </summary>
      {children}
    </details>
  )
}
