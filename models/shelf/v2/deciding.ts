import { extremes } from '../v1/layout.ts'
import type { Layout } from './layout.ts'

/** Options that decide the sizes of cells and how bodies are split. */
export const sizeOptions = [
  ...['width', 'height', 'depth', 'columns', 'rows', 'material', 'thickness', 'feet'],
  ...['columnWidths', 'rowHeights'],
] as const

/** What decides on clear widths and heights as long as weight asks for no other split into bodies. */
export const across = ['width', 'columns', 'material', 'thickness', 'columnWidths'] as const
export const upwards = ['height', 'rows', 'feet', 'material', 'thickness', 'rowHeights'] as const

/**
 * The options of which one has to change for a column to get another width, where any width that the others could still lead to `fails`: a width
 * of its own stays whatever else changes, and an even share stays between that of the fewest and of the most bodies. Else all that decide sizes.
 * `fails` says for a width whether it is beyond a limit.
 */
export function decidingWidth(layout: Layout, column: number, fails: (width: number) => boolean): readonly string[] {
  const { columnWidths } = layout.chosen
  if ((columnWidths[column] ?? 0) > 0) return ['columnWidths']
  if (columnWidths.length > 0) return sizeOptions
  const { widest, narrowest } = extremes(layout)
  return fails(widest[column] ?? 0) && fails(narrowest[column] ?? 0) ? across : sizeOptions
}

/** The same for the height of a row. */
export function decidingHeight(layout: Layout, row: number, fails: (height: number) => boolean): readonly string[] {
  const { rowHeights } = layout.chosen
  if ((rowHeights[row] ?? 0) > 0) return ['rowHeights']
  if (rowHeights.length > 0) return sizeOptions
  const { highest, lowest } = extremes(layout)
  return fails(highest[row] ?? 0) && fails(lowest[row] ?? 0) ? upwards : sizeOptions
}
