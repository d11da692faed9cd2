import { bodyOfForm, inMm, matrixOf, reshaped } from './body-of-form.ts'
import { boundsOf } from './bounds.ts'
import { chordsUm, facetsOf } from './facets.ts'
import { letters } from './font.ts'
import { formOf } from './form.ts'
import type { Body } from './kernel.ts'
import { keyOf } from './node-key.ts'
import type { Repeated, SolidNode, Text, Wrapped } from './recipe.ts'
import type { SolidBench } from './solid-cache.ts'
import { SolidError } from './solid-error.ts'
import { placement, placements } from './transform.ts'

/** Triangles that one step may take in. */
const mostTriangles = 1_000_000

function withinLimit(triangles: number): void {
  if (triangles > mostTriangles) throw new SolidError('solid_too_fine', { triangles, most: mostTriangles })
}

/** Joins them in one step of the kernel; nothing at all is a body too. */
export function joined(
  operation: 'union' | 'difference' | 'intersection',
  bodies: readonly Body[],
  bench: SolidBench,
): Body {
  withinLimit(bodies.reduce((sum, body) => sum + body.numTri(), 0))
  return bench.kernel.Manifold[operation](bodies)
}

function set(text: Text, bench: SolidBench): Body {
  const polygons = letters(text, bench.fonts)
  const { Manifold, CrossSection } = bench.kernel
  if (polygons.length === 0) return Manifold.union([])
  const outlines = CrossSection.ofPolygons(inMm(polygons), 'NonZero')
  try {
    return Manifold.extrude(outlines, text.depthUm / 1000, 0, 0, [1, 1])
  } finally {
    outlines.delete()
  }
}

function repeated(node: Repeated, bench: SolidBench): Body {
  const places = placements(node)
  const body = bodyOf(node.of, bench)
  withinLimit(body.numTri() * places.length)
  const copies = places.map((transform) => body.transform(matrixOf(transform)))
  try {
    return joined('union', copies, bench)
  } finally {
    for (const copy of copies) copy.delete()
  }
}

/** Split finely enough that its facets stay within the chord error, then bent. */
function wrapped({ of, radiusUm }: Wrapped, bench: SolidBench): Body {
  const body = bodyOf(of, bench)
  if (body.isEmpty()) return bench.kernel.Manifold.union([])
  const { from, to } = boundsOf(of, bench.fonts)
  if (radiusUm < 1 || radiusUm + from.z <= 0) throw new SolidError('solid_size', { radius: radiusUm / 1000 })
  const turn = 2 * Math.PI * radiusUm
  if (to.x - from.x >= turn) throw new SolidError('solid_size', { length: (to.x - from.x) / 1000, most: turn / 1000 })
  const step = turn / facetsOf(radiusUm + to.z, chordsUm.single)
  const radius = radiusUm / 1000
  return reshaped(body.refineToLength(step / 1000), (fine) => {
    withinLimit(fine.numTri())
    return fine.warp((corner) => {
      const { cos, sin } = bend(corner[0] / radius)
      const out = radius + corner[2]
      corner[0] = out * sin
      corner[2] = out * cos
    })
  })
}

/** Sine and cosine of an angle in radians, the same on every machine: a short series, doubled six times. */
function bend(angle: number): { cos: number; sin: number } {
  const small = angle / 64
  const square = small * small
  let sin = small * (1 - (square / 6) * (1 - (square / 20) * (1 - (square / 42) * (1 - square / 72))))
  let cos = 1 - (square / 2) * (1 - (square / 12) * (1 - (square / 30) * (1 - square / 56)))
  for (let doubling = 0; doubling < 6; doubling += 1) {
    const twice = 2 * sin * cos
    cos = cos * cos - sin * sin
    sin = twice
  }
  return { cos, sin }
}

function made(node: SolidNode, bench: SolidBench): Body {
  const all = (nodes: readonly SolidNode[]) => nodes.map((one) => bodyOf(one, bench))
  switch (node.kind) {
    case 'text':
      return set(node, bench)
    case 'union':
    case 'intersection':
      return joined(node.kind, all(node.of), bench)
    case 'difference':
      return joined('difference', all([node.from, ...node.cut]), bench)
    case 'hull':
      return bench.kernel.Manifold.hull(all(node.of))
    case 'placed':
      return bodyOf(node.of, bench).transform(matrixOf(placement(node)))
    case 'repeated':
      return repeated(node, bench)
    case 'wrapped':
      return wrapped(node, bench)
    default:
      return bodyOfForm(formOf(node), bench.kernel)
  }
}

/** A body that is closed, or a refusal. Asking for the status makes the kernel do the work now. */
export function sound(body: Body): Body {
  const status = body.status()
  if (status === 'NoError') return body
  body.delete()
  throw new SolidError('solid_not_manifold', { status })
}

/** The body of a node, which stays the cache's. @throws SolidError */
export function bodyOf(node: SolidNode, bench: SolidBench): Body {
  const key = keyOf(node)
  return bench.cache.body(key) ?? bench.cache.keepBody(key, sound(made(node, bench)))
}
