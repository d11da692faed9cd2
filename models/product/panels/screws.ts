import type { Axis, Make, Part } from '../make.ts'
import { type Solid, solidsOf } from '../solids.ts'
import { type Bore, pointOn } from './bore.ts'
import { type Contact, contactsOf, type Stretch } from './contact.ts'
import type { Panel } from './panel.ts'

/** A back is screwed around its rim, a screw of 3.5 mm at least every 150 mm; panels under 12 mm are backs. */
export const backScrew = { every: 150, diameter: 4, thickest: 12 } as const

/** Two bodies are held by four connecting bolts, 37 mm from the front and back and 78 mm from the ends, clear of every joint. */
export const bodyBolt = { diameter: 8, setback: 37, fromEnd: 78 } as const

/**
 * A foot has two screws, 24 mm apart, in a board that covers it whole. In one that covers at least 16 mm of it, it has one, 8 mm from the foot's outer end:
 * there the fittings of the joint above leave room.
 */
const footScrew = { diameter: 3, depth: 12, apart: 24, least: 16, inset: 8 } as const

const evenly = ({ from, to }: Stretch, count: number): number[] =>
  Array.from({ length: count }, (_, index) => Math.round(from + ((to - from) * (index + 0.5)) / count))

/** mm of a back panel that lie on boards at one of its rims: the screws go through their middle. */
function rimOn(panel: Panel, contacts: readonly Contact<Panel>[], axis: Axis, end: 'from' | 'to'): number | undefined {
  let wide: number | undefined
  const rim = panel.solid[end][axis]
  for (const { below, above, area } of contacts) {
    if (below !== panel && above !== panel) continue
    const other = below === panel ? above : below
    if (other.through !== axis || area[axis][end] !== rim) continue
    wide = Math.max(wide ?? 0, area[axis].to - area[axis].from)
  }
  return wide
}

/** Screw holes around the rim of one back panel, wherever a board's edge lies behind it. */
export function backBores(panel: Panel, contacts: readonly Contact<Panel>[]): Bore[] {
  if (panel.thickness >= backScrew.thickest) return []
  const { along, across, through, solid, length, width } = panel
  const onEdges = contacts.filter(({ below, above, axis }) => {
    const other = below === panel ? above : below
    return (below === panel || above === panel) && axis === through && other.through !== axis
  })
  const half = Math.ceil((length + width) / backScrew.every)
  const short = Math.min(half - 1, Math.max(1, Math.round((half * width) / (length + width))))
  const bores: Bore[] = []
  const rims = [
    { rim: along, line: across, count: short },
    { rim: across, line: along, count: half - short },
  ] as const
  for (const { rim, line, count } of rims) {
    for (const end of ['from', 'to'] as const) {
      const wide = rimOn(panel, onEdges, rim, end)
      if (wide === undefined) continue
      const at = solid[end][rim] + (end === 'from' ? wide / 2 : -wide / 2)
      const shape = { diameter: backScrew.diameter, depth: panel.thickness }
      for (const spot of evenly({ from: solid.from[line], to: solid.to[line] }, count)) {
        const mouth = pointOn(through, solid.from[through], rim, at, line, spot)
        bores.push({ panel, use: 'back-screw', at: mouth, axis: through, way: 1, ...shape })
      }
    }
  }
  return bores
}

/** Holes for the bolts where two bodies meet face to face. */
export function boltBores({ below, above, axis, at, area }: Contact<Panel>): Bore[] {
  if (below.place.body === above.place.body || below.through !== axis || above.through !== axis) return []
  const along = axis === 'x' ? 'y' : 'x'
  const ends = area[along]
  const inset = Math.min(bodyBolt.fromEnd, (ends.to - ends.from) / 4)
  const bores: Bore[] = []
  for (const first of [ends.from + inset, ends.to - inset]) {
    for (const second of [area.z.from + bodyBolt.setback, area.z.to - bodyBolt.setback]) {
      for (const panel of [below, above]) {
        const way = panel === below ? -1 : 1
        const mouth = pointOn(axis, at, along, first, 'z', second)
        bores.push({
          panel,
          use: 'body-bolt',
          at: mouth,
          axis,
          way,
          diameter: bodyBolt.diameter,
          depth: panel.thickness,
        })
      }
    }
  }
  return bores
}

type Standing = { readonly panel?: Panel; readonly foot?: Part; readonly solid: Solid }

function footSpots(foot: Solid, board: Solid, { x, z }: Contact<unknown>['area']): number[] {
  const middle = (z.from + z.to) / 2
  const whole = x.to - x.from === foot.to.x - foot.from.x && z.to - z.from === foot.to.z - foot.from.z
  if (whole) return [middle - footScrew.apart / 2, middle + footScrew.apart / 2]
  const isAtFront = board.to.z - z.to < z.from - board.from.z
  return [isAtFront ? z.to - footScrew.inset : z.from + footScrew.inset]
}

/** Pilot holes for the screws of feet, from below. */
export function footBores(make: Make, panels: readonly Panel[]): Bore[] {
  const feet = make.parts.filter((part) => part.shape === 'cylinder')
  if (feet.length === 0) return []
  const standing: Standing[] = solidsOf({ ...make, parts: feet }).map((solid) => {
    const foot = feet.find(({ key }) => key === solid.part)
    return foot === undefined ? { solid } : { solid, foot }
  })
  for (const panel of panels) standing.push({ panel, solid: panel.solid })
  const bores: Bore[] = []
  for (const { below, above, axis, at, area } of contactsOf(standing)) {
    const { panel } = above
    if (below.foot === undefined || panel === undefined || axis !== 'y') continue
    if (area.x.to - area.x.from < footScrew.least || area.z.to - area.z.from < footScrew.apart) continue
    const x = (area.x.from + area.x.to) / 2
    const { diameter, depth } = footScrew
    for (const z of footSpots(below.solid, panel.solid, area)) {
      bores.push({ panel, use: 'foot-screw', at: { x, y: at, z }, axis, way: 1, diameter, depth })
    }
  }
  return bores
}
