import type { Point } from './recipe.ts'
import { directionOf } from './turn.ts'

/**
 * How far facets may lie inside the true curve, µm. The promise is 20; what is left takes up rounding to the mesh's single precision.
 * A surface that is curved both ways (of revolution, swept) spends half of it in each direction.
 */
export const chordsUm: Chords = { single: 18, double: 9 }

/** As far as an eye cannot tell on a screen: for what is only looked at, and drawn anew while one drags. */
export const sketchChordsUm: Chords = { single: 90, double: 60 }

/** µm that facets may lie inside the true curve, where a surface is curved one way and where both. */
export type Chords = { readonly single: number; readonly double: number }

/** Facets of a whole turn at least, so that small rounds are round and their area is within 0.3 % of the true one. */
const fewest = 48

/** µm that the middle of one of `count` equal chords lies inside a circle. */
export function chordError(radiusUm: number, count: number): number {
  return radiusUm * (1 - directionOf(1, 2 * count).cos)
}

/** Facets of a whole turn at a radius in µm: a multiple of four, so that the outermost points are true to size. The same on every machine. */
export function facetsOf(radiusUm: number, chordUm: number): number {
  // 1 − cos(π/n) is about π²/2n²; the root is exact everywhere, the steps after it make up for the rest.
  let count = Math.max(fewest, 4 * Math.floor((Math.PI * Math.sqrt(radiusUm / (2 * chordUm))) / 4))
  while (chordError(radiusUm, count) > chordUm) count += 4
  return count
}

/** Cosine of the widest angle an arc's facet may take, a 32nd of a turn. */
const widest = directionOf(1, 32).cos - 1e-9

type Spoke = { readonly x: number; readonly y: number }

/** The unit vector half-way from one to another counter-clockwise; a quarter on where they are opposite. */
function between(from: Spoke, to: Spoke): Spoke {
  const x = from.x + to.x
  const y = from.y + to.y
  const length = Math.sqrt(x * x + y * y)
  if (length < 1e-9) return { x: -from.y, y: from.x }
  const turn = from.x * to.y - from.y * to.x >= 0 ? 1 : -1
  return { x: (turn * x) / length, y: (turn * y) / length }
}

/**
 * Points after `from` up to and without `to` on an arc about a centre, counter-clockwise or clockwise. By halving, which needs roots alone.
 * µm; both ends lie on the circle.
 */
export function arcPoints(centre: Point, from: Point, to: Point, clockwise: boolean, chordUm: number): Point[] {
  const points: Point[] = []
  const [dx, dy] = [from[0] - centre[0], from[1] - centre[1]]
  const radius = Math.sqrt(dx * dx + dy * dy)
  const spoke = ([x, y]: Point): Spoke => ({ x: (x - centre[0]) / radius, y: (y - centre[1]) / radius })
  const walk = (a: Spoke, b: Spoke, depth: number): void => {
    const middle = clockwise ? between(b, a) : between(a, b)
    const cosine = a.x * middle.x + a.y * middle.y
    // Half of the chord's angle lies between its end and its middle, and there the chord is farthest from the circle.
    if (depth > 0 && 2 * cosine * cosine - 1 >= widest && radius * (1 - cosine) <= chordUm) return
    walk(a, middle, depth + 1)
    points.push([centre[0] + radius * middle.x, centre[1] + radius * middle.y])
    walk(middle, b, depth + 1)
  }
  walk(spoke(from), spoke(to), 0)
  return points
}

/** Points after the first up to and without the last of a cubic Bézier curve, by the bound that its second differences give. */
export function curvePoints(a: Point, b: Point, c: Point, d: Point, chordUm: number): Point[] {
  const bend = (p: Point, q: Point, r: Point): number => {
    const x = p[0] - 2 * q[0] + r[0]
    const y = p[1] - 2 * q[1] + r[1]
    return Math.sqrt(x * x + y * y)
  }
  const count = Math.max(4, Math.ceil(Math.sqrt((0.75 * Math.max(bend(a, b, c), bend(b, c, d))) / chordUm)))
  const points: Point[] = []
  for (let index = 1; index < count; index += 1) {
    const t = index / count
    const s = 1 - t
    const [wa, wb, wc, wd] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
    points.push([wa * a[0] + wb * b[0] + wc * c[0] + wd * d[0], wa * a[1] + wb * b[1] + wc * c[1] + wd * d[1]])
  }
  return points
}
