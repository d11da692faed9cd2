import type { Vector } from '../../vector.ts'
import { areaVector, dot, type Shell, triangleOf } from '../shell.ts'
import type { RayTree } from './ray-tree.ts'
import { type Spot, tenths, type Verdict } from './verdict.ts'

/** What a mould asks: the unit directions its parts are pulled in, and the least draft in degrees on walls deeper than `shallowMm` along the pull. */
export type Mould = { readonly pulls: readonly Vector[]; readonly leastDraft: number; readonly shallowMm: number }

/** Triangles looked at, at most: every second or third of a finer surface. */
const mostFaces = 40_000

/** Off the surface before looking along a pull, mm, and how far a wall may lean the wrong way before it counts, as a sine: rounding, not shape. */
const off = 2e-3
const upright = 2e-4

type Face = {
  readonly triangle: number
  readonly middle: Vector
  readonly areaMm2: number
  /** the draft of the best pull that frees it, as a sine, and that pull; undefined when none does */
  readonly free: { readonly sine: number; readonly pull: Vector } | undefined
}

function faceOf(shell: Shell, tree: RayTree, triangle: number, pulls: readonly Vector[]): Face | undefined {
  const corners = triangleOf(shell, triangle)
  const across = areaVector(corners)
  const twice = Math.sqrt(dot(across, across))
  if (twice < 1e-8) return undefined
  const normal = { x: across.x / twice, y: across.y / twice, z: across.z / twice }
  const [a, b, c] = corners
  const middle = { x: (a.x + b.x + c.x) / 3, y: (a.y + b.y + c.y) / 3, z: (a.z + b.z + c.z) / 3 }
  const from = { x: middle.x + off * normal.x, y: middle.y + off * normal.y, z: middle.z + off * normal.z }
  let free: Face['free']
  for (const pull of pulls) {
    const sine = dot(normal, pull)
    if (sine < -upright || (free !== undefined && sine <= free.sine)) continue
    if (tree.first(from, pull, true, 0, Number.POSITIVE_INFINITY) === undefined) free = { sine, pull }
  }
  return { triangle, middle, areaMm2: twice / 2, free }
}

function spotOf(shell: Shell, faces: readonly Face[], at: Vector): Spot {
  const corners = faces.flatMap(({ triangle }) => triangleOf(shell, triangle))
  const least = (axis: keyof Vector) => corners.reduce((value, corner) => Math.min(value, corner[axis]), at[axis])
  const most = (axis: keyof Vector) => corners.reduce((value, corner) => Math.max(value, corner[axis]), at[axis])
  return {
    at,
    from: { x: least('x'), y: least('y'), z: least('z') },
    to: { x: most('x'), y: most('y'), z: most('z') },
  }
}

/** Faces gathered into patches that hang together by their corners. */
function patchesOf(shell: Shell, faces: readonly Face[]): Face[][] {
  const parent = new Map<number, number>()
  const root = (corner: number): number => {
    let at = corner
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    return at
  }
  for (const { triangle } of faces) {
    const [a = 0, b = 0, c = 0] = shell.triangles.subarray(3 * triangle, 3 * triangle + 3)
    for (const corner of [a, b, c]) if (!parent.has(corner)) parent.set(corner, corner)
    parent.set(root(b), root(a))
    parent.set(root(c), root(a))
  }
  const patches = new Map<number, Face[]>()
  for (const face of faces) {
    const at = root(shell.triangles[3 * face.triangle] ?? 0)
    patches.set(at, [...(patches.get(at) ?? []), face])
  }
  return [...patches.values()]
}

/** mm that a patch reaches along the pull of one of its faces. */
function depthOf(shell: Shell, patch: readonly Face[]): number {
  const pull = patch[0]?.free?.pull
  if (pull === undefined) return 0
  const along = patch.flatMap(({ triangle }) => triangleOf(shell, triangle).map((corner) => dot(corner, pull)))
  return along.reduce((a, b) => Math.max(a, b)) - along.reduce((a, b) => Math.min(a, b))
}

const degrees = (sine: number): number => (Math.asin(Math.min(1, Math.max(-1, sine))) * 180) / Math.PI

const largest = (faces: readonly Face[]): Face | undefined =>
  faces.reduce<Face | undefined>(
    (best, face) => (best === undefined || face.areaMm2 > best.areaMm2 ? face : best),
    undefined,
  )

/**
 * Whether a mould opens. `undercut`: every face is freed by one of the pulls, nothing of the solid in its way; `area` is what is not, mm².
 * `draft`: walls lean at least `leastDraft` degrees away from their pull; `draft` is the least on a wall that is deep enough to count.
 */
export function mouldVerdicts(shell: Shell, tree: RayTree, { pulls, leastDraft, shallowMm }: Mould): Verdict[] {
  const stride = Math.max(1, Math.ceil(shell.triangles.length / 3 / mostFaces))
  const faces: Face[] = []
  for (let triangle = 0; triangle < shell.triangles.length / 3; triangle += stride) {
    const face = faceOf(shell, tree, triangle, pulls)
    if (face !== undefined) faces.push(face)
  }
  const trapped = faces.filter(({ free }) => free === undefined)
  const area = trapped.reduce((sum, { areaMm2 }) => sum + areaMm2 * stride, 0)
  const worst = largest(trapped)
  const undercut: Verdict = {
    code: 'undercut',
    values: { area: tenths(area) },
    ok: tenths(area) === 0,
    ...(worst !== undefined && { spot: spotOf(shell, trapped, worst.middle) }),
  }
  const steep = faces.filter(({ free }) => free !== undefined && degrees(free.sine) < leastDraft - 0.05)
  const deep = patchesOf(shell, steep).filter((patch) => depthOf(shell, patch) > shallowMm)
  const least = deep
    .flat()
    .reduce<Face | undefined>(
      (best, face) => (best?.free !== undefined && (face.free?.sine ?? 0) >= best.free.sine ? best : face),
      undefined,
    )
  const patch = deep.find((each) => least !== undefined && each.includes(least)) ?? []
  const draft: Verdict = {
    code: 'draft',
    values: {
      least: leastDraft,
      ...(least?.free !== undefined && { draft: Math.max(0, tenths(degrees(least.free.sine))) }),
    },
    ok: least === undefined,
    ...(least !== undefined && { spot: spotOf(shell, patch, largest(patch)?.middle ?? least.middle) }),
  }
  return [undercut, draft]
}
