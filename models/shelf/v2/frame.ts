import type { Options } from '../../product/options.ts'
import { footHeights, type Layout as LayoutBefore, layoutOf as layoutBefore } from '../v1/layout.ts'
import { doorsOf } from '../v1/leaf-size.ts'
import { backBoard, boards } from '../v1/materials.ts'
import { shelfOptions as optionsBefore } from '../v1/options.ts'
import { isEven, type ShelfOptions, shelfOptions } from './options.ts'
import { rearInset } from './slant.ts'
import { splitUnevenly } from './split.ts'

/** Boards and cells of a shelf before anything is put into them. Millimetres; `z` 0 is the wall. */
export type Frame = Omit<LayoutBefore, 'chosen'> & {
  readonly chosen: ShelfOptions
  /** how far the back stands off the wall, in front of which `carcass`, the depth of boards inside, begins behind the back's thickness */
  readonly inset: number
}

/** Where boards inside begin, mm from the wall. */
export const insideFrom = ({ inset }: Frame): number => inset + backBoard.thickness

/** With sizes of its own the fewest bodies are searched for by those; the rest is as in version 1. */
function unevenly(options: Options): LayoutBefore & { readonly chosen: ShelfOptions } {
  const chosen = shelfOptions(options, optionsBefore(options))
  const { standard, strong } = boards[chosen.material]
  const board = chosen.thickness === 'strong' ? (strong ?? standard) : standard
  const foot = footHeights[chosen.feet]
  const carcass = chosen.depth - backBoard.thickness
  const { columns, rows, spans, stacks, heaviestG } = splitUnevenly(chosen, { board, foot, carcass })
  return {
    chosen,
    board,
    boardIsMade: chosen.thickness === 'standard' || strong !== undefined,
    foot,
    carcass,
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

/**
 * The frame of any complete options, also of those that cannot be made (rules say why): clear sizes are then at least 1 mm. Evenly divided it is
 * that of version 1.
 */
export function frameOf(options: Options): Frame {
  const own = isEven(options) ? undefined : unevenly(options)
  const before = own ?? layoutBefore(options)
  const chosen = own?.chosen ?? shelfOptions(options, before.chosen)
  const inset = chosen.rear === 'slanted' ? rearInset : 0
  return {
    chosen,
    inset,
    board: before.board,
    boardIsMade: before.boardIsMade,
    foot: before.foot,
    carcass: before.carcass - inset,
    spans: before.spans,
    stacks: before.stacks,
    columnWidths: before.columnWidths,
    columnX: before.columnX,
    rowHeights: before.rowHeights,
    rowY: before.rowY,
    heaviestG: before.heaviestG,
    doors: before.doors,
    astray: before.astray,
  }
}
