import type { Axis, EdgeBand, Make, Vector } from '../make.ts'
import { type Bore, type BoreUse, goesThrough, isInFace } from './bore.ts'
import { drillingOf } from './drilling.ts'
import { bandAxis, bandEnd, type Panel, panelsOf } from './panel.ts'

/** Ends of a panel as it lies: `start` and `end` of its length, `near` and `far` side of its width. */
export const rims = ['start', 'end', 'near', 'far'] as const
export type Rim = (typeof rims)[number]

/** A hole in a face, mm along the length and the width from the corner of start and near. */
export type FaceHole = {
  readonly use: BoreUse
  readonly side: 'up' | 'under'
  readonly u: number
  readonly v: number
  readonly diameter: number
  readonly depth: number
  readonly through: boolean
}

/** A hole in an edge: mm along that edge from the same corner, and under the upper face. */
export type EdgeHole = {
  readonly use: BoreUse
  readonly rim: Rim
  readonly along: number
  readonly under: number
  readonly diameter: number
  readonly depth: number
}

/** Text cut into a face: where its baseline starts, which way it runs (degrees from the length, counter-clockwise seen from above) and its size, mm. */
export type Engraved = {
  readonly text: string
  readonly side: 'up' | 'under'
  readonly u: number
  readonly v: number
  readonly turn: number
  readonly height: number
  readonly length: number
}

/**
 * A panel as it lies on the bench, the side with most holes up, finished sizes in mm. Panels that are the same in every hole, band and letter share
 * their `mark`; a left and a right side do not.
 */
export type Workpiece = {
  readonly panel: Panel
  readonly mark: string
  /** the same holes in the product's own coordinates */
  readonly bores: readonly Bore[]
  readonly holes: readonly FaceHole[]
  readonly edgeHoles: readonly EdgeHole[]
  readonly bands: Readonly<Record<Rim, EdgeBand | undefined>>
  readonly engraved?: Engraved
  /** a straight cut that takes off what lies beyond it, from one point of the face to another */
  readonly slant?: { readonly from: FacePoint; readonly to: FacePoint }
}

/** A point of a face, mm along the length and the width. */
export type FacePoint = { readonly u: number; readonly v: number }

/** Right-handed turns of the product's axes: along × across points to greater `through`. */
const rightHanded: ReadonlySet<string> = new Set(['xyz', 'yzx', 'zxy'])

/** How a panel is laid down: with `up` 1 the face of greater `through` looks up. Across is mirrored where the frame would be left-handed. */
type Lie = { readonly panel: Panel; readonly up: 1 | -1; readonly mirrored: boolean }

function lieOf(panel: Panel, bores: readonly Bore[]): Lie {
  let balance = 0
  for (const bore of bores) if (isInFace(bore) && !goesThrough(bore)) balance -= bore.way
  const up = balance < 0 ? -1 : 1
  const right = rightHanded.has(panel.along + panel.across + panel.through)
  return { panel, up, mirrored: right !== (up === 1) }
}

function onFace({ panel, mirrored }: Lie, at: Vector): FacePoint {
  const { along, across, width, solid } = panel
  const v = at[across] - solid.from[across]
  return { u: at[along] - solid.from[along], v: mirrored ? width - v : v }
}

function rimAt({ panel, mirrored }: Lie, axis: Axis, end: 'low' | 'high'): Rim {
  if (axis === panel.along) return end === 'low' ? 'start' : 'end'
  return (end === 'low') !== mirrored ? 'near' : 'far'
}

function faceHole(lie: Lie, bore: Bore): FaceHole {
  const { use, at, way, diameter, depth } = bore
  const through = goesThrough(bore)
  return { use, side: through || way !== lie.up ? 'up' : 'under', ...onFace(lie, at), diameter, depth, through }
}

function edgeHole(lie: Lie, { use, at, axis, way, diameter, depth }: Bore): EdgeHole {
  const { along, through, solid } = lie.panel
  const rim = rimAt(lie, axis, way === 1 ? 'low' : 'high')
  const { u, v } = onFace(lie, at)
  const under = lie.up === 1 ? solid.to[through] - at[through] : at[through] - solid.from[through]
  return { use, rim, along: axis === along ? v : u, under, diameter, depth }
}

function bandsOf(lie: Lie): Workpiece['bands'] {
  const bands: Record<Rim, EdgeBand | undefined> = { start: undefined, end: undefined, near: undefined, far: undefined }
  for (const edge of lie.panel.part.edges) bands[rimAt(lie, bandAxis[edge.side], bandEnd(edge.side))] = edge
  return bands
}

/** The text of a make on the panel it is cut into. It runs towards greater z, its letters stand towards greater y. */
function engravedOn(lie: Lie, { engraving }: Make): Engraved | undefined {
  const { part, solid, through, along } = lie.panel
  if (engraving === undefined || part.key !== engraving.part || through !== 'x') return undefined
  const { text, at, heightMm, lengthMm } = engraving
  const isOutside = at.x === solid.from.x && at.y >= solid.from.y && at.y < solid.to.y
  if (!isOutside) return undefined
  const back = lie.mirrored ? -1 : 1
  const turn = along === 'z' ? 0 : 90 * back
  return { text, side: lie.up === 1 ? 'under' : 'up', ...onFace(lie, at), turn, height: heightMm, length: lengthMm }
}

/** The slant of a part: so much off its rear edge at the foot, nothing at the top. */
function slantOf(lie: Lie): Workpiece['slant'] {
  const { part, solid } = lie.panel
  if (part.slant === undefined) return undefined
  const from = onFace(lie, { ...solid.from, z: solid.from.z + part.slant })
  return { from, to: onFace(lie, { ...solid.from, y: solid.to.y }) }
}

/** `A` to `Z`, then `AA`, `AB`, … */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}

const byPlace = (a: FaceHole, b: FaceHole): number => a.u - b.u || a.v - b.v || a.depth - b.depth

/** Every board of a make as it is machined, in the order of its panels. */
export function workpiecesOf(make: Make): readonly Workpiece[] {
  const panels = panelsOf(make)
  const drilling = drillingOf(make, panels)
  const marks = new Map<string, string>()
  return panels.map((panel) => {
    const bores = drilling.get(panel) ?? []
    const lie = lieOf(panel, bores)
    const holes = bores.filter(isInFace).map((bore) => faceHole(lie, bore))
    const edgeHoles = bores.filter((bore) => !isInFace(bore)).map((bore) => edgeHole(lie, bore))
    holes.sort(byPlace)
    edgeHoles.sort((a, b) => rims.indexOf(a.rim) - rims.indexOf(b.rim) || a.along - b.along)
    const bands = bandsOf(lie)
    const engraved = engravedOn(lie, make)
    const slant = slantOf(lie)
    const alike = JSON.stringify([panel.part.key, holes, edgeHoles, bands, engraved, slant])
    const mark = marks.get(alike) ?? letters(marks.size)
    marks.set(alike, mark)
    return { panel, mark, bores, holes, edgeHoles, bands, ...(engraved && { engraved }), ...(slant && { slant }) }
  })
}
