import type { EdgeBand, Part, Place, Vector } from '../../product/make.ts'
import { cellId, hingesFor } from '../v1/doors.ts'
import { type Board, backBoard } from '../v1/materials.ts'
import type { BackPanel } from './back.ts'
import { boxParts } from './box-parts.ts'
import type { Drawer } from './drawers.ts'
import { feetParts } from './feet.ts'
import { type Frame, insideFrom } from './frame.ts'
import type { Door, Skin } from './fronts.ts'
import { Gathering, type Growing } from './gathering.ts'
import { arrisMm, bandFor } from './materials.ts'
import { backFinish } from './surfaces.ts'

type Side = EdgeBand['side']
type CarcassKind = 'side' | 'partition' | 'top' | 'bottom' | 'shelf'
type FrontKind = 'door' | 'drawer-front'

/** Edges that can be seen, and get the band where the material has one. */
const seen: Readonly<Record<CarcassKind | FrontKind, readonly Side[]>> = {
  side: ['front', 'top'],
  partition: ['front'],
  top: ['front'],
  bottom: ['front'],
  shelf: ['front'],
  door: ['left', 'right', 'top', 'bottom'],
  'drawer-front': ['left', 'right', 'top', 'bottom'],
}

const noBands: readonly EdgeBand[] = []
const frontEdge: readonly Side[] = ['front']
const isFront = (kind: CarcassKind | FrontKind): kind is FrontKind => kind === 'door' || kind === 'drawer-front'
const isUpright = (kind: CarcassKind | FrontKind) => kind === 'side' || kind === 'partition' || isFront(kind)

/** mm of one edge. */
function lengthOf(kind: CarcassKind | FrontKind, side: Side, { x, y, z }: Vector): number {
  if (isFront(kind)) return side === 'left' || side === 'right' ? y : x
  if (side === 'top') return z
  return isUpright(kind) ? y : x
}

function bands(frame: Frame, board: Board, kind: CarcassKind | FrontKind, size: Vector): readonly EdgeBand[] {
  const { material, edge } = frame.chosen
  const band = board === frame.board ? bandFor(material, edge) : undefined
  if (band === undefined) return noBands
  const { id, thicknessUm } = band
  return seen[kind].map((side) => ({ side, material: id, thicknessUm, lengthMm: lengthOf(kind, side, size) }))
}

/** Sets the arrises one sees and touches: along the front of every board, all around the face of a front. */
function work(part: Growing, { chosen: { edge } }: Frame, kind: CarcassKind | FrontKind): void {
  if (edge !== 'square') part.arris = { work: edge, mm: arrisMm[edge], edges: isFront(kind) ? seen[kind] : frontEdge }
}

const grams = (mm3: number, board: Board): number => Math.round((mm3 * board.density) / 1_000_000)

/** Copies of a board of the carcass; `slant` is taken off the rear edge at the foot. */
function board(frame: Frame, all: Gathering, kind: CarcassKind, x: number, y: number, z: number, slant = 0): Place[] {
  const { board: made, chosen } = frame
  const mark = slant === 0 ? '' : 'slant'
  const known = all.copies(kind, x, y, z, chosen.finish, mark)
  if (known !== undefined) return known
  const size = { x, y, z }
  const part: Growing = {
    key: all.nextKey(kind),
    kind,
    shape: 'box',
    size,
    material: made.id,
    finish: chosen.finish,
    grain: isUpright(kind) ? 'y' : 'x',
    edges: bands(frame, made, kind, size),
    massG: grams(x * y * z - (slant * y * x) / 2, made),
    places: [],
  }
  if (slant > 0) part.slant = slant
  work(part, frame, kind)
  return all.begin(part, mark)
}

/** Columns or rows of one body, from 0. */
type Run = { readonly first: number; readonly last: number }

function runsOf(counts: readonly number[]): Run[] {
  let first = 0
  return counts.map((count) => {
    first += count
    return { first: first - count, last: first - 1 }
  })
}

/** Shelves and partitions between the outer boards of one body. */
function inner(frame: Frame, all: Gathering, columns: Run, rows: Run, body: number): void {
  const { columnX, columnWidths, rowY, rowHeights, carcass: d } = frame
  const t = frame.board.thickness
  const z = insideFrom(frame)
  const low = rowY[rows.first] ?? 0
  const high = (rowY[rows.last] ?? 0) + (rowHeights[rows.last] ?? 0)
  for (let column = columns.first; column <= columns.last; column += 1) {
    const x = columnX[column] ?? 0
    if (column > columns.first) {
      board(frame, all, 'partition', t, high - low, d).push({ at: { x: x - t, y: low, z }, body })
    }
    if (rows.first === rows.last) continue
    const shelves = board(frame, all, 'shelf', columnWidths[column] ?? 0, t, d)
    for (let row = rows.first + 1; row <= rows.last; row += 1) {
      shelves.push({ at: { x, y: (rowY[row] ?? 0) - t, z }, body, cell: cellId(column, row) })
    }
  }
}

/** Sides, partitions, top, bottom and shelves of every body. With a slanted rear the outer sides and the top reach the wall. */
function carcass(frame: Frame, all: Gathering): void {
  const { columnX, columnWidths, rowY, rowHeights, inset, carcass: d, chosen } = frame
  const t = frame.board.thickness
  const z = insideFrom(frame)
  const stacks = runsOf(frame.stacks)
  const spans = runsOf(frame.spans)
  const isSlanted = inset > 0
  let body = 0
  for (const [stack, rows] of stacks.entries()) {
    const low = rowY[rows.first] ?? 0
    const high = (rowY[rows.last] ?? 0) + (rowHeights[rows.last] ?? 0)
    const y = low - t
    const whole = high - y + t
    const slant = stack === 0 ? inset : 0
    const covers = isSlanted && stack === stacks.length - 1
    for (const [span, columns] of spans.entries()) {
      const left = columnX[columns.first] ?? 0
      const right = (columnX[columns.last] ?? 0) + (columnWidths[columns.last] ?? 0)
      const reachesLeft = isSlanted && span === 0
      const reachesRight = isSlanted && span === spans.length - 1
      const leftSides = board(frame, all, 'side', t, whole, reachesLeft ? chosen.depth : d, reachesLeft ? slant : 0)
      leftSides.push({ at: { x: left - t, y, z: reachesLeft ? 0 : z }, body })
      const rightSides = board(frame, all, 'side', t, whole, reachesRight ? chosen.depth : d, reachesRight ? slant : 0)
      rightSides.push({ at: { x: right, y, z: reachesRight ? 0 : z }, body })
      board(frame, all, 'bottom', right - left, t, d).push({ at: { x: left, y, z }, body })
      const tops = board(frame, all, 'top', right - left, t, covers ? chosen.depth : d)
      tops.push({ at: { x: left, y: high, z: covers ? 0 : z }, body })
      inner(frame, all, columns, rows, body)
      body += 1
    }
  }
}

/** Copies of a door or of the front of a drawer. */
function front(
  frame: Frame,
  all: Gathering,
  kind: FrontKind,
  { board: made, finish }: Skin,
  x: number,
  y: number,
  hinge?: Door['leaf']['hinge'],
): Place[] {
  const z = made.thickness
  const known = all.copies(kind, x, y, z, finish, hinge)
  if (known !== undefined) return known
  const size = { x, y, z }
  const massG = grams(x * y * z, made)
  const part: Growing = {
    key: all.nextKey(kind),
    kind,
    shape: 'box',
    size,
    material: made.id,
    finish,
    grain: 'y',
    edges: bands(frame, made, kind, size),
    massG,
    places: [],
  }
  if (hinge !== undefined) {
    part.hinge = hinge
    part.hinges = hingesFor(massG, y)
  }
  work(part, frame, kind)
  return all.begin(part, hinge)
}

/** Doors, fronts and boxes of drawers; the outer face of a front lies in the plane of the shelf's front. */
function fronts(frame: Frame, all: Gathering, doors: readonly Door[], drawers: readonly Drawer[]): void {
  const { depth } = frame.chosen
  for (const { leaf, skin } of doors) {
    const at = { x: leaf.x, y: leaf.y, z: depth - skin.board.thickness }
    const copies = front(frame, all, 'door', skin, leaf.width, leaf.height, leaf.hinge)
    copies.push({ at, body: leaf.body, cell: leaf.cell })
  }
  for (const { at: cell, skin, front: face } of drawers) {
    if (face.width < 1 || face.height < 1) continue
    const at = { x: face.x, y: face.y, z: depth - skin.board.thickness }
    front(frame, all, 'drawer-front', skin, face.width, face.height).push({ at, body: cell.body, cell: cell.cell })
  }
  for (const drawer of drawers) boxParts(frame, all, drawer)
}

function back(frame: Frame, all: Gathering, panels: readonly BackPanel[]): void {
  const finish = backFinish[frame.chosen.finish]
  const z = backBoard.thickness
  for (const { x, y, width, height, body, holes } of panels) {
    const mark = holes.length === 0 ? '' : holes.map((hole) => `${hole.x}/${hole.y}`).join()
    const place = { at: { x, y, z: frame.inset }, body }
    const known = all.copies('back', width, height, z, finish, mark)
    if (known !== undefined) {
      known.push(place)
      continue
    }
    let face = width * height
    for (const { diameter } of holes) face -= (Math.PI * diameter ** 2) / 4
    const part: Growing = {
      key: all.nextKey('back'),
      kind: 'back',
      shape: 'box',
      size: { x: width, y: height, z },
      material: backBoard.id,
      finish,
      grain: 'none',
      edges: noBands,
      massG: grams(face * z, backBoard),
      places: [place],
    }
    if (holes.length > 0) part.holes = holes
    all.begin(part, mark)
  }
}

/** Every part of a shelf with all its places. */
export function partsOf(
  frame: Frame,
  doors: readonly Door[],
  drawers: readonly Drawer[],
  panels: readonly BackPanel[],
): readonly Part[] {
  const all = new Gathering()
  carcass(frame, all)
  fronts(frame, all, doors, drawers)
  back(frame, all, panels)
  feetParts(frame, all)
  return all.parts
}
