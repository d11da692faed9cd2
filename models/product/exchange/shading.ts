import type { Surface } from './assembly.ts'

/** A surface ready to be drawn: corners that share a place and a normal are one vertex. Normals have length 1. */
export type Shaded = {
  readonly positions: Float64Array
  readonly normals: Float64Array
  readonly indices: Uint32Array
}

type Facets = { readonly normals: Float64Array; readonly areas: Float64Array; readonly around: readonly number[][] }

/** Unit normal and area of every triangle, and the triangles around every corner. */
function facetsOf({ positions, indices }: Surface): Facets {
  const count = indices.length / 3
  const normals = new Float64Array(indices.length)
  const areas = new Float64Array(count)
  const around: number[][] = Array.from({ length: positions.length / 3 }, () => [])
  for (let facet = 0; facet < count; facet += 1) {
    const [a = 0, b = 0, c = 0] = [indices[facet * 3], indices[facet * 3 + 1], indices[facet * 3 + 2]]
    const side = (from: number, to: number, axis: number) =>
      (positions[to * 3 + axis] ?? 0) - (positions[from * 3 + axis] ?? 0)
    const [ux, uy, uz] = [side(a, b, 0), side(a, b, 1), side(a, b, 2)]
    const [vx, vy, vz] = [side(a, c, 0), side(a, c, 1), side(a, c, 2)]
    const cross = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
    const length = Math.hypot(...cross)
    areas[facet] = length / 2
    for (const axis of [0, 1, 2]) normals[facet * 3 + axis] = length === 0 ? 0 : (cross[axis] ?? 0) / length
    for (const corner of [a, b, c]) around[corner]?.push(facet)
  }
  return { normals, areas, around }
}

const dot = (normals: Float64Array, a: number, b: number): number =>
  (normals[a * 3] ?? 0) * (normals[b * 3] ?? 0) +
  (normals[a * 3 + 1] ?? 0) * (normals[b * 3 + 1] ?? 0) +
  (normals[a * 3 + 2] ?? 0) * (normals[b * 3 + 2] ?? 0)

/** Normals by area over the triangles around a corner that meet this one at less than the crease angle (degrees): round stays round, edges stay sharp. */
export function shaded(surface: Surface, creaseDegrees = 30): Shaded {
  const { positions, indices } = surface
  const { normals, areas, around } = facetsOf(surface)
  const least = Math.cos((creaseDegrees * Math.PI) / 180)
  const known = new Map<string, number>()
  const outPositions: number[] = []
  const outNormals: number[] = []
  const outIndices = new Uint32Array(indices.length)
  for (let at = 0; at < indices.length; at += 1) {
    const corner = indices[at] ?? 0
    const own = Math.floor(at / 3)
    const sum = [0, 0, 0]
    for (const facet of around[corner] ?? []) {
      if (dot(normals, own, facet) < least) continue
      for (const axis of [0, 1, 2]) {
        sum[axis] = (sum[axis] ?? 0) + (normals[facet * 3 + axis] ?? 0) * (areas[facet] ?? 0)
      }
    }
    const length = Math.hypot(...sum) || 1
    const normal = sum.map((part) => part / length)
    const key = `${corner}/${normal.map((part) => Math.round(part * 1000)).join('/')}`
    const vertex = known.get(key) ?? outPositions.length / 3
    if (!known.has(key)) {
      known.set(key, vertex)
      for (const axis of [0, 1, 2]) {
        outPositions.push(positions[corner * 3 + axis] ?? 0)
        outNormals.push(normal[axis] ?? 0)
      }
    }
    outIndices[at] = vertex
  }
  return {
    positions: Float64Array.from(outPositions),
    normals: Float64Array.from(outNormals),
    indices: outIndices,
  }
}

/** Least and greatest corner of a surface, mm. */
export function boundsOf(positions: ArrayLike<number>): { readonly least: number[]; readonly greatest: number[] } {
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  const greatest = least.map((value) => -value)
  for (let at = 0; at < positions.length; at += 1) {
    const value = positions[at] ?? 0
    least[at % 3] = Math.min(least[at % 3] ?? value, value)
    greatest[at % 3] = Math.max(greatest[at % 3] ?? value, value)
  }
  return { least, greatest }
}
