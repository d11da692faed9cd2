import type { Assembly, Look } from '#models/product/exchange/assembly.ts'
import type { PackSource } from '#models/product/pack/pack-source.ts'
import { say } from '#models/product/words.ts'
import { solidInNode } from '../solid-kernel.ts'

/** How a material looks in another program. */
export type LookOf = (material: string) => Look

/** All parts that have a recipe, but for what is bought and set in, as closed surfaces at `scale` times their finished size. */
export async function assemblyOf(
  { make, hash, product, specification }: PackSource,
  scale: number,
  lookOf: LookOf,
): Promise<Assembly> {
  const bodies = []
  for (const { key, solid, places, bought, material } of make.parts) {
    if (solid === undefined || bought) continue
    const { shell, bounds } = await solidInNode(solid)
    const positions = Array.from(shell.positions, (at) => Math.fround(at * scale))
    const at = places.map((place) => ({
      x: scale * (place.at.x - bounds.from.x),
      y: scale * (place.at.y - bounds.from.y),
      z: scale * (place.at.z - bounds.from.z),
    }))
    bodies.push({ key, surface: { positions, indices: shell.triangles }, look: lookOf(material), at })
  }
  return { hash, title: say(product.words, 'summary', specification.options), bodies }
}
