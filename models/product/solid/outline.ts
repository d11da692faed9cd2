import { arcPoints, curvePoints } from './facets.ts'
import { contains, crosses, type Polygon, type Region, turned } from './polygon.ts'
import type { Contour, Knot, Path, Point } from './recipe.ts'
import { SolidError } from './solid-error.ts'

/** Lengths a solid may have, µm: from one to a hundred metres. Sums of them stay exact. */
export const longestUm = 100_000_000

const integer = (value: number): boolean => Number.isInteger(value) && Math.abs(value) <= longestUm

function distance(a: Point, b: Point): number {
  const [x, y] = [b[0] - a[0], b[1] - a[1]]
  return Math.sqrt(x * x + y * y)
}

/** The centre of the circle through three points; undefined when they lie on a line. */
function centreOf(a: Point, b: Point, c: Point): Point | undefined {
  const [bx, by, cx, cy] = [b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]]
  const twice = 2 * (bx * cy - by * cx)
  if (twice === 0) return undefined
  const [b2, c2] = [bx * bx + by * by, cx * cx + cy * cy]
  return [a[0] + (cy * b2 - by * c2) / twice, a[1] + (bx * c2 - cx * b2) / twice]
}

/** Facets of the way from a knot to the next point, both ends left out. */
function wayPoints({ at, way }: Knot, to: Point, chordUm: number): Point[] {
  if (way === undefined) return []
  if (way.kind === 'curve') return curvePoints(at, way.controls[0], way.controls[1], to, chordUm)
  const centre = centreOf(at, way.through, to)
  if (centre === undefined) return []
  const [x, y] = [way.through[0] - at[0], way.through[1] - at[1]]
  const clockwise = x * (to[1] - at[1]) - y * (to[0] - at[0]) < 0
  return arcPoints(centre, at, to, clockwise, chordUm)
}

/** What a corner takes of each leg, and the points that stand in its place. */
function cornerPoints(
  before: Point,
  { at, corner }: Knot,
  after: Point,
  chordUm: number,
): { cut: number; points: Point[] } {
  if (corner === undefined) return { cut: 0, points: [at] }
  const [back, on] = [distance(at, before), distance(at, after)]
  const u: Point = [(before[0] - at[0]) / back, (before[1] - at[1]) / back]
  const v: Point = [(after[0] - at[0]) / on, (after[1] - at[1]) / on]
  const cosine = u[0] * v[0] + u[1] * v[1]
  if (1 + cosine < 1e-12) return { cut: 0, points: [at] }
  const cut =
    corner.kind === 'chamfer' ? corner.sizeUm : corner.sizeUm * Math.sqrt((1 + cosine) / Math.max(1 - cosine, 1e-12))
  if (cut > back || cut > on) throw new SolidError('corner_too_large', { size: corner.sizeUm / 1000 })
  const from: Point = [at[0] + u[0] * cut, at[1] + u[1] * cut]
  const to: Point = [at[0] + v[0] * cut, at[1] + v[1] * cut]
  if (corner.kind === 'chamfer') return { cut, points: [from, to] }
  const [x, y] = [u[0] + v[0], u[1] + v[1]]
  const reach = (corner.sizeUm * Math.sqrt(2 / (1 - cosine))) / Math.sqrt(x * x + y * y)
  const centre: Point = [at[0] + x * reach, at[1] + y * reach]
  const clockwise = u[0] * v[1] - u[1] * v[0] > 0
  return { cut, points: [from, ...arcPoints(centre, from, to, clockwise, chordUm), to] }
}

/** A knot's neighbours; an open path has none beyond its ends. */
function around(
  knots: readonly Knot[],
  index: number,
  closed: boolean,
): [before: Knot | undefined, after: Knot | undefined] {
  const before = knots[index - 1] ?? (closed ? knots.at(-1) : undefined)
  const after = knots[index + 1] ?? (closed ? knots[0] : undefined)
  return [before, after]
}

function facetted(knots: readonly Knot[], closed: boolean, chordUm: number): Point[] {
  const points: Point[] = []
  const cuts: number[] = []
  for (const [index, knot] of knots.entries()) {
    if (!integer(knot.at[0]) || !integer(knot.at[1]))
      throw new SolidError('solid_size', { x: knot.at[0], y: knot.at[1] })
    const [before, after] = around(knots, index, closed)
    if (knot.corner === undefined || before === undefined || after === undefined) {
      points.push(knot.at)
      cuts.push(0)
    } else {
      if (knot.way !== undefined || before.way !== undefined) throw new SolidError('corner_not_straight')
      const { cut, points: rounded } = cornerPoints(before.at, knot, after.at, chordUm)
      points.push(...rounded)
      cuts.push(cut)
    }
    if (after !== undefined) points.push(...wayPoints(knot, after.at, chordUm))
  }
  for (const [index, knot] of knots.entries()) {
    const next = knots[index + 1] ?? (closed ? knots[0] : undefined)
    const taken = (cuts[index] ?? 0) + (cuts[(index + 1) % knots.length] ?? 0)
    // Half a micrometre: corners that just meet are allowed, whatever their roots were rounded to.
    if (next !== undefined && taken > 0 && taken > distance(knot.at, next.at) + 0.5) {
      throw new SolidError('corner_too_large', { size: taken / 1000 })
    }
  }
  return points
}

/** Without points that lie on the one before, closer than a nanometre. */
function distinct(points: readonly Point[], closed: boolean): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const last = kept.at(-1)
    if (last === undefined || distance(last, point) > 0.001) kept.push(point)
  }
  const [first, last] = [kept[0], kept.at(-1)]
  if (closed && kept.length > 1 && first !== undefined && last !== undefined && distance(first, last) <= 0.001)
    kept.pop()
  return kept
}

/** A contour as facets within `chordUm` of it. @throws SolidError for corners that do not fit and fewer than three points. */
export function polygonOf(contour: Contour, chordUm: number): Polygon {
  const points = distinct(facetted(contour, true, chordUm), true)
  if (points.length < 3) throw new SolidError('contour_open')
  return points
}

/** An open path as facets. @throws SolidError as for contours, and for fewer than two points. */
export function lineOf(path: Path, chordUm: number): readonly Point[] {
  const points = distinct(facetted(path, false, chordUm), false)
  if (points.length < 2) throw new SolidError('contour_open')
  return points
}

/** An outline without its holes. @throws SolidError also when they cross, touch, or a hole lies outside. */
export function regionOf(outline: Contour, holes: readonly Contour[], chordUm: number): Region {
  const outer = turned(polygonOf(outline, chordUm), 'counter-clockwise')
  const inner = holes.map((hole) => turned(polygonOf(hole, chordUm), 'clockwise'))
  const region = [outer, ...inner]
  if (crosses(region)) throw new SolidError('contour_crosses')
  for (const [index, hole] of inner.entries()) {
    const [point] = hole
    if (point === undefined) continue
    const nested = inner.some((other, at) => at !== index && contains(other, point))
    if (!contains(outer, point) || nested) throw new SolidError('contour_crosses')
  }
  return region
}
