import type { CuttingPlan, PlannedSheet } from '../nesting/cutting-plan.ts'

const mm = (um: number): number => um / 1000

function sheetOf({ number, material, thickness, format, pieces, cuts, offcuts, yieldPermille }: PlannedSheet) {
  return {
    sheet: number,
    material,
    length: format.length,
    width: format.width,
    thickness,
    trim: format.trim,
    yieldPercent: yieldPermille / 10,
    parts: pieces.map(({ workpiece, x, y, lengthUm, widthUm, turned }) => ({
      part: workpiece.panel.part.key,
      copy: workpiece.panel.copy,
      number: workpiece.panel.number,
      mark: workpiece.mark,
      x: mm(x),
      y: mm(y),
      length: mm(lengthUm),
      width: mm(widthUm),
      grain: workpiece.panel.part.grain === 'none' ? 'none' : 'length',
      turned,
    })),
    cuts: cuts.map(({ kind, fenceUm, x, y, lengthUm, piece }) => ({
      cut: kind,
      fence: mm(fenceUm),
      x: mm(x),
      y: mm(y),
      length: mm(lengthUm),
      ...(piece !== undefined && { frees: piece.panel.number }),
    })),
    offcuts: offcuts.map(({ x, y, lengthUm, widthUm }) => ({
      x: mm(x),
      y: mm(y),
      length: mm(lengthUm),
      width: mm(widthUm),
    })),
  }
}

/**
 * `nesting.json`: mm from the corner of the untrimmed sheet, `length` and `x` along its grain. `cuts` are in order: a `rip` runs along the length, its fence
 * sets a width; a `cross` the other way. `frees` is the number of the part that is then at size.
 */
export function nestingFile(
  { kerfUm, sheets, yieldPermille, yieldWithOffcutsPermille }: CuttingPlan,
  hash: string,
): string {
  const file = {
    specification: hash,
    unit: 'mm',
    kerf: mm(kerfUm),
    yieldPercent: yieldPermille / 10,
    yieldPercentWithOffcutsKept: yieldWithOffcutsPermille / 10,
    sheets: sheets.map(sheetOf),
  }
  return `${JSON.stringify(file, null, 1)}\n`
}
