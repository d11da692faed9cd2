import type { Layout } from './layout.ts'
import { bodyAt } from './layout.ts'

/** Air around a leaf and between two, mm (practice: 2–3 ±0.5). */
export const doorGap = 3

/** Widest leaf on concealed hinges, heaviest leaf and least height for two cups 80 mm from the ends (Blum, Indaux). mm, g. */
export const leafLimits = { width: 600, massG: 22_000, height: 230, narrowest: 120, straightenerAbove: 2000 } as const

export type Leaf = {
  readonly cell: string
  readonly width: number
  readonly height: number
  readonly x: number
  readonly y: number
  readonly body: number
  readonly hinge: 'left' | 'right'
}

const ids = Array.from({ length: 12 }, (_, column) =>
  Array.from({ length: 10 }, (__, row) => `${column + 1}-${row + 1}`),
)

/** The id of a cell by column and row from 0. */
export function cellId(column: number, row: number): string {
  return ids[column]?.[row] ?? `${column + 1}-${row + 1}`
}

/** Column and row from 0 of a cell id such as `2-1`; undefined when the shelf has no such cell. */
export function cellOf(layout: Layout, cell: string): { column: number; row: number } | undefined {
  const dash = cell.indexOf('-')
  const column = Number(cell.slice(0, dash)) - 1
  const row = Number(cell.slice(dash + 1)) - 1
  return column < layout.chosen.columns && row < layout.chosen.rows ? { column, row } : undefined
}

/** Outside size of the leaves of a cell: one leaf where it is narrow and higher than wide, else a pair. */
export function leafSize(clearWidth: number, clearHeight: number): { count: 1 | 2; width: number; height: number } {
  const height = clearHeight - 2 * doorGap
  const single = clearWidth - 2 * doorGap
  if (single <= leafLimits.width && height > single) return { count: 1, width: single, height }
  return { count: 2, width: Math.floor((clearWidth - 3 * doorGap) / 2), height }
}

/** g of one leaf. */
export function leafMass(layout: Layout, width: number, height: number): number {
  return Math.round((width * height * layout.board.thickness * layout.board.density) / 1_000_000)
}

/** Every leaf of the cells that exist. A single leaf is hinged left, in the last of several columns right. */
export function leavesOf(layout: Layout): Leaf[] {
  const leaves: Leaf[] = []
  for (const cell of layout.chosen.doors) {
    const place = cellOf(layout, cell)
    if (place === undefined) continue
    const clearWidth = layout.columnWidths[place.column] ?? 0
    const { count, width, height } = leafSize(clearWidth, layout.rowHeights[place.row] ?? 0)
    if (width < 1 || height < 1) continue
    const x = (layout.columnX[place.column] ?? 0) + doorGap
    const y = (layout.rowY[place.row] ?? 0) + doorGap
    const body = bodyAt(layout, place.column, place.row)
    const last = layout.chosen.columns > 1 && place.column === layout.chosen.columns - 1
    leaves.push({ cell, width, height, x, y, body, hinge: count === 1 && last ? 'right' : 'left' })
    if (count === 2) {
      leaves.push({ cell, width, height, x: x + clearWidth - 2 * doorGap - width, y, body, hinge: 'right' })
    }
  }
  return leaves
}

/** Steps of hinge count by mass (g) and height (mm): 2 up to 6 kg and 900 mm, 3 to 12 kg and 1 600, 4 to 17 kg and 2 000, 5 beyond (Blum, number of hinges). */
const hingeSteps = [
  { massG: 6_000, height: 900, hinges: 2 },
  { massG: 12_000, height: 1600, hinges: 3 },
  { massG: 17_000, height: 2000, hinges: 4 },
] as const

/** Hinges for one leaf by its weight and height (Blum). */
export function hingesFor(massG: number, height: number): number {
  return hingeSteps.find((step) => massG <= step.massG && height <= step.height)?.hinges ?? 5
}
