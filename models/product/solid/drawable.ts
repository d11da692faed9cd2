import type { Vector } from '../vector.ts'
import { areaVector, dot, minus, type Shell, triangleOf } from './shell.ts'

/** A shell as a graphics card takes it: corners stand once for each normal they have. mm. */
export type Drawable = {
  readonly positions: Float32Array
  readonly normals: Float32Array
  readonly indices: Uint32Array
}

type Face = { readonly normal: Vector; readonly angles: readonly [number, number, number] }

function unit(v: Vector): Vector {
  const length = Math.sqrt(dot(v, v))
  return length === 0 ? v : { x: v.x / length, y: v.y / length, z: v.z / length }
}

function angle(at: Vector, one: Vector, other: Vector): number {
  return Math.acos(Math.min(1, Math.max(-1, dot(unit(minus(one, at)), unit(minus(other, at))))))
}

/** Normal and angles of each triangle; undefined for one without area, which is not drawn. */
function facesOf(shell: Shell): (Face | undefined)[] {
  return Array.from({ length: shell.triangles.length / 3 }, (_, index) => {
    const triangle = triangleOf(shell, index)
    const across = areaVector(triangle)
    if (dot(across, across) === 0) return undefined
    const [a, b, c] = triangle
    return { normal: unit(across), angles: [angle(a, b, c), angle(b, c, a), angle(c, a, b)] }
  })
}

/** For each corner where its triangles begin in `of`, which holds the places of the corners in the triangles. */
function aroundCorners({ positions, triangles }: Shell): { starts: Uint32Array; of: Uint32Array } {
  const corners = positions.length / 3
  const starts = new Uint32Array(corners + 1)
  for (const corner of triangles) starts[corner + 1] = (starts[corner + 1] ?? 0) + 1
  for (let corner = 0; corner < corners; corner += 1)
    starts[corner + 1] = (starts[corner + 1] ?? 0) + (starts[corner] ?? 0)
  const filled = starts.slice()
  const of = new Uint32Array(triangles.length)
  for (const [place, corner] of triangles.entries()) {
    const at = filled[corner] ?? 0
    of[at] = place
    filled[corner] = at + 1
  }
  return { starts, of }
}

/** Normals this close are one, as a cosine. */
const equal = 0.99999

/** Smooth where neighbouring facets meet at less than `creaseDegrees`, sharp elsewhere. */
export function drawable(shell: Shell, creaseDegrees = 30): Drawable {
  const faces = facesOf(shell)
  const { starts, of } = aroundCorners(shell)
  const crease = Math.cos((creaseDegrees * Math.PI) / 180)
  const positions: number[] = []
  const normals: number[] = []
  const indices = new Uint32Array(shell.triangles.length)
  for (let corner = 0; corner < starts.length - 1; corner += 1) {
    const places = of.subarray(starts[corner], starts[corner + 1])
    const found: { readonly normal: Vector; readonly index: number }[] = []
    for (const place of places) {
      const face = faces[Math.floor(place / 3)]
      if (face === undefined) continue
      const sum = { x: 0, y: 0, z: 0 }
      for (const other of places) {
        const beside = faces[Math.floor(other / 3)]
        if (beside === undefined || dot(beside.normal, face.normal) < crease) continue
        const weight = beside.angles[other % 3] ?? 0
        sum.x += weight * beside.normal.x
        sum.y += weight * beside.normal.y
        sum.z += weight * beside.normal.z
      }
      const normal = unit(sum)
      let own = found.find((known) => dot(known.normal, normal) > equal)
      if (own === undefined) {
        own = { normal, index: positions.length / 3 }
        found.push(own)
        for (let offset = 0; offset < 3; offset += 1) positions.push(shell.positions[3 * corner + offset] ?? 0)
        normals.push(normal.x, normal.y, normal.z)
      }
      indices[place] = own.index
    }
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    indices: indices.filter((_, place) => faces[Math.floor(place / 3)] !== undefined),
  }
}
