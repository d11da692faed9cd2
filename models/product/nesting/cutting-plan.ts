import type { Workpiece } from '../panels/workpiece.ts'
import { type Cut, cutsOf } from './cuts.ts'
import type { Blank, Room } from './guillotine.ts'
import { nest } from './nest.ts'
import { type SheetFormat, type SheetStock, sawKerfUm } from './sheet-stock.ts'

/** One workpiece on a sheet, at cut size: its corner of least x and y from the corner of the untrimmed sheet, µm. `turned` by a quarter. */
export type Piece = {
  readonly workpiece: Workpiece
  readonly x: number
  readonly y: number
  readonly lengthUm: number
  readonly widthUm: number
  readonly turned: boolean
}

export type PlannedSheet = {
  /** from 1 through all sheets of the plan */
  readonly number: number
  readonly material: string
  readonly thickness: number
  readonly format: SheetFormat
  readonly pieces: readonly Piece[]
  readonly cuts: readonly (Omit<Cut, 'blank'> & { readonly piece?: Workpiece })[]
  /** what goes back to stock, from 300×600 mm */
  readonly offcuts: readonly Room[]
  /** area of the parts against the whole sheet, thousandths */
  readonly yieldPermille: number
}

export type CuttingPlan = {
  readonly kerfUm: number
  readonly sheets: readonly PlannedSheet[]
  /** area of all parts against all sheets, and against the sheets less the offcuts that are kept, thousandths */
  readonly yieldPermille: number
  readonly yieldWithOffcutsPermille: number
}

const blankOf = ({ panel }: Workpiece): Blank => ({
  lengthUm: panel.cutLengthUm,
  widthUm: panel.cutWidthUm,
  turns: panel.part.grain === 'none',
})

const areaUm2 = ({ lengthUm, widthUm }: { lengthUm: number; widthUm: number }): number => lengthUm * widthUm
const sheetUm2 = ({ length, width }: SheetFormat): number => length * width * 1_000_000

const sum = <T>(items: readonly T[], of: (item: T) => number): number => {
  let total = 0
  for (const item of items) total += of(item)
  return total
}

/** The sheets of one material, numbered from `first`. */
function planOf(
  material: string,
  workpieces: readonly Workpiece[],
  stock: SheetStock,
  kerfUm: number,
  first: number,
): PlannedSheet[] {
  const formats = stock[material]
  if (formats === undefined) throw new RangeError(`no sheet is known for ${material}`)
  const { format, sheets } = nest(workpieces.map(blankOf), formats, kerfUm)
  const trim = format.trim * 1000
  const moved = <R extends { x: number; y: number }>(room: R): R => ({ ...room, x: room.x + trim, y: room.y + trim })
  return sheets.map(({ placed, offcuts }, index) => {
    const pieces: Piece[] = []
    for (const { blank, room, lengthUm, widthUm, turned } of placed) {
      const workpiece = workpieces[blank]
      if (workpiece !== undefined) pieces.push(moved({ workpiece, x: room.x, y: room.y, lengthUm, widthUm, turned }))
    }
    return {
      number: first + index,
      material,
      thickness: workpieces[0]?.panel.thickness ?? 0,
      format,
      pieces,
      cuts: cutsOf(placed).map(({ blank, ...cut }) => {
        const piece = blank === undefined ? undefined : workpieces[blank]
        return moved(piece === undefined ? cut : { ...cut, piece })
      }),
      offcuts: offcuts.map(moved),
      yieldPermille: Math.round((sum(pieces, areaUm2) * 1000) / sheetUm2(format)),
    }
  })
}

/**
 * Which part is cut from which sheet, for a panel saw: trim off all round, then the cuts in order, each from edge to edge. Grain as the specification says.
 * @throws RangeError when a material has no sheet in `stock`, or a part is larger than all of them.
 */
export function cuttingPlanOf(
  workpieces: readonly Workpiece[],
  stock: SheetStock,
  kerfUm: number = sawKerfUm,
): CuttingPlan {
  const materials = [...new Set(workpieces.map(({ panel }) => panel.part.material))]
  const sheets: PlannedSheet[] = []
  for (const material of materials) {
    const same = workpieces.filter(({ panel }) => panel.part.material === material)
    sheets.push(...planOf(material, same, stock, kerfUm, sheets.length + 1))
  }
  const parts = sum(sheets, ({ pieces }) => sum(pieces, areaUm2))
  const bought = sum(sheets, ({ format }) => sheetUm2(format))
  const kept = sum(sheets, ({ offcuts }) => sum(offcuts, areaUm2))
  return {
    kerfUm,
    sheets,
    yieldPermille: bought === 0 ? 0 : Math.round((parts * 1000) / bought),
    yieldWithOffcutsPermille: bought === 0 ? 0 : Math.round((parts * 1000) / (bought - kept)),
  }
}
