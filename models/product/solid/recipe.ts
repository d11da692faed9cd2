import type { Axis, Vector } from '../vector.ts'

/*
 * A solid as plain data: a tree of nodes that stands in the hashed specification as it is. Integers only, and no default that is not written here:
 * lengths in µm (`Um`), angles in millidegrees (`Md`, 360 000 to a turn), counter-clockwise seen from the positive end of the axis.
 * Axes as everywhere: x right, y up, z to the front. The origin is the recipe's own.
 */

/** A point of a contour, µm. */
export type Point = readonly [x: number, y: number]

/** A corner rounded by an arc of radius `sizeUm`, or cut straight, `sizeUm` along both legs. */
export type Corner = { readonly kind: 'fillet' | 'chamfer'; readonly sizeUm: number }

/** How one gets from a knot to the next, when not straight: on the circle through a third point, or on a cubic Bézier curve with two control points. */
export type Way =
  | { readonly kind: 'arc'; readonly through: Point }
  | { readonly kind: 'curve'; readonly controls: readonly [Point, Point] }

/** A point of an outline and the way on to the next one. `corner` needs straight ways on both sides. */
export type Knot = { readonly at: Point; readonly corner?: Corner; readonly way?: Way }

/** A closed outline in either direction of turning: from the last knot it goes on to the first. It must not cross itself. */
export type Contour = readonly Knot[]

/** An open line; the way of its last knot counts for nothing. */
export type Path = readonly Knot[]

/** A box from the origin to `sizeUm`. `edge` is taken off all twelve edges, and must leave a flat on every side. */
export type Box = { readonly kind: 'box'; readonly sizeUm: Vector; readonly edge?: Corner }

/** Stands on the origin along y. With `topRadiusUm` it is a cone; 0 makes a point. */
export type Cylinder = {
  readonly kind: 'cylinder'
  readonly radiusUm: number
  readonly topRadiusUm?: number
  readonly heightUm: number
}

/** About the origin. */
export type Sphere = { readonly kind: 'sphere'; readonly radiusUm: number }

/** A contour in x and y, drawn from z = 0 to `depthUm`. `farPermille` is the size of its far end about the origin, for draft; 1000 when missing. */
export type Extrusion = {
  readonly kind: 'extrusion'
  readonly outline: Contour
  readonly holes: readonly Contour[]
  readonly depthUm: number
  readonly farPermille?: number
}

/** A contour in x (the radius, never negative) and y, turned about y from the x axis towards −z: a whole turn, or `turnMd` of it. */
export type Revolution = {
  readonly kind: 'revolution'
  readonly outline: Contour
  readonly holes: readonly Contour[]
  readonly turnMd?: number
}

/**
 * A section carried along a path in x and y, mitred where the path bends. The section's x lies along z, its y to the left of the way;
 * the ends are square to the path. It must bend no tighter than the section is wide.
 */
export type Sweep = { readonly kind: 'sweep'; readonly section: Contour; readonly path: Path }

/** Text from z = 0 to `depthUm`, its baseline on x from the origin. `font` is the id of a font at hand; `capHeightUm` the height of its capitals. */
export type Text = {
  readonly kind: 'text'
  readonly text: string
  readonly font: string
  readonly capHeightUm: number
  readonly depthUm: number
}

/**
 * What the author of a recipe knows about parts that meet, so that volume and surface have a closed form. `volumeUm3` is the room that is shared
 * or cut away, `areaUm2` the surface that is lost by it (negative where it is gained). Held to the solid by a product's tests (`falseClaims`).
 */
export type Claim = { readonly volumeUm3: number; readonly areaUm2: number }

/** All of them together. With a claim: what they share, counted once too often. */
export type Union = { readonly kind: 'union'; readonly of: readonly SolidNode[]; readonly claim?: Claim }

/** `from` without `cut`. With a claim: what is cut away. */
export type Difference = {
  readonly kind: 'difference'
  readonly from: SolidNode
  readonly cut: readonly SolidNode[]
  readonly claim?: Claim
}

/** What they all share. */
export type Intersection = { readonly kind: 'intersection'; readonly of: readonly SolidNode[] }

/** The smallest solid without a hollow around all of them, such as a blend from a round to an oval. */
export type Hull = { readonly kind: 'hull'; readonly of: readonly SolidNode[] }

/** Mirrored across the plane square to an axis, then turned about x, y and z in this order, then moved. */
export type Placed = {
  readonly kind: 'placed'
  readonly of: SolidNode
  readonly mirror?: Axis
  readonly turnMd?: Vector
  readonly moveUm?: Vector
}

/** Copies in a line, the first where it is, or about an axis: `stepMd` apart, spread over the whole turn when missing. */
export type Repeated = {
  readonly kind: 'repeated'
  readonly of: SolidNode
  readonly count: number
  readonly pattern:
    | { readonly kind: 'line'; readonly stepUm: Vector }
    | { readonly kind: 'round'; readonly axis: Axis; readonly stepMd?: number }
  readonly claim?: Claim
}

/**
 * Bent about the y axis: x is measured along a cylinder of `radiusUm`, z outwards from it; x = 0 comes to lie in front.
 * For text and ornament on round things. Must not meet itself behind.
 */
export type Wrapped = { readonly kind: 'wrapped'; readonly of: SolidNode; readonly radiusUm: number }

export type SolidNode =
  | Box
  | Cylinder
  | Sphere
  | Extrusion
  | Revolution
  | Sweep
  | Text
  | Union
  | Difference
  | Intersection
  | Hull
  | Placed
  | Repeated
  | Wrapped
