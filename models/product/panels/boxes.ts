import type { Axis, Make, Part, Vector } from '../make.ts'
import { type Solid, solidsOf } from '../solids.ts'
import { type Bore, pointOn } from './bore.ts'
import { type Contact, contactsOf, type Stretch } from './contact.ts'
import { boardMaterials, type Panel } from './panel.ts'

/** Boards of this thickness make boxes: glued and screwed where others are cammed. mm */
const boxBoard = { from: 9, to: 15 } as const

/** Three screws in a corner, four into a front. mm from the ends and from the corners. */
const boxScrew = { diameter: 4, perCorner: 3, inset: 15, fromCorner: 25 } as const

/** Runners have slots in system 32; the first is 53 mm behind the front end, clear of a hinge’s plate on the other face. Short enough for both faces. */
const runnerScrew = { diameter: 3, depth: 8, first: 53, pitch: 32, least: 37 } as const

const isBoxBoard = ({ thickness }: Panel): boolean => thickness >= boxBoard.from && thickness < boxBoard.to

const spread = ({ from, to }: Stretch, count: number, inset: number): number[] =>
  Array.from({ length: count }, (_, index) =>
    Math.round(from + inset + ((to - from - 2 * inset) * index) / (count - 1)),
  )

const otherAxes = (axis: Axis): readonly [Axis, Axis] =>
  axis === 'x' ? ['y', 'z'] : axis === 'y' ? ['x', 'z'] : ['x', 'y']

/** A hole right through one of two panels that touch, drilled from the side away from the other. */
function throughHole(
  { below, axis }: Contact<Panel>,
  panel: Panel,
  use: Bore['use'],
  [first, one]: readonly [Axis, number],
  [second, other]: readonly [Axis, number],
): Bore {
  const isBelow = panel === below
  const mouth = pointOn(axis, isBelow ? panel.solid.from[axis] : panel.solid.to[axis], first, one, second, other)
  return { panel, use, at: mouth, axis, way: isBelow ? 1 : -1, diameter: boxScrew.diameter, depth: panel.thickness }
}

/** Screws of a corner: through a box's side into the end of its front or rear. */
function cornerBores(contact: Contact<Panel>, face: Panel, end: Panel): Bore[] {
  const { axis, area } = contact
  const line = otherAxes(axis).find((one) => one !== end.through)
  if (line === undefined || !isBoxBoard(face) || !isBoxBoard(end)) return []
  const middle = (area[end.through].from + area[end.through].to) / 2
  return spread(area[line], boxScrew.perCorner, boxScrew.inset).map((spot) =>
    throughHole(contact, face, 'box-screw', [end.through, middle], [line, spot]),
  )
}

/** Screws from within a box into the front that closes it, one in each corner. */
function frontBores(contact: Contact<Panel>, box: Panel, front: Panel): Bore[] {
  if (!isBoxBoard(box) || front.thickness < boxBoard.to) return []
  const [first, second] = otherAxes(contact.axis)
  const ends = (of: Axis) => [contact.area[of].from + boxScrew.fromCorner, contact.area[of].to - boxScrew.fromCorner]
  return ends(first).flatMap((one) =>
    ends(second).map((two) => throughHole(contact, box, 'front-screw', [first, one], [second, two])),
  )
}

/** Screw holes where boards of a box meet each other or its front. */
export function boxBores(contact: Contact<Panel>): Bore[] {
  const { below, above, axis } = contact
  if (below.place.body !== above.place.body) return []
  if (below.through === axis && above.through === axis)
    return isBoxBoard(below) ? frontBores(contact, below, above) : frontBores(contact, above, below)
  if (below.through === axis) return cornerBores(contact, below, above)
  return above.through === axis ? cornerBores(contact, above, below) : []
}

type Standing = { readonly panel?: Panel; readonly bought?: Part; readonly solid: Solid }

/** Whether a screw's place on a board is clear of what goes right through that board there. */
function isClear(at: Vector, panel: Panel, axis: Axis, through: readonly Bore[]): boolean {
  const [first, second] = otherAxes(axis)
  return through.every(
    (bore) =>
      bore.panel !== panel ||
      Math.hypot(bore.at[first] - at[first], bore.at[second] - at[second]) > bore.diameter / 2 + runnerScrew.diameter,
  )
}

/**
 * Pilot holes for what is bought in and lies along a board’s face, such as a runner: along its middle, from its front end. Where a bolt goes through
 * the board (`through`), the slot beside it is taken.
 */
export function runnerBores(make: Make, panels: readonly Panel[], through: readonly Bore[]): Bore[] {
  const boards = boardMaterials(make)
  const bought = make.parts.filter(({ shape, material }) => shape === 'box' && !boards.has(material))
  if (bought.length === 0) return []
  const standing: Standing[] = bought.flatMap((part) =>
    solidsOf({ ...make, parts: [part] }).map((solid) => ({ bought: part, solid })),
  )
  for (const panel of panels) standing.push({ panel, solid: panel.solid })
  return contactsOf(standing).flatMap(({ below, above, axis, at, area }) => {
    const panel = below.panel ?? above.panel
    const isRunner = (below.bought === undefined) !== (above.bought === undefined)
    if (panel === undefined || !isRunner || panel.through !== axis) return []
    const [first, second] = otherAxes(axis)
    const line = area[first].to - area[first].from > area[second].to - area[second].from ? first : second
    const across = line === first ? second : first
    const { from, to } = area[line]
    const pitches = Math.floor((to - from - runnerScrew.first - runnerScrew.least) / runnerScrew.pitch)
    const middle = (area[across].from + area[across].to) / 2
    return [0, Math.floor(pitches / 2), pitches].map((usual): Bore => {
      const mouthAt = (steps: number) =>
        pointOn(axis, at, line, to - runnerScrew.first - steps * runnerScrew.pitch, across, middle)
      const inward = usual === pitches ? usual - 1 : usual + 1
      const mouth = isClear(mouthAt(usual), panel, axis, through) ? mouthAt(usual) : mouthAt(inward)
      const { diameter, depth } = runnerScrew
      return { panel, use: 'runner-screw', at: mouth, axis, way: panel === below.panel ? -1 : 1, diameter, depth }
    })
  })
}

/** What the specification itself drills through a board that lies across `z`. */
export function cableBores(panel: Panel): Bore[] {
  const { from } = panel.solid
  return (panel.part.holes ?? []).map(({ x, y, diameter }) => ({
    panel,
    use: 'cable-hole',
    at: { x: from.x + x, y: from.y + y, z: from.z },
    axis: 'z',
    way: 1,
    diameter,
    depth: panel.thickness,
  }))
}
