import type { Contour, Corner, Knot, Point } from './recipe.ts'

/** A closed contour of straight lines, every corner alike. µm. */
export function polygonContour(points: readonly Point[], corner?: Corner): Contour {
  return points.map((at): Knot => (corner === undefined ? { at } : { at, corner }))
}

/** A rectangle with its lower left corner at `(x, y)`. µm. */
export function rectangle(x: number, y: number, width: number, height: number, corner?: Corner): Contour {
  return polygonContour(
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ],
    corner,
  )
}

/** A circle as two arcs. µm. */
export function circle(x: number, y: number, radius: number): Contour {
  return [
    { at: [x - radius, y], way: { kind: 'arc', through: [x, y - radius] } },
    { at: [x + radius, y], way: { kind: 'arc', through: [x, y + radius] } },
  ]
}

/** An ellipse about `(x, y)` as four curves, true within 0.03 % of its half widths. µm. */
export function ellipse(x: number, y: number, halfWidth: number, halfHeight: number): Contour {
  const reach = 0.5522847498
  const [a, b] = [Math.round(halfWidth * reach), Math.round(halfHeight * reach)]
  const curve = (at: Point, first: Point, second: Point): Knot => ({
    at,
    way: { kind: 'curve', controls: [first, second] },
  })
  return [
    curve([x + halfWidth, y], [x + halfWidth, y + b], [x + a, y + halfHeight]),
    curve([x, y + halfHeight], [x - a, y + halfHeight], [x - halfWidth, y + b]),
    curve([x - halfWidth, y], [x - halfWidth, y - b], [x - a, y - halfHeight]),
    curve([x, y - halfHeight], [x + a, y - halfHeight], [x + halfWidth, y - b]),
  ]
}
