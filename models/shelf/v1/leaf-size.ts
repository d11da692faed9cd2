/** Air around a leaf and between two, mm (practice: 2–3 ±0.5). */
export const doorGap = 3

/** Widest leaf on concealed hinges, heaviest leaf and least height for two cups 80 mm from the ends (Blum, Indaux). mm, g. */
export const leafLimits = { width: 600, massG: 22_000, height: 230, narrowest: 120, straightenerAbove: 2000 } as const

/** Outside size of the leaves of a cell: one leaf where it is narrow and higher than wide, else a pair. */
export function leafSize(clearWidth: number, clearHeight: number): { count: 1 | 2; width: number; height: number } {
  const height = clearHeight - 2 * doorGap
  const single = clearWidth - 2 * doorGap
  if (single <= leafLimits.width && height > single) return { count: 1, width: single, height }
  return { count: 2, width: Math.floor((clearWidth - 3 * doorGap) / 2), height }
}

/** A door of a cell that exists, column and row from 0, with the outside size of its leaves. */
export type Door = {
  readonly cell: string
  readonly column: number
  readonly row: number
  readonly count: 1 | 2
  readonly width: number
  readonly height: number
}

/** Doors by clear widths and heights: those of cells that exist, and the ids of cells that do not. */
export function doorsOf(
  cells: readonly string[],
  columnWidths: readonly number[],
  rowHeights: readonly number[],
): { readonly doors: readonly Door[]; readonly astray: readonly string[] } {
  const doors: Door[] = []
  const astray: string[] = []
  for (const cell of cells) {
    const dash = cell.indexOf('-')
    const column = Number(cell.slice(0, dash)) - 1
    const row = Number(cell.slice(dash + 1)) - 1
    if (column >= columnWidths.length || row >= rowHeights.length) {
      astray.push(cell)
      continue
    }
    const { count, width, height } = leafSize(columnWidths[column] ?? 0, rowHeights[row] ?? 0)
    doors.push({ cell, column, row, count, width, height })
  }
  return { doors, astray }
}
