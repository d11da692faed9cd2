import { chordsUm, facetsOf } from '#models/product/solid/facets.ts'
import type { SolidNode } from '#models/product/solid/recipe.ts'
import { directionOf } from '#models/product/solid/turn.ts'

/** A plate with a hundred features: through holes, blind pockets with rounded corners, and bosses, ten to a row. µm. */
const rows = 10
const pitch = 30_000
const thick = 20_000
const plate: SolidNode = { kind: 'box', sizeUm: { x: rows * pitch, y: thick, z: rows * pitch } }

const kinds = ['hole', 'pocket', 'boss'] as const

const placed = (of: SolidNode, x: number, y: number, z: number): SolidNode => ({
  kind: 'placed',
  of,
  moveUm: { x, y, z },
})

/** One feature about the middle of its square; `size` is its radius or half its side, µm. */
function feature(index: number, size: number): SolidNode {
  const x = (index % rows) * pitch + pitch / 2
  const z = Math.floor(index / rows) * pitch + pitch / 2
  switch (kinds[index % kinds.length]) {
    case 'hole':
      return placed({ kind: 'cylinder', radiusUm: size, heightUm: 2 * thick }, x, -thick / 2, z)
    case 'boss':
      return placed({ kind: 'cylinder', radiusUm: size, heightUm: thick }, x, thick / 2, z)
    default:
      return placed(
        { kind: 'box', sizeUm: { x: 2 * size, y: thick, z: 2 * size }, edge: { kind: 'chamfer', sizeUm: 1000 } },
        x - size,
        thick / 2,
        z - size,
      )
  }
}

/** The part, one of whose features has another size. */
export function part(changed: number, size: number): SolidNode {
  const features = Array.from({ length: rows * rows }, (_, index) => feature(index, index === changed ? size : 6000))
  const are = (kind: (typeof kinds)[number]) => features.filter((_, index) => kinds[index % kinds.length] === kind)
  return {
    kind: 'union',
    of: [{ kind: 'difference', from: plate, cut: [...are('hole'), ...are('pocket')] }, ...are('boss')],
  }
}

/** Area of the regular polygon that stands for a circle, mm². */
function discMm2(radiusUm: number): number {
  const count = facetsOf(radiusUm, chordsUm.single)
  return ((count * (radiusUm / 1000) ** 2) / 2) * directionOf(1, count).sin
}

/** mm³ of the part by the same facets, worked out by hand. */
export function volumeMm3(changed: number, size: number): number {
  const sizeOf = (index: number) => (index === changed ? size : 6000)
  let sum = (rows * pitch * (thick / 1000) * rows * pitch) / 1e6
  for (let index = 0; index < rows * rows; index += 1) {
    const half = sizeOf(index)
    const side = (2 * half) / 1000
    switch (kinds[index % kinds.length]) {
      case 'hole':
        sum -= discMm2(half) * (thick / 1000)
        break
      case 'boss':
        sum += discMm2(half) * (thick / 2000)
        break
      default:
        // Half of the chamfered box lies in the plate: four upright edges, and all that is missing at its foot.
        sum -= chamferedFootMm3(side, thick / 2000, 1)
    }
  }
  return sum
}

/** mm³ of a square post of `side` and `height` whose upright edges and the four about its foot are cut off by `cut`, mm. */
function chamferedFootMm3(side: number, height: number, cut: number): number {
  const section = (inset: number, corner: number) => (side - 2 * inset) ** 2 - 2 * corner ** 2
  const post = section(0, cut) * (height - cut)
  // The foot narrows at 45° on all sides; its section is a square whose corners are cut at a slope, so Simpson's rule is exact.
  const foot = (cut / 6) * (section(cut, 0) + 4 * section(cut / 2, cut / 2) + section(0, cut))
  return post + foot
}
