import type { Vector } from '../vector.ts'
import { type Fonts, letters } from './font.ts'
import { type Form, formOf, mitres } from './form.ts'
import type { Polygon } from './polygon.ts'
import type { Point, SolidNode, Wrapped } from './recipe.ts'
import { SolidError } from './solid-error.ts'
import { apply, placement, placements, type Transform } from './transform.ts'
import { directionOf, fullTurn } from './turn.ts'

/** Corners of least and greatest x, y and z. */
export type Bounds = { readonly from: Vector; readonly to: Vector }

/** The box around points; undefined for none. */
export function boundsOfPoints(points: Iterable<Vector>): Bounds | undefined {
  const from = { x: Number.POSITIVE_INFINITY, y: Number.POSITIVE_INFINITY, z: Number.POSITIVE_INFINITY }
  const to = { x: Number.NEGATIVE_INFINITY, y: Number.NEGATIVE_INFINITY, z: Number.NEGATIVE_INFINITY }
  for (const point of points) {
    for (const axis of ['x', 'y', 'z'] as const) {
      from[axis] = Math.min(from[axis], point[axis])
      to[axis] = Math.max(to[axis], point[axis])
    }
  }
  return from.x > to.x ? undefined : { from, to }
}

function corners({ from, to }: Bounds): Vector[] {
  return [from.x, to.x].flatMap((x) => [from.y, to.y].flatMap((y) => [from.z, to.z].map((z) => ({ x, y, z }))))
}

/** The box around a box that was moved. */
export function moved(bounds: Bounds, transform: Transform): Bounds {
  return boundsOfPoints(corners(bounds).map((corner) => apply(transform, corner))) ?? bounds
}

function around(all: readonly Bounds[]): Bounds | undefined {
  return boundsOfPoints(all.flatMap(({ from, to }) => [from, to]))
}

const flat = (polygons: readonly Polygon[], from: number, to: number): Vector[] =>
  polygons.flatMap((polygon) =>
    polygon.flatMap(([x, y]) => [
      { x, y, z: from },
      { x, y, z: to },
    ]),
  )

function formPoints(form: Form): Vector[] {
  switch (form.kind) {
    case 'drawn': {
      const far = form.region.map((polygon) => polygon.map(([x, y]): Point => [x * form.far, y * form.far]))
      return [...flat(form.region, 0, 0), ...flat(far, form.depth, form.depth)]
    }
    case 'turned': {
      // The outermost and the innermost ring: at whole turns they touch the axes, at parts of one their ends count too.
      const { facets, turnMd } = form
      const radii = form.region.flat().map(([x]) => x)
      const rings = [Math.min(...radii), Math.max(...radii)]
      const ring = Array.from({ length: facets + 1 }, (_, index) => directionOf(turnMd * index, fullTurn * facets))
      const box = boundsOfPoints(
        rings.flatMap((radius) => ring.map(({ cos, sin }): Vector => ({ x: radius * cos, y: 0, z: -radius * sin }))),
      )
      if (box === undefined) return []
      return form.region.flatMap((polygon) =>
        polygon.flatMap(([, y]) => [
          { ...box.from, y },
          { ...box.to, y },
        ]),
      )
    }
    case 'swept': {
      const across = mitres(form.line)
      return form.line.flatMap(([x, y], index) => {
        const [ax, ay] = across[index] ?? [0, 0]
        return form.section.map(([z, up]) => ({ x: x + ax * up, y: y + ay * up, z }))
      })
    }
    case 'rounded':
      return [{ x: 0, y: 0, z: 0 }, form.size]
  }
}

/** Bent about y: the farthest and nearest radius over the angles it spans. */
function wrapped({ radiusUm }: Wrapped, { from, to }: Bounds): Bounds {
  const far = radiusUm + to.z
  const near = radiusUm + from.z
  const angle = (x: number) => Math.round((x / radiusUm / (2 * Math.PI)) * fullTurn)
  const [start, end] = [angle(from.x) - 1, angle(to.x) + 1]
  const angles = [start, end]
  for (let quarter = Math.ceil(start / 90_000) * 90_000; quarter <= end; quarter += 90_000) angles.push(quarter)
  const points = angles.flatMap((md) => {
    const { cos, sin } = directionOf(md, fullTurn)
    return [far, near].flatMap((radius) => [from.y, to.y].map((y) => ({ x: radius * sin, y, z: radius * cos })))
  })
  return boundsOfPoints(points) ?? { from, to }
}

/** As `boundsOf`, but undefined for what has nothing in it, such as a text of spaces. */
export function boxAround(node: SolidNode, fonts: Fonts): Bounds | undefined {
  switch (node.kind) {
    case 'text':
      return boundsOfPoints(flat(letters(node, fonts), 0, node.depthUm))
    case 'union':
    case 'hull':
      return around(node.of.flatMap((one) => boxAround(one, fonts) ?? []))
    case 'difference':
      return boxAround(node.from, fonts)
    case 'intersection': {
      const all = node.of.map((one) => boxAround(one, fonts))
      const [first, ...rest] = all
      return rest.reduce((sum, one) => sum && one && shared(sum, one), first)
    }
    case 'placed': {
      const inner = boxAround(node.of, fonts)
      return inner && moved(inner, placement(node))
    }
    case 'repeated': {
      const inner = boxAround(node.of, fonts)
      return inner && around(placements(node).map((transform) => moved(inner, transform)))
    }
    case 'wrapped': {
      const inner = boxAround(node.of, fonts)
      return inner && wrapped(node, inner)
    }
    default:
      return boundsOfPoints(formPoints(formOf(node)))
  }
}

function shared(a: Bounds, b: Bounds): Bounds | undefined {
  const from = { x: Math.max(a.from.x, b.from.x), y: Math.max(a.from.y, b.from.y), z: Math.max(a.from.z, b.from.z) }
  const to = { x: Math.min(a.to.x, b.to.x), y: Math.min(a.to.y, b.to.y), z: Math.min(a.to.z, b.to.z) }
  return from.x < to.x && from.y < to.y && from.z < to.z ? { from, to } : undefined
}

/**
 * A box around the solid, µm: exact for a primitive, its turns by quarters and its repetitions; never too small for anything else (what a difference
 * takes away at an end, or a slanted turn, is not looked at).
 * @throws SolidError for a recipe that cannot be made, `solid_empty` when there is nothing in it.
 */
export function boundsOf(node: SolidNode, fonts: Fonts = {}): Bounds {
  const bounds = boxAround(node, fonts)
  if (bounds === undefined) throw new SolidError('solid_empty')
  return bounds
}
