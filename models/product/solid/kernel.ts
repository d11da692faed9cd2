/*
 * What recipes use of manifold-3d (3.5), as types of our own: its module fits them as it is, once loaded and set up. Whoever runs recipes hands it in,
 * since models have no WASM of their own. Lengths in mm, angles in degrees. Every body must be given back by `delete`.
 */

type Flat = [x: number, y: number]
/** One outline or several. */
type Polygons = Flat[] | Flat[][]
type Corner = [x: number, y: number, z: number]

/** Column by column, the last being the move. */
export type Matrix = readonly [
  ...[number, number, number, number],
  ...[number, number, number, number],
  ...[number, number, number, number],
  ...[number, number, number, number],
]

/** A closed surface in the kernel's memory. */
export type Body = {
  status(): string
  isEmpty(): boolean
  numTri(): number
  volume(): number
  surfaceArea(): number
  transform(matrix: Matrix): Body
  warp(move: (corner: Corner) => void): Body
  /** splits every edge into pieces of at most so many mm */
  refineToLength(length: number): Body
  /** what lies beyond the plane along its normal, and the rest */
  splitByPlane(normal: Corner, offset: number): [beyond: Body, rest: Body]
  getMesh(): {
    readonly numProp: number
    readonly vertProperties: Float32Array
    readonly triVerts: Uint32Array
    readonly mergeFromVert: Uint32Array
    readonly mergeToVert: Uint32Array
  }
  delete(): void
}

/** Outlines in the kernel's memory. */
export type Outlines = { delete(): void }

export type SolidKernel = {
  readonly Manifold: {
    extrude(
      polygons: Outlines | Polygons,
      height: number,
      divisions: number,
      twistDegrees: number,
      scaleTop: [x: number, y: number],
    ): Body
    /** about y, which then becomes z; `segments` from 3 */
    revolve(polygons: Polygons, segments: number, degrees: number): Body
    hull(points: readonly (Body | Corner)[]): Body
    union(bodies: readonly Body[]): Body
    difference(bodies: readonly Body[]): Body
    intersection(bodies: readonly Body[]): Body
  }
  readonly CrossSection: { ofPolygons(polygons: Polygons, fillRule: 'NonZero'): Outlines }
}
