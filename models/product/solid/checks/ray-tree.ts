import type { Vector } from '../../vector.ts'
import type { Shell } from '../shell.ts'

/** Where a ray meets a triangle: how far along its direction, which triangle, and whether it comes from outside. */
export type Hit = { readonly distance: number; readonly triangle: number; readonly enters: boolean }

/** Triangles in a leaf at most. */
const leaf = 4

/**
 * Boxes within boxes around the triangles of a shell, split at the middle of the longest side, so that a ray asks few of them. The same shell always
 * gives the same tree and the same answers.
 */
export class RayTree {
  readonly #corners: Float64Array
  readonly #order: Uint32Array
  /** six numbers a node: its least and greatest x, y, z */
  readonly #boxes: number[] = []
  /** two numbers a node: first triangle and count for a leaf, or minus the second child and 0 */
  readonly #nodes: number[] = []

  constructor({ positions, triangles }: Shell) {
    this.#corners = Float64Array.from({ length: 3 * triangles.length }, (_, index) => {
      const corner = triangles[Math.floor(index / 3)] ?? 0
      return positions[3 * corner + (index % 3)] ?? 0
    })
    this.#order = Uint32Array.from({ length: triangles.length / 3 }, (_, index) => index)
    if (this.#order.length > 0) this.#build(0, this.#order.length)
  }

  #middle(triangle: number, axis: number): number {
    const first = 9 * triangle + axis
    return (this.#corners[first] ?? 0) + (this.#corners[first + 3] ?? 0) + (this.#corners[first + 6] ?? 0)
  }

  #build(from: number, to: number): void {
    const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    const most = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (let at = from; at < to; at += 1) {
      const first = 9 * (this.#order[at] ?? 0)
      for (let offset = 0; offset < 9; offset += 1) {
        const value = this.#corners[first + offset] ?? 0
        if (value < (least[offset % 3] ?? 0)) least[offset % 3] = value
        if (value > (most[offset % 3] ?? 0)) most[offset % 3] = value
      }
    }
    const node = this.#nodes.length
    this.#boxes.push(...least, ...most)
    this.#nodes.push(from, to - from)
    if (to - from <= leaf) return
    const [x = 0, y = 0, z = 0] = least.map((value, axis) => (most[axis] ?? 0) - value)
    const axis = x >= y && x >= z ? 0 : y >= z ? 1 : 2
    const part = this.#order.subarray(from, to)
    part.sort((a, b) => this.#middle(a, axis) - this.#middle(b, axis) || a - b)
    const half = from + Math.floor((to - from) / 2)
    this.#build(from, half)
    this.#nodes[node] = -this.#nodes.length / 2
    this.#nodes[node + 1] = 0
    this.#build(half, to)
  }

  /** Whether the ray passes a node's box before `limit`; `inverse` is one over its direction. */
  #passes(node: number, from: readonly number[], inverse: readonly number[], limit: number): boolean {
    let near = 0
    let far = limit
    for (let axis = 0; axis < 3; axis += 1) {
      const start = from[axis] ?? 0
      const rate = inverse[axis] ?? 0
      const one = ((this.#boxes[6 * node + axis] ?? 0) - start) * rate
      const other = ((this.#boxes[6 * node + 3 + axis] ?? 0) - start) * rate
      // A ray within a side of the box gives no number there, and is let through.
      if (one < other || other < one || one === other) {
        near = Math.max(near, Math.min(one, other))
        far = Math.min(far, Math.max(one, other))
      }
    }
    return near <= far + 1e-9
  }

  /** Möller and Trumbore (1997): the distance to a triangle, negative when the ray leaves through it; undefined when it misses. */
  #meets(triangle: number, from: Vector, along: Vector): { distance: number; enters: boolean } | undefined {
    const c = this.#corners
    const i = 9 * triangle
    const [ax = 0, ay = 0, az = 0] = [c[i], c[i + 1], c[i + 2]]
    const [e1x, e1y, e1z] = [(c[i + 3] ?? 0) - ax, (c[i + 4] ?? 0) - ay, (c[i + 5] ?? 0) - az]
    const [e2x, e2y, e2z] = [(c[i + 6] ?? 0) - ax, (c[i + 7] ?? 0) - ay, (c[i + 8] ?? 0) - az]
    const px = along.y * e2z - along.z * e2y
    const py = along.z * e2x - along.x * e2z
    const pz = along.x * e2y - along.y * e2x
    const det = e1x * px + e1y * py + e1z * pz
    if (det === 0) return undefined
    const [tx, ty, tz] = [from.x - ax, from.y - ay, from.z - az]
    const u = (tx * px + ty * py + tz * pz) / det
    if (u < -1e-9 || u > 1 + 1e-9) return undefined
    const qx = ty * e1z - tz * e1y
    const qy = tz * e1x - tx * e1z
    const qz = tx * e1y - ty * e1x
    const v = (along.x * qx + along.y * qy + along.z * qz) / det
    if (v < -1e-9 || u + v > 1 + 1e-9) return undefined
    return { distance: (e2x * qx + e2y * qy + e2z * qz) / det, enters: det > 0 }
  }

  /** The first triangle beyond `least` and within `most` along a unit direction that the ray enters or leaves by, as asked. mm. */
  first(from: Vector, along: Vector, enters: boolean, least: number, most: number): Hit | undefined {
    const start = [from.x, from.y, from.z]
    const inverse = [1 / along.x, 1 / along.y, 1 / along.z]
    let best: Hit | undefined
    const open = this.#nodes.length > 0 ? [0] : []
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (!this.#passes(node, start, inverse, best?.distance ?? most)) continue
      const [first = 0, count = 0] = [this.#nodes[2 * node], this.#nodes[2 * node + 1]]
      if (count === 0) {
        open.push(-first, node + 1)
        continue
      }
      for (let at = first; at < first + count; at += 1) {
        const triangle = this.#order[at] ?? 0
        const hit = this.#meets(triangle, from, along)
        if (hit === undefined || hit.enters !== enters || hit.distance < least) continue
        if (hit.distance <= (best?.distance ?? most)) {
          const isSame = hit.distance === best?.distance && triangle > best.triangle
          if (!isSame) best = { ...hit, triangle }
        }
      }
    }
    return best
  }
}
