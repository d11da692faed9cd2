import type { Options } from '../../product/options.ts'
import { type Door, doorsOf } from './leaf-size.ts'
import { type Board, backBoard, boards } from './materials.ts'
import { type ShelfOptions, shelfOptions } from './options.ts'

/** Bodies are built on the floor and carried: at most 1 800 mm wide and 60 kg without doors and back (practitioner's limits). */
export const bodyLimits = { width: 1800, massG: 60_000, height: 2200, stacks: 3 } as const

/** Height of the feet under the lowest body, mm. */
export const footHeights = { none: 0, low: 20, high: 120 } as const

/** All sizes of a shelf, derived once and used by rules, drawing, recipe and price alike. Millimetres; `z` 0 is the wall. */
export type Layout = {
  readonly chosen: ShelfOptions
  readonly board: Board
  /** false when the material is not pressed at the chosen thickness; `board` is then the standard one */
  readonly boardIsMade: boolean
  readonly foot: number
  /** depth of uprights and shelves, in front of the back */
  readonly carcass: number
  /** columns per body from left to right, rows per stack from the floor up */
  readonly spans: readonly number[]
  readonly stacks: readonly number[]
  /** clear sizes and their near edges */
  readonly columnWidths: readonly number[]
  readonly columnX: readonly number[]
  readonly rowHeights: readonly number[]
  readonly rowY: readonly number[]
  /** mass of the heaviest body without doors and back, g */
  readonly heaviestG: number
  /** doors of cells that exist, and doors of cells that do not */
  readonly doors: readonly Door[]
  readonly astray: readonly string[]
}

/** `total` in `parts` whole numbers that differ by one at most, the larger first. */
export function spread(total: number, parts: number): number[] {
  const base = Math.floor(total / parts)
  const more = total - base * parts
  const shares: number[] = []
  for (let index = 0; index < parts; index += 1) shares.push(index < more ? base + 1 : base)
  return shares
}

type Split = { readonly across: number; readonly up: number; readonly heaviestG: number }

/** The heaviest body of a split: the one with most columns and rows. */
function heaviest(
  chosen: ShelfOptions,
  board: Board,
  foot: number,
  across: number,
  up: number,
): { width: number; massG: number } {
  const t = board.thickness
  const depth = chosen.depth - backBoard.thickness
  const columns = Math.ceil(chosen.columns / across)
  const rows = Math.ceil(chosen.rows / up)
  const column = (chosen.width - t * (chosen.columns + across)) / chosen.columns
  const row = (chosen.height - foot - t * (chosen.rows + up)) / chosen.rows
  const inside = columns * column + (columns - 1) * t
  const clear = rows * row + (rows - 1) * t
  const run = 2 * (clear + 2 * t) + (columns - 1) * clear + 2 * inside + (rows - 1) * columns * column
  return { width: inside + 2 * t, massG: (run * depth * t * board.density) / 1_000_000 }
}

/** The most bodies one above the other. */
const mostStacks = (rows: number): number => Math.min(bodyLimits.stacks, rows)

/** The fewest bodies that the sizes alone ask for, whatever they weigh. */
function fewestBodies(chosen: ShelfOptions, board: Board, foot: number): { across: number; up: number } {
  const tallest = Math.min(bodyLimits.height, board.sheet.length - 2 * board.sheet.trim)
  return {
    across: Math.min(chosen.columns, Math.ceil(chosen.width / bodyLimits.width)),
    up: Math.min(mostStacks(chosen.rows), Math.ceil((chosen.height - foot) / tallest)),
  }
}

/** The fewest bodies that can be built and carried: split across first, then stacked. */
function split(chosen: ShelfOptions, board: Board, foot: number): Split {
  const fewest = fewestBodies(chosen, board, foot)
  const most = mostStacks(chosen.rows)
  let lightest: Split | undefined
  for (let up = fewest.up; up <= most; up += 1) {
    for (let across = fewest.across; across <= chosen.columns; across += 1) {
      const { width, massG } = heaviest(chosen, board, foot, across, up)
      const found = { across, up, heaviestG: Math.round(massG) }
      if (width <= bodyLimits.width && massG <= bodyLimits.massG) return found
      lightest ??= found
    }
  }
  return lightest ?? { across: 1, up: 1, heaviestG: 0 }
}

/** Clear sizes along one direction, at least 1 mm each. */
function clearSizes(total: number, board: number, groups: number, cells: number): number[] {
  return spread(Math.max(cells, total - board * (cells + groups)), cells)
}

/** Clear sizes along one direction and where each begins; `groups` counts cells per body, whose outer boards stand side by side. */
function along(start: number, total: number, board: number, groups: readonly number[], cells: number) {
  const sizes = clearSizes(total, board, groups.length, cells)
  const starts: number[] = []
  let at = start
  let index = 0
  for (const count of groups) {
    at += board
    for (let cell = 0; cell < count; cell += 1) {
      starts.push(at)
      at += (sizes[index] ?? 0) + board
      index += 1
    }
  }
  return { sizes, starts }
}

/**
 * The layout of any complete options, also of those that cannot be made (rules say why): clear sizes are then at least 1 mm.
 */
export function layoutOf(options: Options): Layout {
  const chosen = shelfOptions(options)
  const { standard, strong } = boards[chosen.material]
  const board = chosen.thickness === 'strong' ? (strong ?? standard) : standard
  const foot = footHeights[chosen.feet]
  const { across, up, heaviestG } = split(chosen, board, foot)
  const spans = spread(chosen.columns, across)
  const stacks = spread(chosen.rows, up)
  const columns = along(0, chosen.width, board.thickness, spans, chosen.columns)
  const rows = along(foot, chosen.height - foot, board.thickness, stacks, chosen.rows)
  return {
    chosen,
    board,
    boardIsMade: chosen.thickness === 'standard' || strong !== undefined,
    foot,
    carcass: chosen.depth - backBoard.thickness,
    spans,
    stacks,
    columnWidths: columns.sizes,
    columnX: columns.starts,
    rowHeights: rows.sizes,
    rowY: rows.starts,
    heaviestG,
    ...doorsOf(chosen.doors, columns.sizes, rows.sizes),
  }
}

/** Index of the body (counted along x, then up) that holds a column and a row, both from 0. */
export function bodyAt(layout: Layout, column: number, row: number): number {
  const place = (groups: readonly number[], index: number) => {
    let seen = 0
    for (let group = 0; group < groups.length; group += 1) {
      seen += groups[group] ?? 0
      if (index < seen) return group
    }
    return groups.length - 1
  }
  return place(layout.stacks, row) * layout.spans.length + place(layout.spans, column)
}

/** Clear sizes if the shelf came in the fewest bodies that its sizes ask for, and if it came in the most: whatever it weighs, they are between. */
export function extremes({ chosen, board, foot }: Layout) {
  const fewest = fewestBodies(chosen, board, foot)
  const widths = (across: number) => clearSizes(chosen.width, board.thickness, across, chosen.columns)
  const heights = (up: number) => clearSizes(chosen.height - foot, board.thickness, up, chosen.rows)
  return {
    widest: widths(fewest.across),
    narrowest: widths(chosen.columns),
    highest: heights(fewest.up),
    lowest: heights(mostStacks(chosen.rows)),
  }
}
