import type { Vector } from '../vector.ts'
import { type Chords, chordsUm, facetsOf } from './facets.ts'
import { lineOf, longestUm, polygonOf, regionOf } from './outline.ts'
import { crosses, type Polygon, type Region, turned } from './polygon.ts'
import type { Box, Contour, Cylinder, Extrusion, Point, Revolution, Sphere, Sweep } from './recipe.ts'
import { SolidError } from './solid-error.ts'
import { directionOf, fullTurn } from './turn.ts'

export type Primitive = Box | Cylinder | Sphere | Extrusion | Revolution | Sweep

/**
 * A primitive with its facets decided, µm: the one place that says how fine a solid is, so that closed forms, quick meshes and the kernel speak of the
 * same facets. `drawn` from z 0 to `depth`, its far end `far` times as large. `turned` about y in `facets` steps over `turnMd`.
 * `swept` by a section along a line. `rounded` is a box with all edges taken off by a ball of `facets` meridians.
 */
export type Form =
  | { readonly kind: 'drawn'; readonly region: Region; readonly depth: number; readonly far: number }
  | { readonly kind: 'turned'; readonly region: Region; readonly facets: number; readonly turnMd: number }
  | { readonly kind: 'swept'; readonly section: Polygon; readonly line: readonly Point[] }
  | { readonly kind: 'rounded'; readonly size: Vector; readonly radius: number; readonly facets: number }

function checked(...lengths: readonly number[]): void {
  for (const length of lengths) {
    if (!Number.isInteger(length) || length < 1 || length > longestUm)
      throw new SolidError('solid_size', { length: length / 1000 })
  }
}

/** Half a circle in x ≥ 0 from the lowest point to the highest, as the meridian of a ball of `facets`. */
export function halfCircle(radius: number, facets: number): Polygon {
  return Array.from({ length: facets / 2 + 1 }, (_, index): Point => {
    const { cos, sin } = directionOf(index, facets)
    return [radius * sin, -radius * cos]
  })
}

const isCurved = (contour: Contour): boolean =>
  contour.some(({ way, corner }) => way !== undefined || corner?.kind === 'fillet')

function boxForm({ sizeUm, edge }: Box, chords: Chords): Form {
  const { x, y, z } = sizeUm
  checked(x, y, z)
  if (edge === undefined) {
    const region: Region = [
      [
        [0, 0],
        [x, 0],
        [x, y],
        [0, y],
      ],
    ]
    return { kind: 'drawn', region, depth: z, far: 1 }
  }
  checked(edge.sizeUm)
  if (2 * edge.sizeUm >= Math.min(x, y, z)) throw new SolidError('corner_too_large', { size: edge.sizeUm / 1000 })
  const facets = edge.kind === 'chamfer' ? 4 : facetsOf(edge.sizeUm, chords.double)
  return { kind: 'rounded', size: sizeUm, radius: edge.sizeUm, facets }
}

function cylinderForm({ radiusUm, topRadiusUm = radiusUm, heightUm }: Cylinder, chords: Chords): Form {
  checked(radiusUm, heightUm)
  if (topRadiusUm !== 0) checked(topRadiusUm)
  const side: Point[] =
    topRadiusUm === 0
      ? [[0, heightUm]]
      : [
          [topRadiusUm, heightUm],
          [0, heightUm],
        ]
  const facets = facetsOf(Math.max(radiusUm, topRadiusUm), chords.single)
  return { kind: 'turned', region: [[[0, 0], [radiusUm, 0], ...side]], facets, turnMd: fullTurn }
}

function extrusionForm({ outline, holes, depthUm, farPermille = 1000 }: Extrusion, chords: Chords): Form {
  checked(depthUm, farPermille)
  const region = regionOf(outline, holes, chords.single)
  return { kind: 'drawn', region, depth: depthUm, far: farPermille / 1000 }
}

function revolutionForm({ outline, holes, turnMd = fullTurn }: Revolution, chords: Chords): Form {
  checked(turnMd)
  if (turnMd > fullTurn) throw new SolidError('solid_size', { turn: turnMd / 1000 })
  const chord = [outline, ...holes].some(isCurved) ? chords.double : chords.single
  const region = regionOf(outline, holes, chord)
  let widest = 0
  for (const [x] of region.flat()) {
    if (x < 0) throw new SolidError('contour_behind_axis', { x: x / 1000 })
    widest = Math.max(widest, x)
  }
  const round = facetsOf(widest, chord)
  const facets = turnMd === fullTurn ? round : Math.max(3, Math.ceil((round * turnMd) / fullTurn))
  return { kind: 'turned', region, facets, turnMd }
}

/** Directions across a line, one to each of its points: to the left, and as long as it takes to stay beside both legs. */
export function mitres(line: readonly Point[]): Point[] {
  const lefts = line.slice(1).map((point, index): Point => {
    const from = line[index] ?? point
    const [x, y] = [point[0] - from[0], point[1] - from[1]]
    const length = Math.sqrt(x * x + y * y)
    return [-y / length, x / length]
  })
  return line.map((_, index): Point => {
    const after = lefts[index] ?? lefts.at(-1) ?? [0, 1]
    const before = lefts[index - 1] ?? after
    const share = 1 + before[0] * after[0] + before[1] * after[1]
    // Turning back on itself, it has no side to stay on.
    if (share < 0.1) throw new SolidError('path_too_tight')
    return [(before[0] + after[0]) / share, (before[1] + after[1]) / share]
  })
}

function sweepForm({ section, path }: Sweep, chords: Chords): Form {
  const polygon = turned(polygonOf(section, chords.double), 'counter-clockwise')
  if (crosses([polygon])) throw new SolidError('contour_crosses')
  const line = lineOf(path, chords.double)
  const across = mitres(line)
  for (const offset of [Math.min(...polygon.map(([, y]) => y)), Math.max(...polygon.map(([, y]) => y))]) {
    const beside = line.map(([x, y], index): Point => {
      const [ax, ay] = across[index] ?? [0, 0]
      return [x + ax * offset, y + ay * offset]
    })
    // Every leg must still run forwards at the section's edge, else it folds over.
    const folds = line.slice(1).some(([x, y], index) => {
      const [from, a, b] = [line[index], beside[index], beside[index + 1]]
      if (from === undefined || a === undefined || b === undefined) return true
      return (x - from[0]) * (b[0] - a[0]) + (y - from[1]) * (b[1] - a[1]) <= 0
    })
    if (folds) throw new SolidError('path_too_tight')
  }
  return { kind: 'swept', section: polygon, line }
}

/**
 * A primitive's form, as fine as everything that is measured or made, or as coarse as is said for what is only looked at.
 * @throws SolidError for what cannot be made of these numbers.
 */
export function formOf(node: Primitive, chords = chordsUm): Form {
  switch (node.kind) {
    case 'box':
      return boxForm(node, chords)
    case 'cylinder':
      return cylinderForm(node, chords)
    case 'sphere': {
      checked(node.radiusUm)
      const facets = facetsOf(node.radiusUm, chords.double)
      return { kind: 'turned', region: [halfCircle(node.radiusUm, facets)], facets, turnMd: fullTurn }
    }
    case 'extrusion':
      return extrusionForm(node, chords)
    case 'revolution':
      return revolutionForm(node, chords)
    case 'sweep':
      return sweepForm(node, chords)
  }
}
