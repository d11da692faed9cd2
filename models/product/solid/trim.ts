import type { Axis } from '../vector.ts'
import { areaVector, type Shell, triangleOf } from './shell.ts'

/** A whole surface with its sums, mm³ and mm². */
export type Piece = { readonly shell: Shell; readonly volumeMm3: number; readonly areaMm2: number }

/** Where a surface was cut: the names of its corners, by where in the cut they lie, and its edges in the direction its triangles walk them. */
export type Seam = {
  readonly corners: readonly string[]
  readonly edges: readonly { readonly from: number; readonly to: number; readonly triangle: number }[]
}

/**
 * The surface of a slab without the faces it was cut by. Its first corners are those of the cut below it, its last those of the cut above; an edge counts
 * corners from the first of its seam.
 */
export type Slab = Piece & { readonly low: Seam; readonly high: Seam }

const offsetOf: Readonly<Record<Axis, number>> = { x: 0, y: 1, z: 2 }

/** How far a corner on a cut may lie off it, mm: some steps of single precision. */
const near = (plane: number): number => 1e-5 + Math.abs(plane) * 1e-6

/** -1 on the cut below, 1 on the cut above. */
type Where = -1 | 0 | 1

/** Corners sorted by where they lie, and their new places. */
function sortedBy(sides: readonly Where[]): { order: number[]; places: Uint32Array } {
  const order: number[] = []
  const places = new Uint32Array(sides.length)
  for (const side of [-1, 0, 1]) {
    for (const [corner, its] of sides.entries()) {
      if (its !== side) continue
      places[corner] = order.length
      order.push(corner)
    }
  }
  return { order, places }
}

/** Takes the faces of both cuts (mm; undefined for a true end) off a piece. */
export function trimmed(piece: Piece, axis: Axis, low: number | undefined, high: number | undefined): Slab {
  const { positions, triangles } = piece.shell
  const along = offsetOf[axis]
  const sides = Array.from({ length: positions.length / 3 }, (_, corner): Where => {
    const at = positions[3 * corner + along] ?? 0
    if (low !== undefined && Math.abs(at - low) <= near(low)) return -1
    return high !== undefined && Math.abs(at - high) <= near(high) ? 1 : 0
  })
  const { order, places } = sortedBy(sides)
  const moved = new Float32Array(positions.length)
  const names: { readonly low: string[]; readonly high: string[] } = { low: [], high: [] }
  for (const [place, corner] of order.entries()) {
    const at = positions.subarray(3 * corner, 3 * corner + 3)
    moved.set(at, 3 * place)
    const side = sides[corner] ?? 0
    if (side === 0) continue
    names[side === -1 ? 'low' : 'high'].push([...at].filter((_, offset) => offset !== along).join(' '))
    // Both sides of a cut get the very same number.
    moved[3 * place + along] = (side === -1 ? low : high) ?? 0
  }
  const firstHigh = order.length - names.high.length
  const edges: { readonly low: Seam['edges'][number][]; readonly high: Seam['edges'][number][] } = { low: [], high: [] }
  const kept: number[] = []
  let lostMm2 = 0
  for (let index = 0; index < triangles.length; index += 3) {
    const corners = [triangles[index] ?? 0, triangles[index + 1] ?? 0, triangles[index + 2] ?? 0]
    const [a = 0, b = 0, c = 0] = corners.map((corner) => sides[corner])
    if (a !== 0 && a === b && b === c) {
      const { x, y, z } = areaVector(triangleOf(piece.shell, index / 3))
      lostMm2 += Math.sqrt(x * x + y * y + z * z) / 2
      continue
    }
    const triangle = kept.length / 3
    const [first = 0, second = 0, third = 0] = corners.map((corner) => places[corner] ?? 0)
    kept.push(first, second, third)
    const edge = (from: number, to: number, side: Where): void => {
      const start = side === -1 ? 0 : firstHigh
      edges[side === -1 ? 'low' : 'high'].push({ from: from - start, to: to - start, triangle })
    }
    if (a !== 0 && a === b) edge(first, second, a)
    else if (b !== 0 && b === c) edge(second, third, b)
    else if (c !== 0 && c === a) edge(third, first, c)
  }
  return {
    shell: { positions: moved, triangles: Uint32Array.from(kept) },
    low: { corners: names.low, edges: edges.low },
    high: { corners: names.high, edges: edges.high },
    volumeMm3: piece.volumeMm3,
    areaMm2: piece.areaMm2 - lostMm2,
  }
}
