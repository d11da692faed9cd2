import type { SheetFormat, SheetStock } from '../../product/nesting/sheet-stock.ts'
import { type Board, backBoard, boards } from './materials.ts'

/**
 * Formats that mills and dealers press beside the board's own. Birch plywood also in 3000×1500 and 3050×1525 (Latvijas Finieris, Strong Wood, Thomes);
 * veneered board in 2500×1250, chipboard and MDF in 2440×1830 (mills' and dealers' lists).
 */
const others: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  'birch-ply-18': [
    [3000, 1500],
    [3050, 1525],
  ],
  'birch-ply-24': [
    [3000, 1500],
    [3050, 1525],
  ],
  'oak-veneer-19': [[2500, 1250]],
  'melamine-18': [[2440, 1830]],
  'melamine-25': [[2440, 1830]],
  'mdf-19': [[2440, 1830]],
  'mdf-22': [[2440, 1830]],
}

function formatsOf({ id, sheet }: Board): readonly SheetFormat[] {
  const more = (others[id] ?? []).map(([length, width]) => ({ length, width, trim: sheet.trim }))
  return [sheet, ...more]
}

const all: readonly Board[] = [
  backBoard,
  ...Object.values(boards).flatMap(({ standard, strong }) => (strong === undefined ? [standard] : [standard, strong])),
]

/** What a workshop cuts a shelf from. */
export const sheets: SheetStock = Object.fromEntries(all.map((board) => [board.id, formatsOf(board)]))
