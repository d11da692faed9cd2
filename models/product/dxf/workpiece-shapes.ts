import type { EdgeHole, FaceHole, Workpiece } from '../panels/workpiece.ts'
import type { DxfEntity } from './dxf.ts'
import { drillLayer, edgeLayer, engraveLayer, labelLayer, slantLayer } from './layers.ts'

/** Where a point of a workpiece (mm along its length and width) comes to lie on a drawing, and by how many degrees all is turned. */
export type Placing = { readonly turn: 0 | 90; readonly to: (u: number, v: number) => readonly [number, number] }

export const asItLies: Placing = { turn: 0, to: (u, v) => [u, v] }

export function holeShape(hole: FaceHole, { to }: Placing): DxfEntity {
  const [x, y] = to(hole.u, hole.v)
  return { kind: 'circle', layer: drillLayer(hole), x, y, radius: hole.diameter / 2 }
}

/** A line from the mouth in the edge to the bottom of the hole. */
export function edgeShape({ rim, along, diameter, depth }: EdgeHole, { panel }: Workpiece): DxfEntity {
  const { length, width } = panel
  const lines = {
    start: [0, along, depth, along],
    end: [length, along, length - depth, along],
    near: [along, 0, along, depth],
    far: [along, width, along, width - depth],
  } as const
  const [fromX, fromY, toX, toY] = lines[rim]
  return { kind: 'line', layer: edgeLayer(diameter, depth), from: [fromX, fromY], to: [toX, toY] }
}

/** Letters as they are cut, those on the side underneath mirrored. */
export function engravedShape({ engraved }: Workpiece, { to, turn }: Placing): DxfEntity[] {
  if (engraved === undefined) return []
  const { text, side, u, v, height } = engraved
  const [x, y] = to(u, v)
  const mirrored = side === 'under'
  return [{ kind: 'text', layer: engraveLayer(side), x, y, height, text, turn: engraved.turn + turn, mirrored }]
}

export function slantShape({ slant, panel }: Workpiece, { to }: Placing): DxfEntity[] {
  if (slant === undefined) return []
  const { from, to: end } = slant
  return [{ kind: 'line', layer: slantLayer(panel.thickness), from: to(from.u, from.v), to: to(end.u, end.v) }]
}

/** Mean advance of a letter against its height, on the safe side. */
const advance = 0.95

/** Lines of text in the middle of a rectangle, as large as fits, and an arrow along its grain. */
export function labelShapes(
  lines: readonly string[],
  area: { readonly x: number; readonly y: number; readonly length: number; readonly width: number },
  grain: 'length' | 'width' | 'none',
): DxfEntity[] {
  const isUpright = area.width > area.length
  const [long, short] = isUpright ? [area.width, area.length] : [area.length, area.width]
  const longest = Math.max(...lines.map((line) => line.length))
  const height = Math.max(1, Math.min(22, short / (2 * lines.length + 3), (long * 0.9) / (longest * advance)))
  const middle = [area.x + area.length / 2, area.y + area.width / 2] as const
  const shapes: DxfEntity[] = lines.map((text, index) => {
    const along = -(text.length * advance * height) / 2
    const across = (lines.length / 2 - index - 1) * 1.7 * height + height
    return {
      kind: 'text',
      layer: labelLayer,
      x: middle[0] + (isUpright ? -across : along),
      y: middle[1] + (isUpright ? along : across),
      height,
      text,
      turn: isUpright ? 90 : 0,
    }
  })
  if (grain === 'none') return shapes
  return [...shapes, ...arrow(area, grain, (lines.length / 2) * 1.7 * height + height, isUpright)]
}

/** An arrow with two strokes at each end, beside the text. */
function arrow(
  { x, y, length, width }: { readonly x: number; readonly y: number; readonly length: number; readonly width: number },
  grain: 'length' | 'width',
  beside: number,
  isUpright: boolean,
): DxfEntity[] {
  const half = Math.min(80, (grain === 'length' ? length : width) * 0.3)
  const head = half / 6
  const middle = [x + length / 2 + (isUpright ? beside : 0), y + width / 2 - (isUpright ? 0 : beside)] as const
  const at = (along: number, across: number): readonly [number, number] =>
    grain === 'length' ? [middle[0] + along, middle[1] + across] : [middle[0] + across, middle[1] + along]
  const line = (from: readonly [number, number], to: readonly [number, number]): DxfEntity => ({
    kind: 'line',
    layer: labelLayer,
    from,
    to,
  })
  const ends = ([-1, 1] as const).flatMap((end) =>
    ([-1, 1] as const).map((side) => line(at(end * half, 0), at(end * (half - head), (side * head) / 2))),
  )
  return [line(at(-half, 0), at(half, 0)), ...ends]
}
