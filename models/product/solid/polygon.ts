import type { Point } from './recipe.ts'

/** A closed line of straight facets, µm; the last point is joined to the first. */
export type Polygon = readonly Point[]

/** What a region's sums need: area, first moments about the axes, and length of its edge. Area is positive for counter-clockwise. */
export type Moments = { readonly area: number; readonly x: number; readonly y: number; readonly length: number }

export function momentsOf(polygon: Polygon): Moments {
  let area = 0
  let x = 0
  let y = 0
  let length = 0
  let last = polygon.at(-1)
  for (const point of polygon) {
    if (last !== undefined) {
      const cross = last[0] * point[1] - point[0] * last[1]
      area += cross / 2
      x += ((last[0] + point[0]) * cross) / 6
      y += ((last[1] + point[1]) * cross) / 6
      const [dx, dy] = [point[0] - last[0], point[1] - last[1]]
      length += Math.sqrt(dx * dx + dy * dy)
    }
    last = point
  }
  return { area, x, y, length }
}

/** An outline counter-clockwise and its holes clockwise: what is left of every edge is inside. */
export type Region = readonly Polygon[]

export function regionMoments(region: Region): Moments {
  let sum: Moments = { area: 0, x: 0, y: 0, length: 0 }
  for (const polygon of region) {
    const one = momentsOf(polygon)
    sum = { area: sum.area + one.area, x: sum.x + one.x, y: sum.y + one.y, length: sum.length + one.length }
  }
  return sum
}

/** The polygon counter-clockwise, or clockwise. */
export function turned(polygon: Polygon, way: 'counter-clockwise' | 'clockwise'): Polygon {
  const positive = momentsOf(polygon).area > 0
  return positive === (way === 'counter-clockwise') ? polygon : [...polygon].reverse()
}

/** Twice the area of a triangle, positive for counter-clockwise. */
export function side(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

type Edge = {
  readonly a: Point
  readonly b: Point
  readonly polygon: number
  readonly index: number
  readonly of: number
}

/** Whether two edges share a point other than an end that both have. */
function meet(one: Edge, other: Edge): boolean {
  const { a, b } = one
  const { a: c, b: d } = other
  const neighbours =
    one.polygon === other.polygon &&
    ((one.index + 1) % one.of === other.index || (other.index + 1) % other.of === one.index)
  if (neighbours) {
    // Two edges in a row only meet in their common end, unless the second goes back over the first.
    const [tip, from, to] = (one.index + 1) % one.of === other.index ? [b, a, d] : [a, b, c]
    const back = (from[0] - tip[0]) * (to[0] - tip[0]) + (from[1] - tip[1]) * (to[1] - tip[1])
    return one.of > 2 && side(from, tip, to) === 0 && back > 0
  }
  const [s1, s2, s3, s4] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)]
  if (((s1 > 0 && s2 < 0) || (s1 < 0 && s2 > 0)) && ((s3 > 0 && s4 < 0) || (s3 < 0 && s4 > 0))) return true
  const on = (p: Point, q: Point, r: Point, s: number): boolean =>
    s === 0 &&
    Math.min(p[0], q[0]) <= r[0] &&
    r[0] <= Math.max(p[0], q[0]) &&
    Math.min(p[1], q[1]) <= r[1] &&
    r[1] <= Math.max(p[1], q[1])
  return on(a, b, c, s1) || on(a, b, d, s2) || on(c, d, a, s3) || on(c, d, b, s4)
}

/** Whether the polygons touch or cross themselves or each other. Edges are swept by x, so that long outlines stay cheap. */
export function crosses(polygons: readonly Polygon[]): boolean {
  const edges = polygons.flatMap((points, polygon) =>
    points.map((b, index): Edge => ({ a: points.at(index - 1) ?? b, b, polygon, index, of: points.length })),
  )
  const low = ({ a, b }: Edge): number => Math.min(a[0], b[0])
  edges.sort((one, other) => low(one) - low(other))
  let open: Edge[] = []
  for (const edge of edges) {
    const left = low(edge)
    open = open.filter(({ a, b }) => Math.max(a[0], b[0]) >= left)
    for (const other of open) {
      const apart =
        Math.max(other.a[1], other.b[1]) < Math.min(edge.a[1], edge.b[1]) ||
        Math.min(other.a[1], other.b[1]) > Math.max(edge.a[1], edge.b[1])
      if (!apart && meet(other, edge)) return true
    }
    open.push(edge)
  }
  return false
}

/** Whether a point lies inside a polygon, edges aside. */
export function contains(polygon: Polygon, [x, y]: Point): boolean {
  let inside = false
  let last = polygon.at(-1)
  for (const point of polygon) {
    if (last !== undefined && point[1] > y !== last[1] > y) {
      const at = last[0] + ((y - last[1]) / (point[1] - last[1])) * (point[0] - last[0])
      if (x < at) inside = !inside
    }
    last = point
  }
  return inside
}
