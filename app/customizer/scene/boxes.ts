import type { Make, Vector } from '#models/product/make.ts'
import { isLayered, type Surface, surfaceOf } from '../surfaces.ts'

/** One copy of a part as the scene shows it: millimetres, `x` from the middle, `y` from the floor, `z` from the wall. */
export type Solid = {
  readonly centre: Vector
  readonly size: Vector
  /** index of the axis the grain follows, -1 for none */
  readonly grain: number
  /** index of the thinnest axis: across it the layers of plywood lie */
  readonly thin: number
  /** a door turns about this x, `opens` 1 for hinges on the left and -1 on the right; 0 does not turn */
  readonly hinge: number
  readonly opens: -1 | 0 | 1
  readonly cell: string | undefined
  /** mm cut off the rear edge at the foot, running out at the top */
  readonly slant: number
  /** how the edges towards the room are worked, mm: rounded, or below zero bevelled */
  readonly arris: number
}

/** A round hole from front to back, seen from the front: its middle on the face of its board, as solids are placed. */
export type HoleFace = { readonly centre: Vector; readonly diameter: number }

/** Every hole of a make. */
export function holesOf({ parts, envelope }: Make): HoleFace[] {
  return parts.flatMap(({ holes = [], size, places }) =>
    places.flatMap(({ at }) =>
      holes.map(({ x, y, diameter }) => ({
        centre: { x: at.x + x - envelope.x / 2, y: at.y + y, z: at.z + size.z },
        diameter,
      })),
    ),
  )
}

/** All solids of one surface and shape: one instanced mesh, one draw call. */
export type Batch = {
  readonly key: string
  readonly shape: 'box' | 'cylinder'
  readonly surface: Surface
  readonly layered: boolean
  readonly solids: readonly Solid[]
}

/** Boards of a make gathered by how they look, so that the whole product is a handful of draw calls. */
export function batchesOf(make: Make): Batch[] {
  const batches = new Map<string, Batch & { solids: Solid[] }>()
  for (const { shape, size, material, finish, grain, hinge, slant, arris, places } of make.parts) {
    if (shape === 'solid') continue
    const key = `${shape}/${material}/${finish}`
    const batch = batches.get(key) ?? {
      key,
      shape,
      surface: surfaceOf(material, finish),
      layered: isLayered(material),
      solids: [],
    }
    batches.set(key, batch)
    for (const { at, cell } of places) {
      const left = at.x - make.envelope.x / 2
      batch.solids.push({
        centre: { x: left + size.x / 2, y: at.y + size.y / 2, z: at.z + size.z / 2 },
        size,
        grain: grain === 'none' ? -1 : 'xyz'.indexOf(grain),
        thin: thinnest(size),
        hinge: hinge === 'right' ? left + size.x : left,
        opens: hinge === undefined ? 0 : hinge === 'left' ? 1 : -1,
        cell,
        slant: slant ?? 0,
        arris: arris === undefined ? 0 : arris.work === 'bevel' ? -arris.mm : arris.mm,
      })
    }
  }
  return [...batches.values()]
}

function thinnest({ x, y, z }: Vector): number {
  return x <= y && x <= z ? 0 : y <= z ? 1 : 2
}

/**
 * Where a ray meets a box first, as a distance along its direction, or undefined. `from` and `along` in mm.
 * The slab method (Kay and Kajiya, 1986).
 */
export function rayMeets(solid: Solid, from: Vector, along: Vector): number | undefined {
  let near = Number.NEGATIVE_INFINITY
  let far = Number.POSITIVE_INFINITY
  for (const axis of ['x', 'y', 'z'] as const) {
    const half = solid.size[axis] / 2
    if (along[axis] === 0) {
      if (Math.abs(from[axis] - solid.centre[axis]) > half) return undefined
      continue
    }
    const one = (solid.centre[axis] - half - from[axis]) / along[axis]
    const other = (solid.centre[axis] + half - from[axis]) / along[axis]
    near = Math.max(near, Math.min(one, other))
    far = Math.min(far, Math.max(one, other))
  }
  return far >= near && far > 0 ? near : undefined
}

/** The cell whose door a ray meets before anything else. */
export function doorUnder(batches: readonly Batch[], from: Vector, along: Vector): string | undefined {
  let nearest = Number.POSITIVE_INFINITY
  let cell: string | undefined
  for (const { solids } of batches)
    for (const solid of solids) {
      const distance = rayMeets(solid, from, along)
      if (distance === undefined || distance >= nearest) continue
      nearest = distance
      cell = solid.opens === 0 ? undefined : solid.cell
    }
  return cell
}
