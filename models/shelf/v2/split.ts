import { bodyLimits, type Layout as LayoutBefore, spread } from '../v1/layout.ts'
import type { ShelfOptions } from './options.ts'

type Frame = Pick<LayoutBefore, 'board' | 'foot' | 'carcass'>

/** A run of cells that belong to one body: how many, their clear sizes together, and the clear size inside the body with the boards between. */
type Run = { readonly cells: number; readonly clear: number; readonly inside: number }

/** Clear sizes along one direction and where each begins, with the runs of each body. */
type Along = { readonly sizes: readonly number[]; readonly starts: readonly number[]; readonly runs: readonly Run[] }

type Split = {
  readonly spans: readonly number[]
  readonly stacks: readonly number[]
  readonly columns: Along
  readonly rows: Along
  readonly heaviestG: number
}

/** Clear sizes along one direction: those wanted, and for each 0 an even share of what they leave, at least 1 mm. */
export function sizesOf(room: number, wanted: readonly number[], cells: number): number[] {
  let taken = 0
  let open = 0
  for (let cell = 0; cell < cells; cell += 1) {
    const size = wanted[cell] ?? 0
    if (size === 0) open += 1
    else taken += size
  }
  const left = Math.max(open, room - taken)
  const share = Math.floor(left / Math.max(1, open))
  let larger = left - share * open
  const sizes: number[] = []
  for (let cell = 0; cell < cells; cell += 1) {
    const size = wanted[cell] ?? 0
    if (size > 0) sizes.push(size)
    else {
      sizes.push(larger > 0 ? share + 1 : share)
      larger -= 1
    }
  }
  return sizes
}

/** Sizes and where each begins; `groups` counts cells per body, whose outer boards stand side by side. */
function along(
  from: number,
  total: number,
  board: number,
  groups: readonly number[],
  wanted: readonly number[],
): Along {
  let cells = 0
  for (const count of groups) cells += count
  const sizes = sizesOf(total - board * (cells + groups.length), wanted, cells)
  const starts: number[] = []
  const runs: Run[] = []
  let at = from
  let index = 0
  for (const count of groups) {
    at += board
    let clear = 0
    for (let cell = 0; cell < count; cell += 1) {
      starts.push(at)
      clear += sizes[index] ?? 0
      at += (sizes[index] ?? 0) + board
      index += 1
    }
    runs.push({ cells: count, clear, inside: clear + (count - 1) * board })
  }
  return { sizes, starts, runs }
}

/** g of the heaviest body without doors, drawers and back. */
function heaviest(columns: Along, rows: Along, { board, carcass }: Frame): number {
  const t = board.thickness
  let most = 0
  for (const across of columns.runs) {
    for (const up of rows.runs) {
      const uprights = 2 * (up.inside + 2 * t) + (across.cells - 1) * up.inside
      most = Math.max(most, uprights + 2 * across.inside + (up.cells - 1) * across.clear)
    }
  }
  return Math.round((most * carcass * t * board.density) / 1_000_000)
}

/**
 * g of all bodies together over their number: while this is too heavy, so is the heaviest, whatever the sizes are. Of boards between two columns
 * only the height of the shelf counts, so no size is needed.
 */
function average(chosen: ShelfOptions, { board, foot, carcass }: Frame, across: number, up: number): number {
  const t = board.thickness
  const { columns, rows, width, height } = chosen
  const clearWidth = width - t * (columns + across)
  const high = height - foot
  const partitions = columns - across
  const uprights = 2 * across * high + partitions * (high - 2 * t * up)
  const run = uprights + 2 * up * (clearWidth + partitions * t) + (rows - up) * clearWidth
  return (run * carcass * t * board.density) / 1_000_000 / (across * up)
}

const longest = ({ runs }: Along, board: number): number => {
  let most = 0
  for (const { inside } of runs) most = Math.max(most, inside + 2 * board)
  return most
}

/**
 * The fewest bodies that can be built and carried when columns and rows have sizes of their own: split across first, then stacked.
 * A body is cut where the count of cells is halved (thirded, …), as in version 1; where nothing helps it is the first that was tried.
 */
export function splitUnevenly(chosen: ShelfOptions, frame: Frame): Split {
  const { board, foot } = frame
  const t = board.thickness
  const tallest = Math.min(bodyLimits.height, board.sheet.length - 2 * board.sheet.trim)
  const most = Math.min(bodyLimits.stacks, chosen.rows)
  const least = Math.min(chosen.columns, Math.ceil(chosen.width / bodyLimits.width))
  const splitInto = (across: number, stacks: readonly number[], rows: Along): Split => {
    const spans = spread(chosen.columns, across)
    const columns = along(0, chosen.width, t, spans, chosen.columnWidths)
    return { spans, stacks, columns, rows, heaviestG: heaviest(columns, rows, frame) }
  }
  let first: (() => Split) | undefined
  for (let up = 1; ; up += 1) {
    const stacks = spread(chosen.rows, up)
    const rows = along(foot, chosen.height - foot, t, stacks, chosen.rowHeights)
    if (up < most && longest(rows, t) > tallest) continue
    first ??= () => splitInto(least, stacks, rows)
    for (let across = least; across <= chosen.columns; across += 1) {
      if (average(chosen, frame, across, up) > bodyLimits.massG) continue
      const found = splitInto(across, stacks, rows)
      if (found.heaviestG > bodyLimits.massG) continue
      if (across === chosen.columns || longest(found.columns, t) <= bodyLimits.width) return found
    }
    if (up >= most) return first()
  }
}
