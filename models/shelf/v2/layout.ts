import type { Options } from '../../product/options.ts'
import { type Drawer, drawersOf } from './drawers.ts'
import { type Frame, frameOf } from './frame.ts'
import { coloursOf } from './fronts.ts'
import type { Paint } from './materials.ts'

/** All sizes of a shelf, derived once and used by rules, drawing, recipe and price alike. */
export type Layout = Frame & {
  /** the colour of each cell whose front has one of its own */
  readonly colours: ReadonlyMap<string, Paint>
  /** drawers of the cells that exist */
  readonly drawers: readonly Drawer[]
}

/** The layout of any complete options, also of those that cannot be made (rules say why): clear sizes are then at least 1 mm. */
export function layoutOf(options: Options): Layout {
  const frame = frameOf(options)
  const colours = coloursOf(frame.chosen)
  return {
    chosen: frame.chosen,
    inset: frame.inset,
    board: frame.board,
    boardIsMade: frame.boardIsMade,
    foot: frame.foot,
    carcass: frame.carcass,
    spans: frame.spans,
    stacks: frame.stacks,
    columnWidths: frame.columnWidths,
    columnX: frame.columnX,
    rowHeights: frame.rowHeights,
    rowY: frame.rowY,
    heaviestG: frame.heaviestG,
    doors: frame.doors,
    astray: frame.astray,
    colours,
    drawers: drawersOf(frame, colours),
  }
}
