/** An edge along a seam between corners of the whole, and the triangle that has it. */
export type SeamEdge = { readonly from: number; readonly to: number; readonly triangle: number }

/** Corners to be put into an edge of a triangle, in the direction it walks it. */
export type Split = SeamEdge & { readonly corners: readonly number[] }

/** Where a corner lies, mm. */
type Position = (corner: number) => readonly [x: number, y: number, z: number]

/** How far a corner may lie beside an edge that is to pass through it, mm and part of the edge. */
const beside = { mm: 2e-5, part: 2e-6 } as const

function byStart(edges: readonly SeamEdge[]): Map<number, SeamEdge> | undefined {
  const map = new Map<number, SeamEdge>()
  for (const edge of edges) {
    // Where two loops touch, it cannot be told which goes on where.
    if (map.has(edge.from)) return undefined
    map.set(edge.from, edge)
  }
  return map
}

/** Edges from a shared corner to the next, by both corners; undefined when some run is not bounded by shared corners. */
function stretches(
  edges: ReadonlyMap<number, SeamEdge>,
  shared: ReadonlySet<number>,
): Map<string, readonly SeamEdge[]> | undefined {
  const found = new Map<string, readonly SeamEdge[]>()
  let used = 0
  for (const start of edges.keys()) {
    if (!shared.has(start)) continue
    const run: SeamEdge[] = []
    for (let edge = edges.get(start); edge !== undefined; edge = shared.has(edge.to) ? undefined : edges.get(edge.to)) {
      run.push(edge)
      if (run.length > edges.size) return undefined
    }
    const end = run.at(-1)?.to
    if (end === undefined || !shared.has(end)) return undefined
    found.set(`${start} ${end}`, run)
    used += run.length
  }
  return used === edges.size ? found : undefined
}

/** The corners of `others` that lie on each edge of a run; undefined when one lies on none. All run the same way from the same corner. */
function splitsOf(run: readonly SeamEdge[], others: readonly number[], position: Position): Split[] | undefined {
  const splits: Split[] = []
  let next = 0
  for (const edge of run) {
    const [ax, ay, az] = position(edge.from)
    const [bx, by, bz] = position(edge.to)
    const [dx, dy, dz] = [bx - ax, by - ay, bz - az]
    const square = dx * dx + dy * dy + dz * dz
    const corners: number[] = []
    for (; next < others.length; next += 1) {
      const corner = others[next] ?? 0
      const [px, py, pz] = position(corner)
      const [x, y, z] = [px - ax, py - ay, pz - az]
      const part = (x * dx + y * dy + z * dz) / square
      if (part >= 1) break
      const [ox, oy, oz] = [x - part * dx, y - part * dy, z - part * dz]
      const off = Math.sqrt(ox * ox + oy * oy + oz * oz)
      if (!(part > 0) || off > beside.mm + beside.part * Math.sqrt(square)) return undefined
      corners.push(corner)
    }
    if (corners.length > 0) splits.push({ ...edge, corners })
  }
  return next === others.length ? splits : undefined
}

/**
 * Two sides of a cut walk the same lines in opposite ways, but each may have corners on a line where the other has none. What each side's triangles must
 * take in for both to have the same corners; undefined when the sides do not lie on each other.
 */
export function stitched(
  below: readonly SeamEdge[],
  above: readonly SeamEdge[],
  position: Position,
): { readonly below: readonly Split[]; readonly above: readonly Split[] } | undefined {
  const [one, other] = [byStart(below), byStart(above)]
  if (one === undefined || other === undefined) return undefined
  const shared = new Set([...one.keys()].filter((corner) => other.has(corner)))
  const [runs, backs] = [stretches(one, shared), stretches(other, shared)]
  if (runs === undefined || backs === undefined || runs.size !== backs.size) return undefined
  const splits: { readonly below: Split[]; readonly above: Split[] } = { below: [], above: [] }
  for (const [ends, run] of runs) {
    const [start, end] = ends.split(' ')
    const back = backs.get(`${end} ${start}`)
    if (back === undefined) return undefined
    if (run.length === 1 && back.length === 1) continue
    const within = (edges: readonly SeamEdge[]) => edges.slice(1).map(({ from }) => from)
    const forwards = splitsOf(run, within(back).reverse(), position)
    const backwards = splitsOf(back, within(run).reverse(), position)
    if (forwards === undefined || backwards === undefined) return undefined
    splits.below.push(...forwards)
    splits.above.push(...backwards)
  }
  return splits
}
