import { parcelLimits } from '../../money/freight.ts'
import { bodyAt, type Layout } from './layout.ts'

/** A bay is closed at least every 1 200 mm of width, else the shelf racks (practitioner's rule). */
export const bracedEvery = 1200

/** What a carton adds to a panel's length and to its width plus height, mm. */
const wrapping = { length: 40, side: 80 } as const

/** One panel of the back: its left bottom corner, size and body. */
export type BackPanel = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly body: number
}

/** Bays of one body that are closed, spread evenly: all of them, or one for each 1 200 mm begun. */
function closedBays(layout: Layout, columns: number, bodyWidth: number): ReadonlySet<number> {
  const count = layout.chosen.back === 'closed' ? columns : Math.min(columns, Math.ceil(bodyWidth / bracedEvery))
  const bays = new Set<number>()
  for (let index = 0; index < count; index += 1) bays.add(Math.floor(((index + 0.5) * columns) / count))
  return bays
}

/** Heights at which a panel of one stack may be joined: its lower end, perhaps the middle of its middle shelf, its upper end. */
function joints(layout: Layout, first: number, rows: number, width: number): number[] {
  const t = layout.board.thickness
  const last = first + rows - 1
  const low = (layout.rowY[first] ?? 0) - t
  const high = (layout.rowY[last] ?? 0) + (layout.rowHeights[last] ?? 0) + t
  const whole = high - low
  const girth = whole + wrapping.length + 2 * (width + wrapping.side)
  if (rows < 2 || (girth <= parcelLimits.lengthAndGirth && whole + wrapping.length <= parcelLimits.length))
    return [low, high]
  const middle = (layout.rowY[first + Math.floor(rows / 2)] ?? 0) - t + Math.floor(t / 2)
  return [low, middle, high]
}

/**
 * The panels of the back, each joined on the middle of an upright and, where it would not go into a parcel, of a shelf.
 * A closed back is covered without gap or overlap.
 */
export function backPanels(layout: Layout): BackPanel[] {
  const t = layout.board.thickness
  const half = Math.floor(t / 2)
  const panels: BackPanel[] = []
  let row = 0
  for (const rows of layout.stacks) {
    let column = 0
    for (const columns of layout.spans) {
      const end = column + columns - 1
      const left = (layout.columnX[column] ?? 0) - t
      const right = (layout.columnX[end] ?? 0) + (layout.columnWidths[end] ?? 0) + t
      const bays = closedBays(layout, columns, right - left)
      for (let bay = 0; bay < columns; bay += 1) {
        if (!bays.has(bay)) continue
        const x = bay === 0 ? left : (layout.columnX[column + bay] ?? 0) - t + half
        const until = bay === columns - 1 ? right : (layout.columnX[column + bay + 1] ?? 0) - t + half
        const levels = joints(layout, row, rows, until - x)
        for (let level = 1; level < levels.length; level += 1) {
          const y = levels[level - 1] ?? 0
          panels.push({ x, y, width: until - x, height: (levels[level] ?? 0) - y, body: bodyAt(layout, column, row) })
        }
      }
      column += columns
    }
    row += rows
  }
  return panels
}
