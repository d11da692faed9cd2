import { grownBy } from '../pack/shrinkage.ts'
import { type PaperPoint, pointsOf, type Sketch } from '../sketch.ts'
import { type DxfEntity, dxf } from './dxf.ts'

/** How far the plate of a gauge reaches beyond what it measures, mm. */
const plate = 35
const margin = 15

const layers = [
  { name: 'CUT', colour: 1 },
  { name: 'PROFILE', colour: 5 },
  { name: 'INSIDE', colour: 6 },
  { name: 'AXIS', colour: 8 },
  { name: 'LABEL', colour: 7 },
]

/** The right half of a closed outline that is alike on both sides, as a line from the bottom up. */
function halfOf(points: readonly PaperPoint[], axis: number): PaperPoint[] {
  return points.filter(([x]) => x >= axis - 1e-6)
}

/**
 * The plate a potter holds against the turning wall, at the size of wet clay: its inner edge is the outside from foot to rim. `PROFILE` and `INSIDE` draw
 * both faces of the wall, `AXIS` the wheel's. Undefined for what is not turned.
 */
export function gaugeDxf(sketch: Sketch, axisMm: number, permille: number, title: string): string | undefined {
  const grown = grownBy(permille)
  const body = sketch.front.find(({ role, thickMm }) => role === 'solid' && thickMm === undefined)
  const room = sketch.section.find(({ role }) => role === 'hollow')
  if (body === undefined || room === undefined) return undefined
  const wet = (points: readonly PaperPoint[]): PaperPoint[] =>
    halfOf(points, axisMm).map(([x, y]) => [margin + (x - axisMm) * grown, margin + y * grown])
  const outside = wet(pointsOf(body))
  const inside = wet(pointsOf(room))
  const widest = Math.max(...outside.map(([x]) => x))
  const top = Math.max(...outside.map(([, y]) => y))
  // From the foot up the wall to its highest point; the line across the mouth is no edge.
  const highest = outside.findIndex(([, y]) => y === top)
  const wall = outside.slice(0, highest + 1)
  const [first = [margin, margin]] = wall
  const last = wall.at(-1) ?? first
  const right = widest + plate
  const edge: PaperPoint[] = [...wall, [last[0], top + margin], [right, top + margin], [right, first[1]]]
  const lines = (layer: string, points: readonly PaperPoint[]): DxfEntity[] =>
    points.slice(1).map((to, index) => ({ kind: 'line', layer, from: points[index] ?? to, to }))
  const entities: DxfEntity[] = [
    { kind: 'outline', layer: 'CUT', points: edge },
    ...lines('PROFILE', wall),
    ...lines('INSIDE', inside),
    { kind: 'line', layer: 'AXIS', from: [margin, 0], to: [margin, top + margin] },
    { kind: 'text', layer: 'LABEL', x: widest + 4, y: margin + 6, height: 3, text: title, turn: 0 },
  ]
  return dxf(layers, entities, right + margin, top + 2 * margin, title)
}
