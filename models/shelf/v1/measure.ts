import type { BackPanel } from './back.ts'
import { type Leaf, leafMass } from './doors.ts'
import type { Layout } from './layout.ts'
import { backBoard } from './materials.ts'

/** Closed forms over a layout: areas in mm² of one face, masses in g, counts of pieces. */
export type Measure = {
  readonly carcassMm2: number
  readonly doorsMm2: number
  readonly backMm2: number
  readonly volumeMm3: number
  readonly carcassG: number
  readonly doorsG: number
  readonly backG: number
  /** uprights; horizontal boards; ends of boards that are joined with cam and dowel */
  readonly uprights: number
  readonly horizontals: number
  readonly joinedEnds: number
  readonly leaves: number
  readonly panels: number
}

const sum = (sizes: readonly number[]): number => {
  let total = 0
  for (const size of sizes) total += size
  return total
}

const grams = (mm3: number, density: number): number => Math.round((mm3 * density) / 1_000_000)

/** Areas, volume, masses and counts without walking through the parts; a property test holds them to the parts. */
export function measureOf(layout: Layout, leaves: readonly Leaf[], panels: readonly BackPanel[]): Measure {
  const { board, carcass, spans, stacks, chosen } = layout
  const t = board.thickness
  const across = spans.length
  const up = stacks.length
  const clearWidth = sum(layout.columnWidths)
  const partitions = chosen.columns - across
  const shelfRows = chosen.rows - up
  const bodyHeights = sum(layout.rowHeights) + (chosen.rows + up) * t
  const run =
    2 * across * bodyHeights +
    partitions * (bodyHeights - 2 * t * up) +
    2 * up * (clearWidth + partitions * t) +
    shelfRows * clearWidth
  const carcassMm2 = run * carcass
  let doorsMm2 = 0
  let doorsG = 0
  for (const leaf of leaves) {
    doorsMm2 += leaf.width * leaf.height
    doorsG += leafMass(layout, leaf.width, leaf.height)
  }
  let backMm2 = 0
  for (const panel of panels) backMm2 += panel.width * panel.height
  const shelves = shelfRows * chosen.columns
  return {
    carcassMm2,
    doorsMm2,
    backMm2,
    volumeMm3: (carcassMm2 + doorsMm2) * t + backMm2 * backBoard.thickness,
    carcassG: grams(carcassMm2 * t, board.density),
    doorsG,
    backG: grams(backMm2 * backBoard.thickness, backBoard.density),
    uprights: (2 * across + partitions) * up,
    horizontals: 2 * across * up + shelves,
    joinedEnds: 2 * (2 * across * up + shelves + partitions * up),
    leaves: leaves.length,
    panels: panels.length,
  }
}
