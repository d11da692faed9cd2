import type { Vector } from '#models/product/make.ts'
import { marginOf } from './orbit.ts'

export type Dimension = { readonly axis: 'x' | 'y' | 'z'; readonly mm: number; readonly middle: Vector }

/** On which side of the product height and depth stand: the one that is turned towards the eye. */
export type Side = -1 | 1

/**
 * Pairs of points of the three dimension lines with their ticks, and where their figures stand, drawn on the mat: width and depth
 * on the floor, height on the wall. Millimetres as in `Solid`.
 */
export function dimensionSegments(
  size: Vector,
  side: Side,
): { points: Float32Array; dimensions: readonly Dimension[] } {
  const margin = marginOf(size)
  const tick = margin * 0.2
  const half = size.x / 2
  const aside = side * (half + margin)
  const width = { from: [-half, 1, size.z + margin], to: [half, 1, size.z + margin] }
  const height = { from: [aside, 0, 1], to: [aside, size.y, 1] }
  const depth = { from: [aside, 1, 0], to: [aside, 1, size.z] }
  const points = new Float32Array([
    ...line(width.from, width.to),
    ...ticks(width, [0, 0, tick], [tick * 0.7, 0, -tick * 0.7]),
    ...line(height.from, height.to),
    ...ticks(height, [tick, 0, 0], [tick * 0.7, tick * 0.7, 0]),
    ...line(depth.from, depth.to),
    ...ticks(depth, [tick, 0, 0], [tick * 0.7, 0, -tick * 0.7]),
  ])
  return {
    points,
    dimensions: [
      { axis: 'x', mm: size.x, middle: { x: 0, y: 1, z: size.z + margin } },
      { axis: 'y', mm: size.y, middle: { x: aside, y: size.y / 2, z: 1 } },
      { axis: 'z', mm: size.z, middle: { x: aside, y: 1, z: size.z / 2 } },
    ],
  }
}

type Point = readonly number[]

function line(from: Point, to: Point): number[] {
  return [...from, ...to]
}

/** At both ends a line across and a slash through the corner. */
function ticks({ from, to }: { from: Point; to: Point }, across: Point, slash: Point): number[] {
  return [from, to].flatMap((end) => [...around(end, across), ...around(end, slash)])
}

function around(point: Point, reach: Point): number[] {
  const moved = (sign: 1 | -1) => point.map((value, axis) => value + sign * (reach[axis] ?? 0))
  return line(moved(-1), moved(1))
}
