import { cellOf } from '../v1/doors.ts'
import { bodyAt } from '../v1/layout.ts'
import type { Frame } from './frame.ts'

/** A cell that exists: column and row from 0, its corner and clear size in mm, the body it is in. */
export type Cell = {
  readonly cell: string
  readonly column: number
  readonly row: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly body: number
}

/** The cell of an id such as `2-1`; undefined where the shelf has none. */
export function cellIn(frame: Frame, cell: string): Cell | undefined {
  const place = cellOf(frame, cell)
  if (place === undefined) return undefined
  const { column, row } = place
  return {
    cell,
    column,
    row,
    x: frame.columnX[column] ?? 0,
    y: frame.rowY[row] ?? 0,
    width: frame.columnWidths[column] ?? 0,
    height: frame.rowHeights[row] ?? 0,
    body: bodyAt(frame, column, row),
  }
}

/** How a rule names a cell: column and row from 1. */
export function named(cell: string): { cell: string; column: number; row: number } {
  const dash = cell.indexOf('-')
  return { cell, column: Number(cell.slice(0, dash)), row: Number(cell.slice(dash + 1)) }
}
