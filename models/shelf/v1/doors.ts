import { bodyAt, type Layout } from './layout.ts'
import { doorGap } from './leaf-size.ts'

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

/** g of one leaf. */
export function leafMass(layout: Layout, width: number, height: number): number {
  return Math.round((width * height * layout.board.thickness * layout.board.density) / 1_000_000)
}

/** Every leaf of the cells that exist. A single leaf is hinged left, in the last of several columns right. */
export function leavesOf(layout: Layout): Leaf[] {
  const leaves: Leaf[] = []
  for (const { cell, column, row, count, width, height } of layout.doors) {
    if (width < 1 || height < 1) continue
    const clearWidth = layout.columnWidths[column] ?? 0
    const x = (layout.columnX[column] ?? 0) + doorGap
    const y = (layout.rowY[row] ?? 0) + doorGap
    const body = bodyAt(layout, column, row)
    const last = layout.chosen.columns > 1 && column === layout.chosen.columns - 1
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
