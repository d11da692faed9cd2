import type { EdgeBand, Part, Place, Vector } from '../../product/make.ts'
import { hingesFor, leafMass } from './doors.ts'
import type { Layout } from './layout.ts'
import { backBoard, bandOf } from './materials.ts'
import type { Study } from './study.ts'
import { footSetback } from './tipping.ts'

type Growing = { part: Omit<Part, 'places'>; places: Place[] }
type Side = EdgeBand['side']

/** Widest distance between two feet, mm, and their diameter (practitioners: ≤ 900 mm). */
const feetApart = 900
const footDiameter = 40

/** Edges that can be seen, and get the band where the material has one. */
const seen: Readonly<Record<string, readonly Side[]>> = {
  side: ['front', 'top'],
  partition: ['front'],
  top: ['front'],
  bottom: ['front'],
  shelf: ['front'],
  door: ['left', 'right', 'top', 'bottom'],
}

const axisAlong: Readonly<Record<string, 'x' | 'y'>> = {
  side: 'y',
  partition: 'y',
  door: 'y',
  top: 'x',
  bottom: 'x',
  shelf: 'x',
}

function bands(layout: Layout, kind: string, size: Vector): EdgeBand[] {
  const band = bandOf[layout.chosen.material]
  if (band === undefined) return []
  const lengthOf = (side: Side) => {
    if (kind === 'door') return side === 'left' || side === 'right' ? size.y : size.x
    if (side === 'top') return size.z
    return kind === 'side' || kind === 'partition' ? size.y : size.x
  }
  return (seen[kind] ?? []).map((side) => ({
    side,
    material: band.id,
    thicknessUm: band.thicknessUm,
    lengthMm: lengthOf(side),
  }))
}

/** Gathers equal pieces into parts: one row of the cut list, one instanced mesh. */
class Gathering {
  readonly #layout: Layout
  readonly #growing: Growing[] = []

  constructor(layout: Layout) {
    this.#layout = layout
  }

  board(kind: string, x: number, y: number, z: number, place: Place, hinge?: 'left' | 'right'): void {
    for (const { part, places } of this.#growing) {
      const { size } = part
      if (part.kind === kind && size.x === x && size.y === y && size.z === z && part.hinge === hinge) {
        places.push(place)
        return
      }
    }
    const { board, chosen } = this.#layout
    const size = { x, y, z }
    const massG = kind === 'door' ? leafMass(this.#layout, x, y) : Math.round((x * y * z * board.density) / 1_000_000)
    this.#start(
      kind,
      {
        shape: 'box',
        size,
        material: board.id,
        finish: chosen.finish,
        grain: axisAlong[kind] ?? 'none',
        edges: bands(this.#layout, kind, size),
        massG,
        ...(hinge !== undefined && { hinge, hinges: hingesFor(massG, y) }),
      },
      place,
    )
  }

  bought(
    kind: string,
    shape: Part['shape'],
    size: Vector,
    material: string,
    finish: string,
    massG: number,
    place: Place,
  ): void {
    for (const { part, places } of this.#growing) {
      if (part.kind === kind && part.size.x === size.x && part.size.y === size.y) {
        places.push(place)
        return
      }
    }
    this.#start(kind, { shape, size, material, finish, grain: 'none', edges: [], massG }, place)
  }

  #start(kind: string, rest: Omit<Part, 'key' | 'kind' | 'places'>, place: Place): void {
    let ordinal = 1
    for (const { part } of this.#growing) if (part.kind === kind) ordinal += 1
    this.#growing.push({ part: { key: `${kind}-${ordinal}`, kind, ...rest }, places: [place] })
  }

  parts(): Part[] {
    return this.#growing.map(({ part, places }) => ({ ...part, places }))
  }
}

/** Sides, partitions, top, bottom and shelves of every body. */
function carcass(layout: Layout, gathering: Gathering): void {
  const { board, spans, stacks, columnX, columnWidths, rowY, rowHeights } = layout
  const t = board.thickness
  const z = backBoard.thickness
  const d = layout.carcass
  let body = 0
  let row = 0
  for (const rows of stacks) {
    const lastRow = row + rows - 1
    const low = rowY[row] ?? 0
    const high = (rowY[lastRow] ?? 0) + (rowHeights[lastRow] ?? 0)
    let column = 0
    for (const columns of spans) {
      const lastColumn = column + columns - 1
      const left = columnX[column] ?? 0
      const right = (columnX[lastColumn] ?? 0) + (columnWidths[lastColumn] ?? 0)
      gathering.board('side', t, high - low + 2 * t, d, { at: { x: left - t, y: low - t, z }, body })
      gathering.board('side', t, high - low + 2 * t, d, { at: { x: right, y: low - t, z }, body })
      gathering.board('bottom', right - left, t, d, { at: { x: left, y: low - t, z }, body })
      gathering.board('top', right - left, t, d, { at: { x: left, y: high, z }, body })
      for (let index = column; index <= lastColumn; index += 1) {
        const x = columnX[index] ?? 0
        if (index > column) gathering.board('partition', t, high - low, d, { at: { x: x - t, y: low, z }, body })
        for (let level = row + 1; level <= lastRow; level += 1) {
          const cell = `${index + 1}-${level + 1}`
          gathering.board('shelf', columnWidths[index] ?? 0, t, d, {
            at: { x, y: (rowY[level] ?? 0) - t, z },
            body,
            cell,
          })
        }
      }
      column += columns
      body += 1
    }
    row += rows
  }
}

/** Where a pair of feet stands under each upright line, and between two that are more than 900 mm apart: centres along x, mm. */
export function footLines(layout: Layout): number[] {
  if (layout.foot === 0) return []
  const { columnX, columnWidths, board, chosen } = layout
  const lines: number[] = []
  const radius = footDiameter / 2
  for (let column = 0; column < chosen.columns; column += 1) {
    const x = columnX[column] ?? 0
    const previous = column === 0 ? 0 : (columnX[column - 1] ?? 0) + (columnWidths[column - 1] ?? 0)
    lines.push(column === 0 ? radius : Math.round((previous + x) / 2))
  }
  lines.push(chosen.width - radius)
  const all: number[] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (before !== undefined && line - before > feetApart + board.thickness) all.push(Math.round((before + line) / 2))
    all.push(line)
  }
  return all
}

const footMass = { none: 0, low: 40, high: 180 } as const

function feet(layout: Layout, gathering: Gathering): void {
  const { feet: kind, depth } = layout.chosen
  const size = { x: footDiameter, y: layout.foot, z: footDiameter }
  const setback = kind === 'none' ? 0 : footSetback
  for (const x of footLines(layout)) {
    for (const z of [setback, depth - setback - footDiameter]) {
      const at = { x: x - footDiameter / 2, y: 0, z }
      gathering.bought('foot', 'cylinder', size, `foot-${kind}`, 'black', footMass[kind], { at, body: 0 })
    }
  }
}

/** Every part of a shelf with all its places. */
export function partsOf({ layout, leaves, panels }: Study): Part[] {
  const gathering = new Gathering(layout)
  const t = layout.board.thickness
  carcass(layout, gathering)
  for (const { cell, width, height, x, y, body, hinge } of leaves) {
    gathering.board('door', width, height, t, { at: { x, y, z: layout.chosen.depth - t }, body, cell }, hinge)
  }
  for (const { x, y, width, height, body } of panels) {
    const size = { x: width, y: height, z: backBoard.thickness }
    const massG = Math.round((width * height * size.z * backBoard.density) / 1_000_000)
    gathering.bought('back', 'box', size, backBoard.id, backFinish[layout.chosen.finish] ?? 'back-grey', massG, {
      at: { x, y, z: 0 },
      body,
    })
  }
  feet(layout, gathering)
  return gathering.parts()
}

/** The back's lacquered side matches the shelf as the mills' lists allow. */
const backFinish: Readonly<Record<string, string>> = {
  oil: 'back-birch',
  'clear-lacquer': 'back-birch',
  'dark-stain': 'back-dark',
  'decor-white': 'back-white',
  'decor-graphite': 'back-dark',
  'decor-oak': 'back-birch',
  'paint-white': 'back-white',
  'paint-sage': 'back-grey',
  'paint-ink': 'back-dark',
  'paint-ochre': 'back-grey',
}
