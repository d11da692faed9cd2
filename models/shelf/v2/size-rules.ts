import type { Values } from '../../product/evaluation.ts'
import type { Rule } from '../../product/rule.ts'
import { lowestRow, narrowestColumn } from '../v1/rules.ts'
import type { Layout } from './layout.ts'

/** Options that decide the sizes of cells and how bodies are split. */
export const sizeOptions = [
  ...['width', 'height', 'depth', 'columns', 'rows', 'material', 'thickness', 'feet'],
  ...['columnWidths', 'rowHeights'],
] as const

/** The first size under its least: where it stands, and what it would have to be. */
function tooSmall(
  sizes: readonly number[],
  least: number,
): { entry: number; clear: number; least: number } | undefined {
  const at = sizes.findIndex((size) => size < least)
  return at === -1 ? undefined : { entry: at + 1, clear: sizes[at] ?? 0, least }
}

/** Smallest part: 150 mm (edge bander, practitioners). A width of its own is never less, so it is those that share who are too narrow. */
const columnWide: Rule<Layout> = {
  code: 'column_too_narrow',
  options: sizeOptions,
  broken: ({ columnWidths }) => {
    const found = tooSmall(columnWidths, narrowestColumn)
    return found && { ...found, column: found.entry }
  },
}

/** Fittings must be reached (practitioner's figure). */
const rowHigh: Rule<Layout> = {
  code: 'row_too_low',
  options: sizeOptions,
  broken: ({ rowHeights }) => {
    const found = tooSmall(rowHeights, lowestRow)
    return found && { ...found, row: found.entry }
  },
}

/**
 * Where every size is given they must fill what the boards between leave, to the millimetre. Offers the size the last one would have.
 */
function misfit(wanted: readonly number[], cells: number, room: number): Values | undefined {
  let given = 0
  for (let cell = 0; cell < cells; cell += 1) {
    const size = wanted[cell] ?? 0
    if (size === 0) return undefined
    given += size
  }
  return given === room ? undefined : { given, room, entry: cells, suggestion: (wanted[cells - 1] ?? 0) + room - given }
}

/** Widths one by one fill the width. */
const columnsFill: Rule<Layout> = {
  code: 'columns_do_not_fill',
  options: sizeOptions,
  broken: ({ chosen: { columnWidths, columns, width }, spans, board }) =>
    misfit(columnWidths, columns, width - board.thickness * (columns + spans.length)),
}

/** Heights one by one fill the height. */
const rowsFill: Rule<Layout> = {
  code: 'rows_do_not_fill',
  options: sizeOptions,
  broken: ({ chosen: { rowHeights, rows, height }, foot, stacks, board }) =>
    misfit(rowHeights, rows, height - foot - board.thickness * (rows + stacks.length)),
}

/** A width is that of a column there is. */
const widthHasColumn: Rule<Layout> = {
  code: 'width_without_column',
  options: ['columns', 'columnWidths'],
  broken: ({ chosen: { columnWidths, columns } }) =>
    columnWidths.length > columns ? { entry: columnWidths.length, columns } : undefined,
}

/** A height is that of a row there is. */
const heightHasRow: Rule<Layout> = {
  code: 'height_without_row',
  options: ['rows', 'rowHeights'],
  broken: ({ chosen: { rowHeights, rows } }) =>
    rowHeights.length > rows ? { entry: rowHeights.length, rows } : undefined,
}

/** Columns and rows can be built and fill the shelf. */
export const sizeRules: readonly Rule<Layout>[] = [
  widthHasColumn,
  heightHasRow,
  columnWide,
  rowHigh,
  columnsFill,
  rowsFill,
]
