import clsx from 'clsx'
import type { Key, ReactNode } from 'react'

export type Column<Row> = {
  key: string
  title: ReactNode
  cell: (row: Row) => ReactNode
  /** numbers stand on the right */
  align?: 'start' | 'end'
  /** the cell that names the row, for screen readers and as the card's title on a phone */
  isName?: boolean
  className?: string
}

/** Rows by space and hairlines. On a phone each row becomes a short block with its titles. */
export function Table<Row>({
  caption,
  columns,
  rows,
  keyOf,
  isSelected,
}: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => Key
  isSelected?: (row: Row) => boolean
}) {
  return (
    <table className="w-full border-collapse max-sm:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-sm:sr-only">
        <tr className="border-ink border-b">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={clsx(
                'py-2 pr-4 font-medium text-fine text-soft last:pr-0',
                column.align === 'end' ? 'text-right' : 'text-left',
              )}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            aria-selected={isSelected?.(row)}
            className="border-line border-b aria-selected:bg-tint aria-selected:shadow-[inset_3px_0_0_var(--mark)] max-sm:grid max-sm:grid-cols-[auto_1fr] max-sm:gap-x-4 max-sm:py-3"
          >
            {columns.map((column) => {
              const look = clsx(
                'py-3 pr-4 align-top last:pr-0 max-sm:contents',
                column.align === 'end' ? 'text-right' : 'text-left',
                isSelected && 'sm:first:pl-3',
                column.className,
              )
              const inside = (
                <>
                  {column.isName !== true && (
                    <span aria-hidden="true" className="text-left text-fine text-soft sm:hidden">
                      {column.title}
                    </span>
                  )}
                  <span
                    className={clsx('min-w-0', column.isName ? 'max-sm:col-span-2 max-sm:pb-2' : 'max-sm:text-right')}
                  >
                    {column.cell(row)}
                  </span>
                </>
              )
              return column.isName ? (
                <th key={column.key} scope="row" className={clsx(look, 'font-semibold')}>
                  {inside}
                </th>
              ) : (
                <td key={column.key} className={look}>
                  {inside}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
