import type { ReactNode } from 'react'
import { DimensionLine } from './dimension-line.tsx'

/** An empty list says what will come and offers the next act. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="mat-grid flex flex-col items-center gap-4 border border-line px-6 py-14 text-center">
      <DimensionLine className="w-40 text-edge" />
      <p className="text-title">{title}</p>
      {children && <div className="max-w-md text-soft">{children}</div>}
      {action}
    </div>
  )
}
