import type { Vector } from '../make.ts'
import { type Assembly, type Surface, triangles } from './assembly.ts'

const headSize = 80
const facetSize = 50

type Writer = { readonly view: DataView; at: number }
type Triple = readonly [number, number, number]

function write(writer: Writer, triple: Triple): void {
  for (const value of triple) {
    writer.view.setFloat32(writer.at, value, true)
    writer.at += 4
  }
}

/** The product stands on the printer's bed: y up becomes z up, and the front comes towards one. */
function facets(writer: Writer, { positions, indices }: Surface, { x, y, z }: Vector): void {
  const corner = (index: number): Triple => {
    const from = (indices[index] ?? 0) * 3
    return [(positions[from] ?? 0) + x, 0 - (positions[from + 2] ?? 0) - z, (positions[from + 1] ?? 0) + y]
  }
  for (let index = 0; index < indices.length; index += 3) {
    const [a, b, c] = [corner(index), corner(index + 1), corner(index + 2)]
    for (const triple of [normal(a, b, c), a, b, c]) write(writer, triple)
    writer.at += 2
  }
}

function normal(a: Triple, b: Triple, c: Triple): Triple {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]]
  const cross: Triple = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
  const length = Math.hypot(...cross)
  return length === 0 ? [0, 0, 0] : [cross[0] / length, cross[1] / length, cross[2] / length]
}

/**
 * A binary STL in millimetres of everything in an assembly; the head names the specification's hash. STL knows neither units nor materials.
 * Source: 3D Systems' StereoLithography interface specification (binary form).
 */
export function stl({ hash, bodies }: Assembly): Uint8Array {
  const count = bodies.reduce((sum, { surface, at }) => sum + triangles(surface) * at.length, 0)
  const bytes = new Uint8Array(headSize + 4 + count * facetSize)
  // A head that began with “solid” would be read as the text form.
  bytes.set(new TextEncoder().encode(`mm ${hash}`).subarray(0, headSize))
  const writer: Writer = { view: new DataView(bytes.buffer), at: headSize + 4 }
  writer.view.setUint32(headSize, count, true)
  for (const { surface, at } of bodies) for (const place of at) facets(writer, surface, place)
  return bytes
}
