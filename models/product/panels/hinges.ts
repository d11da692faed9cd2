import type { Bore } from './bore.ts'
import type { Panel } from './panel.ts'

/**
 * Concealed hinges (Blum, Indaux): cup Ø35, 13 deep, 5 mm from the leaf's edge, at least 80 mm from its ends; two screws 9.5 mm behind its middle and 45 mm apart;
 * plate on the upright with two system screws 32 mm apart, 37 mm behind the back of the leaf.
 */
export const hinge = {
  cup: { diameter: 35, depth: 13 },
  fromEdge: 22.5,
  screw: { diameter: 3, depth: 11 },
  screwBehind: 9.5,
  screwsApart: 45,
  plate: { diameter: 5, depth: 11 },
  platesApart: 32,
  setback: 37,
  fromEnd: { least: 80, usual: 100 },
} as const

/** Leaves hinged right stand half a plate's spacing higher, so that plates on both faces of one upright never share a hole's place. */
const stagger = hinge.platesApart / 2

/** An upright is looked for this far from the hinged edge: an inset leaf has its gap, an overlay leaf covers the upright. mm */
const reach = 30

/** Heights of the hinges' middles over the lower edge of a leaf, mm. */
export function hingeHeights(height: number, count: number, side: 'left' | 'right'): number[] {
  const end = height >= 400 ? hinge.fromEnd.usual : hinge.fromEnd.least
  const first = side === 'left' ? end : end + stagger
  const last = side === 'left' ? height - end - stagger : height - end
  const heights: number[] = []
  for (let index = 0; index < count; index += 1)
    heights.push(Math.round(first + ((last - first) * index) / (count - 1)))
  return heights
}

/** The upright whose face the plate is screwed to: the nearest beside the hinged edge. */
function uprightOf(leaf: Panel, panels: readonly Panel[], edge: number, y: number, z: number): Panel | undefined {
  let best: Panel | undefined
  let nearest = reach
  for (const panel of panels) {
    const { from, to } = panel.solid
    if (panel.through !== 'x' || panel.part.hinge !== undefined || panel.place.body !== leaf.place.body) continue
    if (y < from.y || y > to.y || z < from.z || z > to.z) continue
    const face = leaf.part.hinge === 'left' ? to.x : from.x
    if (Math.abs(face - edge) < nearest) {
      nearest = Math.abs(face - edge)
      best = panel
    }
  }
  return best
}

/** Cups and screws of one leaf, and the plates on its upright; nothing for a panel that is no leaf. */
export function hingeBores(leaf: Panel, panels: readonly Panel[]): Bore[] {
  const { hinge: side, hinges = 2 } = leaf.part
  if (side === undefined || leaf.through !== 'z') return []
  const { from, to } = leaf.solid
  const edge = side === 'left' ? from.x : to.x
  const inward = side === 'left' ? 1 : -1
  const bores: Bore[] = []
  for (const height of hingeHeights(to.y - from.y, hinges, side)) {
    const y = from.y + height
    const back = { panel: leaf, axis: 'z', way: 1 } as const
    const cup = edge + inward * hinge.fromEdge
    bores.push({ ...back, ...hinge.cup, use: 'hinge-cup', at: { x: cup, y, z: from.z } })
    const behind = cup + inward * hinge.screwBehind
    for (const apart of [-hinge.screwsApart / 2, hinge.screwsApart / 2]) {
      bores.push({ ...back, ...hinge.screw, use: 'hinge-screw', at: { x: behind, y: y + apart, z: from.z } })
    }
    const z = from.z - hinge.setback
    const upright = uprightOf(leaf, panels, edge, y, z)
    if (upright === undefined) continue
    const face = side === 'left' ? upright.solid.to.x : upright.solid.from.x
    for (const apart of [-hinge.platesApart / 2, hinge.platesApart / 2]) {
      bores.push({
        ...hinge.plate,
        panel: upright,
        use: 'hinge-plate',
        at: { x: face, y: y + apart, z },
        axis: 'x',
        way: side === 'left' ? -1 : 1,
      })
    }
  }
  return bores
}
