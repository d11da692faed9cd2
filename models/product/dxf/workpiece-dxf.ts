import { type Rim, rims, type Workpiece } from '../panels/workpiece.ts'
import { type DxfEntity, dxf } from './dxf.ts'
import { bandLayer, cutLayer, layersOf } from './layers.ts'
import { rectangle } from './sheet-dxf.ts'
import { asItLies, edgeShape, engravedShape, holeShape, labelShapes, slantShape } from './workpiece-shapes.ts'

/** A banded edge as a line 2 mm inside the outline. */
function bandShape(rim: Rim, { panel }: Workpiece): DxfEntity {
  const { length, width } = panel
  const inside = 2
  const lines = {
    start: [inside, inside, inside, width - inside],
    end: [length - inside, inside, length - inside, width - inside],
    near: [inside, inside, length - inside, inside],
    far: [inside, width - inside, length - inside, width - inside],
  } as const
  const [fromX, fromY, toX, toY] = lines[rim]
  return { kind: 'line', layer: bandLayer, from: [fromX, fromY], to: [toX, toY] }
}

/** One workpiece at finished size for the drilling machine, lying drilled side up: outline, holes of both faces and of the edges, bands, letters, label. */
export function workpieceDxf(workpiece: Workpiece, count: number, hash: string): string {
  const { panel, mark, holes, edgeHoles, bands } = workpiece
  const { length, width, thickness, part } = panel
  const lines = [`${mark} ${part.key} x${count}`, `${length} x ${width} x ${thickness} ${hash.slice(0, 12)}`]
  const entities = [
    rectangle(cutLayer(thickness), 0, 0, length, width),
    ...holes.map((hole) => holeShape(hole, asItLies)),
    ...edgeHoles.map((hole) => edgeShape(hole, workpiece)),
    ...rims.filter((rim) => bands[rim] !== undefined).map((rim) => bandShape(rim, workpiece)),
    ...engravedShape(workpiece, asItLies),
    ...slantShape(workpiece, asItLies),
    ...labelShapes(lines, { x: 0, y: 0, length, width }, part.grain === 'none' ? 'none' : 'length'),
  ]
  return dxf(layersOf(entities), entities, length, width, `specification ${hash}`)
}
