import { type Region, side } from './polygon.ts'
import type { Point } from './recipe.ts'

/** A place in a ring of corners, and which corner stands there: where a hole is joined to the outline, two corners stand twice. */
type Place = { readonly corner: number; readonly at: Point }

const origin: Point = [0, 0]

/** The place of the outline that the rightmost corner of a hole is joined to: one that sees it, to its right. */
function bridge(ring: readonly Place[], [x, y]: Point): number {
  let nearest = Number.POSITIVE_INFINITY
  let best = -1
  for (const [index, { at: b }] of ring.entries()) {
    const a = ring.at(index - 1)?.at ?? b
    // Only edges that go up have the inside on their left, where the hole is.
    if (a[1] > y || b[1] < y || a[1] === b[1]) continue
    const meets = a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])
    if (meets < x || meets >= nearest) continue
    nearest = meets
    best = (a[0] > b[0] ? index - 1 + ring.length : index) % ring.length
  }
  const chosen = ring[best]?.at
  if (chosen === undefined) return 0
  // Corners inside the triangle of hole, meeting point and chosen corner may hide it; the one that is least steep does not.
  const meeting: Point = [nearest, y]
  const [low, high] = chosen[1] < y ? [chosen, meeting] : [meeting, chosen]
  let flattest = steepness([x, y], chosen)
  for (const [index, { at }] of ring.entries()) {
    if (at[0] < x || at === chosen || !within([x, y], low, high, at)) continue
    const steep = steepness([x, y], at)
    if (steep > flattest || (steep === flattest && at[0] >= (ring[best]?.at[0] ?? 0))) continue
    if (!opensTowards(ring, index, [x, y])) continue
    flattest = steep
    best = index
  }
  // Where other holes are joined already, a corner stands several times; each of them sees a part of what is around it.
  const corner = ring[best]?.at
  const seeing = ring.findIndex(({ at }, index) => at === corner && opensTowards(ring, index, [x, y]))
  return seeing === -1 ? best : seeing
}

function steepness(from: Point, to: Point): number {
  return to[0] === from[0] ? Number.POSITIVE_INFINITY : Math.abs(to[1] - from[1]) / (to[0] - from[0])
}

/** Whether a point lies in a triangle that goes counter-clockwise, its edges included. */
function within(a: Point, b: Point, c: Point, p: Point): boolean {
  return side(a, b, p) >= 0 && side(b, c, p) >= 0 && side(c, a, p) >= 0
}

/** Whether the inside of the ring at a place holds the way to a point. */
function opensTowards(ring: readonly Place[], index: number, to: Point): boolean {
  const at = ring[index]?.at ?? origin
  const before = ring.at(index - 1)?.at ?? origin
  const after = ring[(index + 1) % ring.length]?.at ?? origin
  const left = side(before, at, to) > 0
  const right = side(at, after, to) > 0
  return side(before, at, after) >= 0 ? left && right : left || right
}

/** One ring of places around everything: each hole, the rightmost first, is cut open towards what is already joined. */
function joined(region: Region): Place[] {
  let corner = 0
  const rings = region.map((polygon) => polygon.map((at): Place => ({ corner: corner++, at })))
  const [outer = [], ...holes] = rings
  const rightmost = (hole: readonly Place[]): number =>
    hole.reduce((best, { at }, index) => (at[0] > (hole[best]?.at[0] ?? 0) ? index : best), 0)
  const sorted = holes
    .map((hole) => ({ hole, start: rightmost(hole) }))
    .sort((a, b) => (b.hole[b.start]?.at[0] ?? 0) - (a.hole[a.start]?.at[0] ?? 0))
  const ring = [...outer]
  for (const { hole, start } of sorted) {
    const first = hole[start]
    if (first === undefined) continue
    const index = bridge(ring, first.at)
    const last = ring[index]
    if (last === undefined) continue
    ring.splice(index + 1, 0, ...hole.slice(start), ...hole.slice(0, start), first, last)
  }
  return ring
}

/**
 * Triangles of a region by cutting off ears, as indices into its corners in their order. Every corner is used, so that walls beside it close.
 * Counter-clockwise like the outline. For outlines of up to some thousand corners.
 */
export function triangulate(region: Region): readonly (readonly [number, number, number])[] {
  const ring = joined(region)
  const after = ring.map((_, index) => (index + 1) % ring.length)
  const before = ring.map((_, index) => (index - 1 + ring.length) % ring.length)
  const at = (place: number): Point => ring[place]?.at ?? origin
  const next = (place: number): number => after[place] ?? 0
  const previous = (place: number): number => before[place] ?? 0
  const isEar = (place: number): boolean => {
    const [a, b, c] = [at(previous(place)), at(place), at(next(place))]
    if (side(a, b, c) <= 0) return false
    for (let other = next(next(place)); other !== previous(place); other = next(other)) {
      const p = at(other)
      if (p !== a && p !== b && p !== c && within(a, b, c, p) && side(at(previous(other)), p, at(next(other))) <= 0)
        return false
    }
    return true
  }
  const found: (readonly [number, number, number])[] = []
  let left = ring.length
  let place = 0
  let tried = 0
  while (left > 3) {
    // Where nothing is an ear, what is left is flat: any corner will do.
    if (isEar(place) || tried > left) {
      const [a, c] = [previous(place), next(place)]
      found.push([ring[a]?.corner ?? 0, ring[place]?.corner ?? 0, ring[c]?.corner ?? 0])
      after[a] = c
      before[c] = a
      left -= 1
      tried = 0
      // Skipping one keeps the triangles from becoming a fan of slivers.
      place = next(c)
    } else {
      place = next(place)
      tried += 1
    }
  }
  found.push([ring[previous(place)]?.corner ?? 0, ring[place]?.corner ?? 0, ring[next(place)]?.corner ?? 0])
  return found
}
