import type { Vector } from './make.ts'
import { overlap, type Solid } from './solids.ts'

/** A point of the drawing in the product's millimetres, `y` down. */
export type IsometricPoint = readonly [x: number, y: number]

/** One body as it is seen: its visible faces from the farthest to the nearest, all convex. */
export type IsometricBody<S> = { readonly solid: S; readonly faces: readonly (readonly IsometricPoint[])[] }

const cos30 = Math.sqrt(3) / 2

/** Where a point of the product is seen from the front, the right and above, all three axes shortened alike. */
export function isometricPoint({ x, y, z }: Vector): IsometricPoint {
  return [(x - z) * cos30, (x + z) / 2 - y]
}

/** Right, upper and front face of an upright box. */
function boxFaces({ from, to }: Solid): IsometricPoint[][] {
  const corner = (x: 'from' | 'to', y: 'from' | 'to', z: 'from' | 'to'): IsometricPoint => {
    const at = { from, to }
    return isometricPoint({ x: at[x].x, y: at[y].y, z: at[z].z })
  }
  return [
    [corner('to', 'from', 'from'), corner('to', 'from', 'to'), corner('to', 'to', 'to'), corner('to', 'to', 'from')],
    [corner('from', 'to', 'from'), corner('from', 'to', 'to'), corner('to', 'to', 'to'), corner('to', 'to', 'from')],
    [corner('from', 'from', 'to'), corner('from', 'to', 'to'), corner('to', 'to', 'to'), corner('to', 'from', 'to')],
  ]
}

const segments = 24

/** The mantle of a cylinder in its box, and the end that is seen; it stands along `y`, or lies along `z`. */
function cylinderFaces({ from, to }: Solid, along: 'y' | 'z'): IsometricPoint[][] {
  const across = along === 'y' ? 'z' : 'y'
  const radius = (to.x - from.x) / 2
  const ring = (at: number, first: number, last: number): IsometricPoint[] => {
    const points: IsometricPoint[] = []
    for (let index = first; index <= last; index += 1) {
      const angle = (2 * Math.PI * index) / segments
      const point = { x: from.x + radius * (1 + Math.cos(angle)), y: at, z: at }
      point[across] = from[across] + radius * (1 + Math.sin(angle))
      points.push(isometricPoint(point))
    }
    return points
  }
  // What looks right or towards the other axis is seen: between −45° and 135°.
  const [start, end] = [-segments / 8, (3 * segments) / 8]
  return [
    [...ring(from[along], start, end), ...ring(to[along], start, end).reverse()],
    ring(to[along], 0, segments - 1),
  ]
}

const axes = ['x', 'y', 'z'] as const

/** 1 when `a` may hide `b`, -1 when `b` may hide `a`, 0 when neither does. */
function nearer(a: Solid, b: Solid): number {
  let sign = 0
  for (const axis of axes) {
    const here = a.from[axis] >= b.to[axis] ? 1 : b.from[axis] >= a.to[axis] ? -1 : 0
    if (here !== 0 && sign !== 0 && here !== sign) return 0
    if (here !== 0) sign = here
  }
  return sign
}

type Seen = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** The rectangle around what is seen of a solid. */
export function seenOf({ from, to }: Solid): Seen {
  const [left] = isometricPoint({ ...from, z: to.z })
  const [right] = isometricPoint({ ...to, z: from.z })
  const [, top] = isometricPoint({ x: from.x, y: to.y, z: from.z })
  const [, bottom] = isometricPoint({ x: to.x, y: from.y, z: to.z })
  return { left, right, top, bottom }
}

const meets = (a: Seen, b: Seen): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Solids from the farthest to the nearest, so that whatever is painted later hides rightly what was painted before. */
function fromFarthest<S extends { readonly solid: Solid }>(all: readonly S[]): S[] {
  const seen = all.map(({ solid }) => seenOf(solid))
  const behind = all.map(({ solid }, index) => {
    const hidden: number[] = []
    for (const [other, { solid: otherSolid }] of all.entries()) {
      const [here, there] = [seen[index], seen[other]]
      if (other === index || here === undefined || there === undefined || !meets(here, there)) continue
      if (!overlap(solid, otherSolid) && nearer(solid, otherSolid) === 1) hidden.push(other)
    }
    return hidden
  })
  const sorted: S[] = []
  const visited = new Set<number>()
  const visit = (index: number): void => {
    if (visited.has(index)) return
    visited.add(index)
    for (const other of behind[index] ?? []) visit(other)
    const one = all[index]
    if (one !== undefined) sorted.push(one)
  }
  for (const [index] of all.entries()) visit(index)
  return sorted
}

/** What is drawn of upright boxes and cylinders that do not overlap, in painting order. */
export function isometric<S extends { readonly solid: Solid; readonly cylinder?: 'y' | 'z' | undefined }>(
  all: readonly S[],
): IsometricBody<S>[] {
  return fromFarthest(all).map((one) => ({
    solid: one,
    faces: one.cylinder === undefined ? boxFaces(one.solid) : cylinderFaces(one.solid, one.cylinder),
  }))
}
