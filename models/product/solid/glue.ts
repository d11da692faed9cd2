import { type SeamEdge, type Split, stitched } from './stitch.ts'
import type { Piece, Seam, Slab } from './trim.ts'

/** Corners and triangles of all slabs in one numbering; `firsts` are where each slab's own corners, triangles and upper seam begin. */
type Laid = {
  readonly positions: Float32Array
  readonly triangles: Uint32Array
  readonly seams: readonly { readonly below: readonly SeamEdge[]; readonly above: readonly SeamEdge[] }[]
}

function edgesOf(seam: Seam, corners: readonly number[], firstTriangle: number): SeamEdge[] {
  return seam.edges.map(({ from, to, triangle }) => ({
    from: corners[from] ?? 0,
    to: corners[to] ?? 0,
    triangle: firstTriangle + triangle,
  }))
}

/** Lays the slabs one after the other; corners of the same name on both sides of a cut become one. */
function laid(slabs: readonly Slab[]): Laid {
  const room = slabs.reduce((sum, { shell }) => sum + shell.positions.length, 0)
  const positions = new Float32Array(room)
  const triangles = new Uint32Array(slabs.reduce((sum, { shell }) => sum + shell.triangles.length, 0))
  const seams: { below: SeamEdge[]; above: SeamEdge[] }[] = []
  let corners = 0
  let at = 0
  let below: { names: ReadonlyMap<string, number>; edges: SeamEdge[] } | undefined
  for (const { shell, low, high } of slabs) {
    const count = shell.positions.length / 3
    const lows = low.corners.map((name, corner) => {
      const known = below?.names.get(name)
      if (known !== undefined) return known
      positions.set(shell.positions.subarray(3 * corner, 3 * corner + 3), 3 * corners)
      corners += 1
      return corners - 1
    })
    const first = corners - lows.length
    positions.set(shell.positions.subarray(3 * lows.length), 3 * corners)
    corners += count - lows.length
    for (let index = 0; index < shell.triangles.length; index += 1) {
      const corner = shell.triangles[index] ?? 0
      triangles[at + index] = corner < lows.length ? (lows[corner] ?? 0) : first + corner
    }
    if (below !== undefined) seams.push({ below: below.edges, above: edgesOf(low, lows, at / 3) })
    const highs = high.corners.map((_, index) => corners - high.corners.length + index)
    below = {
      names: new Map(high.corners.map((name, index) => [name, highs[index] ?? 0])),
      edges: edgesOf(high, highs, at / 3),
    }
    at += shell.triangles.length
  }
  return { positions: positions.slice(0, 3 * corners), triangles, seams }
}

/** Triangles with more corners along one edge become fans about the corner opposite. */
function withSplits(triangles: Uint32Array, splits: readonly Split[]): Uint32Array {
  if (splits.length === 0) return triangles
  const all = new Uint32Array(triangles.length + 3 * splits.reduce((sum, { corners }) => sum + corners.length, 0))
  all.set(triangles)
  let at = triangles.length
  for (const { from, to, triangle, corners } of splits) {
    const opposite = [0, 1, 2]
      .map((nth) => triangles[3 * triangle + nth] ?? 0)
      .find((one) => one !== from && one !== to)
    const line = [from, ...corners, to]
    for (const [index, corner] of line.entries()) {
      const next = line[index + 1]
      if (next === undefined || opposite === undefined) continue
      all.set([corner, next, opposite], index === 0 ? 3 * triangle : at)
      if (index > 0) at += 3
    }
  }
  return all
}

/** One surface of slabs in their order. Undefined when a cut does not fit: then the solid has to be made in one piece. */
export function glued(slabs: readonly Slab[]): Piece | undefined {
  const { positions, triangles, seams } = laid(slabs)
  const splits: Split[] = []
  const position = (corner: number) =>
    [positions[3 * corner] ?? 0, positions[3 * corner + 1] ?? 0, positions[3 * corner + 2] ?? 0] as const
  for (const { below, above } of seams) {
    const found = stitched(below, above, position)
    if (found === undefined) return undefined
    splits.push(...found.below, ...found.above)
  }
  return {
    shell: { positions, triangles: withSplits(triangles, splits) },
    volumeMm3: slabs.reduce((sum, slab) => sum + slab.volumeMm3, 0),
    areaMm2: slabs.reduce((sum, slab) => sum + slab.areaMm2, 0),
  }
}
