import { inPosture, moved, type Posture, turned, wayInPosture } from '#models/product/assembly/posture.ts'
import type { Bought } from '#models/product/assembly/steps.ts'
import type { Way } from '#models/product/assembly/take-apart.ts'
import { type IsometricPoint, isometric, isometricPoint } from '#models/product/isometric.ts'
import type { Axis, Vector } from '#models/product/make.ts'
import { type Bore, isInFace } from '#models/product/panels/bore.ts'
import type { Workpiece } from '#models/product/panels/workpiece.ts'
import type { Solid } from '#models/product/solids.ts'
import type { Ink, PaperPoint, Sheet } from '../paper.ts'

/** A rectangle of the page, mm. */
export type Room = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** What stands already, what comes and along which way it would leave again, and feet. */
export type Scene = {
  readonly stands: readonly Workpiece[]
  readonly comes: readonly { readonly parts: readonly Workpiece[]; readonly out: Way }[]
  readonly bought: readonly Bought[]
  readonly posture: Posture
  /** the whole thing as new, without letters */
  readonly isWhole?: boolean
  /** numbers of bodies, each in the middle of one */
  readonly numbers?: readonly { readonly text: string; readonly at: Vector }[]
}

type Drawn = {
  readonly solid: Solid
  readonly cylinder?: 'y' | 'z'
  readonly isNew: boolean
  readonly mark?: string
  readonly bores?: readonly Bore[]
  /** the way from its place to where it is drawn */
  readonly off?: Vector
}

const ink: Readonly<Record<'new' | 'there', Ink>> = {
  new: { stroke: 0, widthMm: 0.3, fill: 1 },
  there: { stroke: 0.45, widthMm: 0.15, fill: 0.93 },
}

/** How far what comes is drawn from its place: a third of the whole along its way, within limits. mm */
function distance(scene: Scene, { axis }: Way): number {
  const solids = [...scene.stands, ...scene.comes.flatMap(({ parts }) => parts)].map(({ panel }) => panel.solid)
  const span = Math.max(...solids.map(({ to }) => to[axis])) - Math.min(...solids.map(({ from }) => from[axis]))
  return Math.max(120, Math.min(500, span / 3))
}

/** Where the screws of a foot are, one sees from below: feet come from there. */
const footWay: Way = { axis: 'y', sign: -1 }

function drawnOf(scene: Scene, feetCome: boolean): Drawn[] {
  const { posture } = scene
  const drawn: Drawn[] = scene.stands.map(({ panel }) => ({
    solid: inPosture(panel.solid, posture),
    isNew: scene.isWhole ?? false,
  }))
  for (const { parts, out } of scene.comes) {
    const off = scene.stands.length === 0 ? undefined : wayInPosture(out, distance(scene, out), posture)
    for (const { panel, mark, bores } of parts) {
      const solid = inPosture(panel.solid, posture)
      drawn.push({
        solid: off === undefined ? solid : moved(solid, off),
        isNew: true,
        mark,
        bores,
        ...(off && { off }),
      })
    }
  }
  const footOff = feetCome ? wayInPosture(footWay, 150, posture) : undefined
  const cylinder = posture === 'standing' ? 'y' : 'z'
  for (const { solid } of scene.bought) {
    const there = inPosture(solid, posture)
    drawn.push({
      solid: footOff === undefined ? there : moved(there, footOff),
      cylinder,
      isNew: feetCome || (scene.isWhole ?? false),
      ...(footOff && { off: footOff }),
    })
  }
  return drawn
}

type Fit = { readonly scale: number; readonly at: (point: IsometricPoint) => PaperPoint }

/** The largest drawing that the room holds, in its middle. */
function fitting(points: readonly IsometricPoint[], room: Room): Fit {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const scale = Math.min(room.width / (right - left), room.height / (bottom - top))
  const x = room.x + (room.width - (right - left) * scale) / 2
  const y = room.y + (room.height - (bottom - top) * scale) / 2
  return { scale, at: ([px, py]) => [x + (px - left) * scale, y + (py - top) * scale] }
}

/** Two points of the face that looks home, on its visible rim. */
function homeFace({ from, to }: Solid, off: Vector): Vector[] {
  const axis = off.x !== 0 ? 'x' : off.y !== 0 ? 'y' : 'z'
  const at = off[axis] > 0 ? from[axis] : to[axis]
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, z: (from.z + to.z) / 2 }
  const ends: readonly Vector[] = {
    x: [
      { ...middle, y: to.y, z: to.z },
      { ...middle, y: to.y, z: from.z },
    ],
    y: [
      { ...middle, x: from.x, z: to.z },
      { ...middle, x: to.x, z: from.z },
    ],
    z: [
      { ...middle, x: from.x, y: to.y },
      { ...middle, x: to.x, y: to.y },
    ],
  }[axis]
  return ends.map((end) => ({ ...end, [axis]: at }))
}

function drawWays(sheet: Sheet, { at }: Fit, drawn: readonly Drawn[]): void {
  for (const { solid, off } of drawn) {
    if (off === undefined) continue
    for (const from of homeFace(solid, off)) {
      const to = { x: from.x - off.x, y: from.y - off.y, z: from.z - off.z }
      sheet.path([at(isometricPoint(from)), at(isometricPoint(to))], false, {
        stroke: 0.3,
        widthMm: 0.18,
        dashMm: [1.2, 0.9],
      })
    }
  }
}

/** Points of a hole's rim. */
const rimPoints = 12

const planes: Readonly<Record<Axis, readonly [Axis, Axis]>> = { x: ['y', 'z'], y: ['x', 'z'], z: ['x', 'y'] }

/** Holes in the faces that are seen: they tell which way round a board goes. */
function drawHoles(sheet: Sheet, { at }: Fit, { bores = [], off }: Drawn, posture: Posture): void {
  const rims: PaperPoint[][] = []
  for (const bore of bores) {
    const looks = { x: 0, y: 0, z: 0 }
    looks[bore.axis] = -bore.way
    const normal = turned(looks, posture)
    if (!isInFace(bore) || normal.x + normal.y + normal.z < 0) continue
    const middle = turned(bore.at, posture)
    const axis: Axis = normal.x !== 0 ? 'x' : normal.y !== 0 ? 'y' : 'z'
    const [first, second] = planes[axis]
    const rim = Array.from({ length: rimPoints }, (_, index) => {
      const angle = (2 * Math.PI * index) / rimPoints
      const point = { ...middle }
      point[first] += (Math.cos(angle) * bore.diameter) / 2
      point[second] += (Math.sin(angle) * bore.diameter) / 2
      const { x, y, z } = off ?? { x: 0, y: 0, z: 0 }
      return at(isometricPoint({ x: point.x + x, y: point.y + y, z: point.z + z }))
    })
    rims.push(rim)
  }
  sheet.outlines(rims, { stroke: 0.2, widthMm: 0.12, fill: 0.85 })
}

/** Letters in circles, in the middle of a part's largest face that is seen. */
function drawMarks(sheet: Sheet, { at, scale }: Fit, drawn: readonly Drawn[]): void {
  for (const { solid, mark } of drawn) {
    if (mark === undefined) continue
    const { from, to } = solid
    const [dx, dy, dz] = [to.x - from.x, to.y - from.y, to.z - from.z]
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, z: (from.z + to.z) / 2 }
    const thin = Math.min(dx, dy, dz)
    const on = thin === dx ? { ...middle, x: to.x } : thin === dy ? { ...middle, y: to.y } : { ...middle, z: to.z }
    const [x, y] = at(isometricPoint(on))
    const [shorter = 0] = [dx, dy, dz].filter((size) => size !== thin).sort((one, other) => one - other)
    const usual = mark.length > 1 ? 3 : 2.4
    const radius = Math.max(1.3, Math.min(usual, shorter * scale * 0.4))
    sheet.path(ringOf(x, y, radius), true, { stroke: 0, widthMm: 0.25, fill: 1 })
    const size = (radius / usual) * (mark.length > 1 ? 8 : 9)
    sheet.text(mark, x, y + size * 0.125, { size, bold: true, align: 'centre' })
  }
}

export function ringOf(x: number, y: number, radius: number): PaperPoint[] {
  return Array.from({ length: 32 }, (_, index) => {
    const angle = (index * Math.PI) / 16
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const
  })
}

/** A scene in isometric lines: what stands in grey, what comes in black beside its place with the way home dashed. */
export function drawScene(sheet: Sheet, room: Room, scene: Scene, feetCome = false): void {
  const drawn = drawnOf(scene, feetCome)
  const bodies = isometric(drawn)
  const fit = fitting(
    bodies.flatMap(({ faces }) => faces.flat()),
    room,
  )
  drawWays(sheet, fit, drawn)
  for (const { solid, faces } of bodies) {
    const outlines = faces.map((face) => face.map(fit.at))
    sheet.outlines(outlines, solid.isNew ? ink.new : ink.there)
    drawHoles(sheet, fit, solid, scene.posture)
  }
  drawMarks(sheet, fit, drawn)
  for (const { text, at } of scene.numbers ?? []) {
    const [x, y] = fit.at(isometricPoint(at))
    sheet.path(ringOf(x, y, 4.5), true, { stroke: 0, widthMm: 0.3, fill: 1 })
    sheet.text(text, x, y + 2, { size: 16, bold: true, align: 'centre' })
  }
}
