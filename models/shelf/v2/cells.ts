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

/** Column and row, from 0, of a cell such as `2-1`; undefined where the shelf has none. */
export function placeOf({ chosen }: Frame, cell: string): { column: number; row: number } | undefined {
  const dash = cell.indexOf('-')
  const column = Number(cell.slice(0, dash)) - 1
  const row = Number(cell.slice(dash + 1)) - 1
  return column < chosen.columns && row < chosen.rows ? { column, row } : undefined
}

/** The cell of an id such as `2-1`; undefined where the shelf has none. */
export function cellIn(frame: Frame, cell: string): Cell | undefined {
  const place = placeOf(frame, cell)
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

/** How a rule names cells: the first of them with column and row from 1, and all. Undefined where there are none. */
export function naming(cells: readonly string[]): Naming | undefined {
  const [cell] = cells
  if (cell === undefined) return undefined
  const dash = cell.indexOf('-')
  return { cell, cells: cells.join(' '), column: Number(cell.slice(0, dash)), row: Number(cell.slice(dash + 1)) }
}

export type Naming = {
  readonly cell: string
  readonly cells: string
  readonly column: number
  readonly row: number
}
