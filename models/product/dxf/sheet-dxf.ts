import type { Piece, PlannedSheet } from '../nesting/cutting-plan.ts'
import { type DxfEntity, dxf } from './dxf.ts'
import { cutLayer, labelLayer, layersOf, offcutLayer, sheetLayer, trimLayer } from './layers.ts'
import { engravedShape, holeShape, labelShapes, type Placing, slantShape } from './workpiece-shapes.ts'

/** A rectangle as a closed outline. */
export function rectangle(layer: string, x: number, y: number, length: number, width: number): DxfEntity {
  const points = [
    [x, y],
    [x + length, y],
    [x + length, y + width],
    [x, y + width],
  ] as const
  return { kind: 'outline', layer, points }
}

/** Sizes with the least figures, such as `1780` and `310.4`. */
export const size = (um: number): string => String(Math.round(um / 100) / 10)

/** A workpiece's finished coordinates on the sheet, where it lies at cut size. */
function placingOf({ workpiece, x, y, turned }: Piece): Placing {
  const { panel, bands } = workpiece
  const start = (bands.start?.thicknessUm ?? 0) / 1000
  const near = (bands.near?.thicknessUm ?? 0) / 1000
  const [left, low] = [x / 1000, y / 1000]
  if (!turned) return { turn: 0, to: (u, v) => [left + u - start, low + v - near] }
  return { turn: 90, to: (u, v) => [left + panel.cutWidthUm / 1000 - (v - near), low + u - start] }
}

function pieceShapes(piece: Piece): DxfEntity[] {
  const { workpiece, lengthUm, widthUm, turned } = piece
  const { panel, mark, holes } = workpiece
  const area = { x: piece.x / 1000, y: piece.y / 1000, length: lengthUm / 1000, width: widthUm / 1000 }
  const placing = placingOf(piece)
  const lines = [
    `${mark} ${panel.part.key} ${panel.copy}/${panel.part.places.length}`,
    `${size(panel.cutLengthUm)} x ${size(panel.cutWidthUm)}`,
  ]
  const grain = panel.part.grain === 'none' ? 'none' : turned ? 'width' : 'length'
  return [
    rectangle(cutLayer(panel.thickness), area.x, area.y, area.length, area.width),
    ...holes.map((hole) => holeShape(hole, placing)),
    ...engravedShape(workpiece, placing),
    ...slantShape(workpiece, placing),
    ...labelShapes(lines, area, grain),
  ]
}

/** One nested sheet, 1:1 in mm from the corner of the untrimmed sheet: outlines at cut size, holes of both sides, labels, offcuts. `hash` is the specification's. */
export function sheetDxf(sheet: PlannedSheet, of: number, hash: string): string {
  const { format, material, thickness, number, pieces, offcuts } = sheet
  const { length, width, trim } = format
  const title = `${hash.slice(0, 12)} sheet ${number}/${of} ${material} ${length} x ${width} x ${thickness}`
  const entities = [
    rectangle(sheetLayer, 0, 0, length, width),
    rectangle(trimLayer, trim, trim, length - 2 * trim, width - 2 * trim),
    { kind: 'text', layer: labelLayer, x: trim, y: trim * 0.2, height: trim * 0.6, text: title } as const,
    ...pieces.flatMap(pieceShapes),
    ...offcuts.map((room) =>
      rectangle(offcutLayer, room.x / 1000, room.y / 1000, room.lengthUm / 1000, room.widthUm / 1000),
    ),
  ]
  return dxf(layersOf(entities), entities, length, width, `specification ${hash}`)
}
