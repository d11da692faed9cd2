import type { Body } from './kernel.ts'
import type { Shell } from './shell.ts'

/** Each triangle from its least corner on, and all by their first edge, which no other has: counted into places by the first corner. */
function inOrder(triangles: Uint32Array, corners: number): Uint32Array {
  const count = triangles.length / 3
  const starts = new Uint32Array(corners + 1)
  const turned = new Uint32Array(triangles.length)
  for (let index = 0; index < triangles.length; index += 3) {
    const a = triangles[index] ?? 0
    const b = triangles[index + 1] ?? 0
    const c = triangles[index + 2] ?? 0
    const shift = a < b && a < c ? 0 : b < c ? 1 : 2
    turned[index] = shift === 0 ? a : shift === 1 ? b : c
    turned[index + 1] = shift === 0 ? b : shift === 1 ? c : a
    turned[index + 2] = shift === 0 ? c : shift === 1 ? a : b
    const first = (turned[index] ?? 0) + 1
    starts[first] = (starts[first] ?? 0) + 1
  }
  for (let corner = 0; corner < corners; corner += 1)
    starts[corner + 1] = (starts[corner + 1] ?? 0) + (starts[corner] ?? 0)
  const filled = new Uint32Array(corners)
  const sorted = new Uint32Array(triangles.length)
  for (let index = 0; index < count; index += 1) {
    const first = turned[3 * index] ?? 0
    const second = turned[3 * index + 1] ?? 0
    const from = starts[first] ?? 0
    let place = from + (filled[first] ?? 0)
    filled[first] = (filled[first] ?? 0) + 1
    for (; place > from && (sorted[3 * place - 2] ?? 0) > second; place -= 1) {
      sorted.copyWithin(3 * place, 3 * place - 3, 3 * place)
    }
    sorted[3 * place] = first
    sorted[3 * place + 1] = second
    sorted[3 * place + 2] = turned[3 * index + 2] ?? 0
  }
  return sorted
}

/**
 * A body's surface. The kernel gives triangles by the age of what they come from, so they are put in order here: the same solid has the same bytes,
 * whatever was made before it.
 */
export function shellOfBody(body: Body): Shell {
  const { numProp, vertProperties, triVerts, mergeFromVert, mergeToVert } = body.getMesh()
  const count = vertProperties.length / numProp
  const positions = new Float32Array(count * 3)
  for (let corner = 0; corner < count; corner += 1) {
    positions.set(vertProperties.subarray(corner * numProp, corner * numProp + 3), corner * 3)
  }
  const merged = new Map<number, number>()
  for (const [index, from] of mergeFromVert.entries()) merged.set(from, mergeToVert[index] ?? from)
  return {
    positions,
    triangles: inOrder(merged.size === 0 ? triVerts : triVerts.map((at) => merged.get(at) ?? at), count),
  }
}
