import type { Point } from '../../product/solid/recipe.ts'

/** A cubic Bézier curve in radius (x) and height (y); any one unit. */
export type Curve = readonly [Point, Point, Point, Point]

/** The point of a curve at `t` from 0 to 1. */
export function at([a, b, c, d]: Curve, t: number): Point {
  const s = 1 - t
  const [wa, wb, wc, wd] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
  return [wa * a[0] + wb * b[0] + wc * c[0] + wd * d[0], wa * a[1] + wb * b[1] + wc * c[1] + wd * d[1]]
}

/** The direction of a curve at `t`, as long as the curve is fast there. */
export function speed([a, b, c, d]: Curve, t: number): Point {
  const s = 1 - t
  const [wa, wb, wc] = [3 * s * s, 6 * s * t, 3 * t * t]
  return [
    wa * (b[0] - a[0]) + wb * (c[0] - b[0]) + wc * (d[0] - c[0]),
    wa * (b[1] - a[1]) + wb * (c[1] - b[1]) + wc * (d[1] - c[1]),
  ]
}

/** Nodes and weights of five-point Gauss–Legendre integration on 0 to 1: exact for polynomials up to degree 9. */
const outer = Math.sqrt(5 + 2 * Math.sqrt(10 / 7)) / 6
const inner = Math.sqrt(5 - 2 * Math.sqrt(10 / 7)) / 6
const gauss: readonly (readonly [t: number, weight: number])[] = [
  [0.5 - outer, (322 - 13 * Math.sqrt(70)) / 1800],
  [0.5 - inner, (322 + 13 * Math.sqrt(70)) / 1800],
  [0.5, 64 / 225],
  [0.5 + inner, (322 + 13 * Math.sqrt(70)) / 1800],
  [0.5 + outer, (322 - 13 * Math.sqrt(70)) / 1800],
]

/** The integral of a function of `t` over a curve. */
export function integral(of: (t: number) => number): number {
  let sum = 0
  for (const [t, weight] of gauss) sum += weight * of(t)
  return sum
}

/** The room between a curve that goes up and the axis: exact, since π·x²·dy is a polynomial of degree 8. */
export const turnedVolume = (curve: Curve): number =>
  Math.PI * integral((t) => at(curve, t)[0] ** 2 * speed(curve, t)[1])

/** The surface a curve makes when it is turned about the axis. */
export const turnedArea = (curve: Curve): number =>
  2 *
  Math.PI *
  integral((t) => {
    const [dx, dy] = speed(curve, t)
    return at(curve, t)[0] * Math.sqrt(dx * dx + dy * dy)
  })

/** Length of a curve; five nodes hold it to a thousandth for curves that bend once. */
export const lengthOf = (curve: Curve): number =>
  integral((t) => {
    const [dx, dy] = speed(curve, t)
    return Math.sqrt(dx * dx + dy * dy)
  })

/** The radius of a curve that goes up at a height between its ends. */
export function radiusAt(curve: Curve, height: number): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2
    if (at(curve, middle)[1] < height) low = middle
    else high = middle
  }
  return at(curve, (low + high) / 2)[0]
}
