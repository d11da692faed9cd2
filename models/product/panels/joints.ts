import type { Axis } from '../make.ts'
import { type Bore, pointOn } from './bore.ts'
import type { Contact, Stretch } from './contact.ts'
import type { Panel } from './panel.ts'

/**
 * Cam Ø15 with a bolt in Ø5 and a dowel Ø8×35 beside it: 37 mm from the edges, 32 mm between cam and dowel (system 32), a pair at least every 500 mm and
 * two to an end. The cam's middle is 34 mm from the end; it is bored 4.5 mm past the middle of the board (fitting makers' drilling charts for 15 mm housings).
 */
export const joint = {
  setback: 37,
  pitch: 32,
  every: 500,
  cam: { diameter: 15, fromEnd: 34, pastMiddle: 4.5 },
  boltEdge: { diameter: 8, depth: 34 },
  bolt: { diameter: 5, depth: 11 },
  dowelEdge: { diameter: 8, depth: 24 },
  dowel: { diameter: 8, depth: 12 },
} as const

/**
 * Holes from both faces of an upright would meet in its middle. So whatever joins from the side of lesser coordinate stands half a pitch further in,
 * and no two holes are opposite.
 */
const stagger = joint.pitch / 2

/** Boards thinner than this are screwed or glued, not cammed; shorter ends take no fitting. mm */
const thinnest = 15
const shortest = 60
const roomForTwo = 2 * (joint.setback + joint.pitch + stagger)

/** Where along an end cams and dowels stand. */
export function spotsAlong({ from, to }: Stretch, staggered: boolean): { cams: number[]; dowels: number[] } {
  const length = to - from
  if (length < shortest) return { cams: [], dowels: [] }
  const shift = staggered ? stagger : 0
  if (length < roomForTwo) {
    const middle = from + length / 2
    const side = Math.min(joint.pitch, Math.floor(length / 4) * 2 - 12)
    const move = staggered ? side / 2 : 0
    return { cams: [middle + move], dowels: [middle + move - side, middle + move + side].slice(0, side > 24 ? 2 : 1) }
  }
  const count = Math.max(2, 1 + Math.ceil((length - 2 * joint.setback) / joint.every))
  const first = from + joint.setback
  const span = length - 2 * joint.setback
  const cams: number[] = []
  const dowels: number[] = []
  for (let index = 0; index < count; index += 1) {
    // All move the same way but the last, which would leave the end.
    const at = Math.round(first + (span * index) / (count - 1)) + (index === count - 1 ? -shift : shift)
    cams.push(at)
    dowels.push(index < count / 2 ? at + joint.pitch : at - joint.pitch)
  }
  return { cams, dowels }
}

/** The end of `board` on the face of `face`. */
type EndJoint = { readonly board: Panel; readonly face: Panel; readonly contact: Contact<Panel> }

/** Whether a contact is an end of one board on the face of another in the same body, both thick enough for a fitting. */
export function endJoint(contact: Contact<Panel>): EndJoint | undefined {
  const { below, above, axis } = contact
  if (below.place.body !== above.place.body) return undefined
  if (below.thickness < thinnest || above.thickness < thinnest) return undefined
  if (below.part.hinge !== undefined || above.part.hinge !== undefined) return undefined
  if (below.through === axis && above.through !== axis) return { board: above, face: below, contact }
  if (above.through === axis && below.through !== axis) return { board: below, face: above, contact }
  return undefined
}

const thirdAxis = (one: Axis, two: Axis): Axis => {
  for (const axis of ['x', 'y', 'z'] as const) if (axis !== one && axis !== two) return axis
  return one
}

/** The holes of one joined end: in the end itself, beside it for the cams, and in the face it stands on. */
export function jointBores({ board, face, contact }: EndJoint): Bore[] {
  const { axis, at, area } = contact
  const line = thirdAxis(axis, board.through)
  const middle = (area[board.through].from + area[board.through].to) / 2
  const inward = contact.above === board ? 1 : -1
  const { cams, dowels } = spotsAlong(area[line], inward === -1)
  const camFace = board.solid.from[board.through]
  const bores: Bore[] = []
  const point = (spot: number) => pointOn(axis, at, line, spot, board.through, middle)
  for (const spot of cams) {
    bores.push({
      panel: board,
      use: 'cam',
      at: pointOn(axis, at + inward * joint.cam.fromEnd, line, spot, board.through, camFace),
      axis: board.through,
      way: 1,
      diameter: joint.cam.diameter,
      depth: Math.ceil(board.thickness / 2 + joint.cam.pastMiddle),
    })
    bores.push({ panel: board, use: 'cam-bolt-edge', at: point(spot), axis, way: inward, ...joint.boltEdge })
    bores.push({ panel: face, use: 'cam-bolt', at: point(spot), axis, way: inward === 1 ? -1 : 1, ...joint.bolt })
  }
  for (const spot of dowels) {
    bores.push({ panel: board, use: 'dowel-edge', at: point(spot), axis, way: inward, ...joint.dowelEdge })
    bores.push({ panel: face, use: 'dowel', at: point(spot), axis, way: inward === 1 ? -1 : 1, ...joint.dowel })
  }
  return bores
}
