import { areaVector, dot, minus, type Shell, triangleOf } from './shell.ts'

/** A shell as a graphics card takes it: corners stand once for each normal they have. mm. */
export type Drawable = {
  readonly positions: Float32Array
  readonly normals: Float32Array
  readonly indices: Uint32Array
}

/** Unit normals by triangle, and angles by place; both are 0 for a triangle without area, which is not drawn. */
function facesOf(shell: Shell): { normals: Float64Array; angles: Float64Array } {
  const normals = new Float64Array(shell.triangles.length)
  const angles = new Float64Array(shell.triangles.length)
  for (let index = 0; index < normals.length; index += 3) {
    const [a, b, c] = triangleOf(shell, index / 3)
    const across = areaVector([a, b, c])
    const twice = Math.sqrt(dot(across, across))
    if (twice === 0) continue
    normals[index] = across.x / twice
    normals[index + 1] = across.y / twice
    normals[index + 2] = across.z / twice
    const [ab, bc, ca] = [minus(b, a), minus(c, b), minus(a, c)]
    angles[index] = Math.atan2(twice, -dot(ab, ca))
    angles[index + 1] = Math.atan2(twice, -dot(bc, ab))
    angles[index + 2] = Math.atan2(twice, -dot(ca, bc))
  }
  return { normals, angles }
}

/** For each corner where its places begin in `of`, which holds them one after the other. */
function aroundCorners({ positions, triangles }: Shell): { starts: Uint32Array; of: Uint32Array } {
  const corners = positions.length / 3
  const starts = new Uint32Array(corners + 1)
  for (const corner of triangles) starts[corner + 1] = (starts[corner + 1] ?? 0) + 1
  for (let corner = 0; corner < corners; corner += 1) {
    starts[corner + 1] = (starts[corner + 1] ?? 0) + (starts[corner] ?? 0)
  }
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
    const [start = 0, end = 0] = [starts[corner], starts[corner + 1]]
    const first = normals.length / 3
    for (let nth = start; nth < end; nth += 1) {
      const place = of[nth] ?? 0
      const face = place - (place % 3)
      const [nx = 0, ny = 0, nz = 0] = [faces.normals[face], faces.normals[face + 1], faces.normals[face + 2]]
      if (nx === 0 && ny === 0 && nz === 0) continue
      let [x, y, z] = [0, 0, 0]
      for (let other = start; other < end; other += 1) {
        const its = of[other] ?? 0
        const beside = its - (its % 3)
        const [ox = 0, oy = 0, oz = 0] = [faces.normals[beside], faces.normals[beside + 1], faces.normals[beside + 2]]
        if (nx * ox + ny * oy + nz * oz < crease) continue
        const weight = faces.angles[its] ?? 0
        x += weight * ox
        y += weight * oy
        z += weight * oz
      }
      const length = Math.sqrt(x * x + y * y + z * z)
      let own = first
      while (3 * own < normals.length) {
        const [ux = 0, uy = 0, uz = 0] = [normals[3 * own], normals[3 * own + 1], normals[3 * own + 2]]
        if (ux * x + uy * y + uz * z > equal * length) break
        own += 1
      }
      if (3 * own === normals.length) {
        for (let offset = 0; offset < 3; offset += 1) positions.push(shell.positions[3 * corner + offset] ?? 0)
        normals.push(x / length, y / length, z / length)
      }
      indices[place] = own
    }
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    indices: indices.filter((_, place) => (faces.angles[place - (place % 3)] ?? 0) > 0),
  }
}
