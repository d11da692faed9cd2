import type { EdgeBand, Part, Place, Vector } from '../../product/make.ts'
import { cellId, hingesFor, leafMass } from './doors.ts'
import type { Layout } from './layout.ts'
import { backBoard, bandOf, type Finish } from './materials.ts'
import type { Study } from './study.ts'
import { footSetback } from './tipping.ts'

type Growing = Omit<Part, 'places' | 'hinge' | 'hinges'> & {
  readonly places: Place[]
  hinge?: 'left' | 'right'
  hinges?: number
}
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

const noBands: readonly EdgeBand[] = []

function bands(layout: Layout, kind: string, size: Vector): readonly EdgeBand[] {
  const band = bandOf[layout.chosen.material]
  if (band === undefined) return noBands
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
  readonly parts: Growing[] = []
  readonly #layout: Layout

  constructor(layout: Layout) {
    this.#layout = layout
  }

  #equal(kind: string, x: number, y: number, z: number, hinge: 'left' | 'right' | undefined): Growing | undefined {
    for (const part of this.parts) {
      const { size } = part
      if (size.x === x && size.y === y && size.z === z && part.kind === kind && part.hinge === hinge) return part
    }
    return undefined
  }

  board(kind: string, x: number, y: number, z: number, place: Place, hinge?: 'left' | 'right'): void {
    const known = this.#equal(kind, x, y, z, hinge)
    if (known !== undefined) {
      known.places.push(place)
      return
    }
    const { board, chosen } = this.#layout
    const size = { x, y, z }
    const massG = kind === 'door' ? leafMass(this.#layout, x, y) : Math.round((x * y * z * board.density) / 1_000_000)
    const part: Growing = {
      key: this.#key(kind),
      kind,
      shape: 'box',
      size,
      material: board.id,
      finish: chosen.finish,
      grain: axisAlong[kind] ?? 'none',
      edges: bands(this.#layout, kind, size),
      massG,
      places: [place],
    }
    if (hinge !== undefined) {
      part.hinge = hinge
      part.hinges = hingesFor(massG, y)
    }
    this.parts.push(part)
  }

  /** A part that does not come from the shelf's own board. */
  other(part: Omit<Part, 'key' | 'places' | 'grain' | 'edges'>, place: Place): void {
    const { kind, size } = part
    const known = this.#equal(kind, size.x, size.y, size.z, undefined)
    if (known !== undefined) known.places.push(place)
    else this.parts.push({ key: this.#key(kind), ...part, grain: 'none', edges: noBands, places: [place] })
  }

  #key(kind: string): string {
    let ordinal = 1
    for (const part of this.parts) if (part.kind === kind) ordinal += 1
    return `${kind}-${ordinal}`
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
          const cell = cellId(index, level)
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
  if (kind === 'none') return
  const foot = {
    kind: 'foot',
    shape: 'cylinder',
    size: { x: footDiameter, y: layout.foot, z: footDiameter },
    material: `foot-${kind}`,
    finish: 'black',
    massG: footMass[kind],
  } as const
  for (const line of footLines(layout)) {
    const x = line - footDiameter / 2
    gathering.other(foot, { at: { x, y: 0, z: footSetback }, body: 0 })
    gathering.other(foot, { at: { x, y: 0, z: depth - footSetback - footDiameter }, body: 0 })
  }
}

/** Every part of a shelf with all its places. */
export function partsOf({ layout, leaves, panels }: Study): readonly Part[] {
  const gathering = new Gathering(layout)
  const t = layout.board.thickness
  carcass(layout, gathering)
  for (const { cell, width, height, x, y, body, hinge } of leaves) {
    gathering.board('door', width, height, t, { at: { x, y, z: layout.chosen.depth - t }, body, cell }, hinge)
  }
  const finish = backFinish[layout.chosen.finish]
  const z = backBoard.thickness
  for (const { x, y, width, height, body } of panels) {
    const massG = Math.round((width * height * z * backBoard.density) / 1_000_000)
    const size = { x: width, y: height, z }
    gathering.other(
      { kind: 'back', shape: 'box', size, material: backBoard.id, finish, massG },
      { at: { x, y, z: 0 }, body },
    )
  }
  feet(layout, gathering)
  return gathering.parts
}

/** The back's lacquered side matches the shelf as the mills' lists allow. */
const backFinish: Readonly<Record<Finish, string>> = {
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
