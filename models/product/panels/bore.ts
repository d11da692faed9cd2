import type { Axis, Vector } from '../make.ts'
import type { Panel } from './panel.ts'

/** What a hole is for. Each is a line of the drilling table in docs/guides/machine-files.md. */
export type BoreUse =
  | 'cam'
  | 'cam-bolt-edge'
  | 'cam-bolt'
  | 'dowel-edge'
  | 'dowel'
  | 'hinge-cup'
  | 'hinge-screw'
  | 'hinge-plate'
  | 'back-screw'
  | 'body-bolt'
  | 'foot-screw'
  | 'box-screw'
  | 'front-screw'
  | 'runner-screw'
  | 'cable-hole'

/**
 * One hole in one panel: the middle of its mouth in the product's own millimetres (halves occur), the way the drill goes, and its size in whole mm.
 * A depth of the panel's thickness goes through.
 */
export type Bore = {
  readonly panel: Panel
  readonly use: BoreUse
  readonly at: Vector
  readonly axis: Axis
  readonly way: 1 | -1
  readonly diameter: number
  readonly depth: number
}

/** Whether a hole is drilled into the face of its board, and not into an edge. */
export const isInFace = ({ panel, axis }: Bore): boolean => axis === panel.through

export const goesThrough = (bore: Bore): boolean => isInFace(bore) && bore.depth >= bore.panel.thickness

/** A point by an axis, its own coordinate, and the two others. */
export function pointOn(axis: Axis, at: number, other: Axis, first: number, third: Axis, second: number): Vector {
  const point = { x: 0, y: 0, z: 0 }
  point[axis] = at
  point[other] = first
  point[third] = second
  return point
}
