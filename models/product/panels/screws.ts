import type { Axis, Make, Part } from '../make.ts'
import { type Solid, solidsOf } from '../solids.ts'
import { type Bore, pointOn } from './bore.ts'
import { type Contact, contactsOf, type Stretch } from './contact.ts'
import type { Panel } from './panel.ts'

/** A back is screwed around its rim, a screw of 3.5 mm at least every 150 mm; panels under 12 mm are backs. */
export const backScrew = { every: 150, diameter: 4, thickest: 12 } as const

/**
 * Two bodies are held by four connecting bolts, 37 mm from the front and back and 78 mm from the ends, clear of every joint. Where there is no room for
 * that, they stand nearer to the ends and 77 mm from the front and back, behind the cams and between the dowels.
 */
export const bodyBolt = { diameter: 8, setback: 37, narrowSetback: 77, fromEnd: 78 } as const

/**
 * A foot has two screws, 24 mm apart, in a board that covers it whole. In one that covers at least 16 mm of it, it has one, 8 mm from the foot's outer end:
 * there the fittings of the joint above leave room.
 */
const footScrew = { diameter: 3, depth: 12, apart: 24, least: 16, inset: 8 } as const

const evenly = ({ from, to }: Stretch, count: number): number[] =>
  Array.from({ length: count }, (_, index) => Math.round(from + ((to - from) * (index + 0.5)) / count))

type Line = {
  readonly board: Panel
  readonly across: Axis
  readonly line: Axis
  readonly middle: number
  readonly run: Stretch
}

/** Edges of boards that a back lies on: which way each runs, where its middle is, from where to where. */
function linesUnder(panel: Panel, contacts: readonly Contact<Panel>[]): Line[] {
  const { along, across, through } = panel
  return contacts.flatMap(({ below, above, axis, area }) => {
    const board = below === panel ? above : below
    const touches = (below === panel || above === panel) && axis === through && board.through !== through
    if (!touches) return []
    const thin = board.through
    const line = thin === along ? across : along
    return [{ board, across: thin, line, middle: (area[thin].from + area[thin].to) / 2, run: area[line] }]
  })
}

/** Nearest a screw stands to the end of an edge that it shares with others, mm. */
const clear = 20

/**
 * Screw holes along the rims of one back panel, wherever a board's edge lies under it. A rim without one, such as between two sides, gives its screws
 * to the edge nearest beside it, else to those that cross the panel.
 */
export function backBores(panel: Panel, contacts: readonly Contact<Panel>[]): Bore[] {
  if (panel.thickness >= backScrew.thickest) return []
  const { along, across, through, solid, length, width } = panel
  const lines = linesUnder(panel, contacts)
  const half = Math.ceil((length + width) / backScrew.every)
  const short = Math.min(half - 1, Math.max(1, Math.round((half * width) / (length + width))))
  const bores: Bore[] = []
  const onTop = lines.some(({ board }) => board.solid.to[through] === solid.from[through])
  const way = onTop ? -1 : 1
  const mouth = onTop ? solid.to[through] : solid.from[through]
  const screw = (first: Axis, at: number, second: Axis, spot: number) => {
    // Two rims may come to share an edge; where both want the same place one screw holds for both.
    const isTaken = bores.some((bore) => Math.hypot(bore.at[first] - at, bore.at[second] - spot) < clear / 2)
    if (isTaken) return
    const shape = { diameter: backScrew.diameter, depth: panel.thickness }
    bores.push({
      panel,
      use: 'back-screw',
      at: pointOn(through, mouth, first, at, second, spot),
      axis: through,
      way,
      ...shape,
    })
  }
  const isRim = ({ board, across: axis }: Line, end: 'from' | 'to') =>
    end === 'from' ? board.solid.from[axis] <= solid.from[axis] : board.solid.to[axis] >= solid.to[axis]
  const rims = [
    { rim: along, line: across, count: short },
    { rim: across, line: along, count: half - short },
  ] as const
  const taken = new Set<Line>()
  for (const { rim, line, count } of rims) {
    for (const end of ['from', 'to'] as const) {
      const beside = lines.filter((one) => one.across === rim && !isRim(one, end === 'from' ? 'to' : 'from'))
      beside.sort((a, b) => (end === 'from' ? a.middle - b.middle : b.middle - a.middle))
      const under = beside.find((one) => isRim(one, end)) ?? beside.find((one) => !taken.has(one))
      if (under !== undefined) {
        taken.add(under)
        for (const spot of evenly({ from: solid.from[line], to: solid.to[line] }, count))
          screw(rim, under.middle, line, spot)
        continue
      }
      const crossing = lines.filter(
        (one) => one.across === line && !isRim(one, 'from') && !isRim(one, 'to') && !taken.has(one),
      )
      for (const [index, { middle, run }] of crossing.entries()) {
        // One near this rim on each in turn, further in with every round.
        for (let round = 0; index + round * crossing.length < count; round += 1) {
          const inward = clear * (1 + 2 * round)
          // The other half is for the screws of the rim over there.
          if (inward > (run.to - run.from - clear) / 2) break
          screw(line, middle, rim, end === 'from' ? run.from + inward : run.to - inward)
        }
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
  const setback = inset < bodyBolt.fromEnd ? bodyBolt.narrowSetback : bodyBolt.setback
  const bores: Bore[] = []
  for (const first of [ends.from + inset, ends.to - inset]) {
    for (const second of [area.z.from + setback, area.z.to - setback]) {
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
