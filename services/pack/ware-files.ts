import { gaugeDxf } from '#models/product/dxf/gauge-dxf.ts'
import type { Look } from '#models/product/exchange/assembly.ts'
import { stl } from '#models/product/exchange/stl.ts'
import { threeMf } from '#models/product/exchange/three-mf.ts'
import type { PackSource } from '#models/product/pack/pack-source.ts'
import { grownBy, inName, type Shrinkages, shrinkageOf } from '#models/product/pack/shrinkage.ts'
import type { PackRecipe } from '#models/product/pack.ts'
import { say } from '#models/product/words.ts'
import { glazeCardPdf } from './glaze-card.ts'
import { assemblyOf } from './ware-assembly.ts'

const firedLook: Look = { key: 'fired', colour: [0.75, 0.7, 0.6], roughness: 0.5, metalness: 0 }
const fired = () => firedLook

/**
 * What a potter needs besides the papers: the fired shape, and formed of wet clay either the gauge or the mould's master, which are larger by the
 * shrinkage of the maker's body. That shrinkage is no part of what was agreed, so it stands in the file's name and in the manifest.
 */
export function wareRecipes(source: PackSource, shrinkages: Shrinkages | undefined): PackRecipe[] {
  const { make, specification, hash, product } = source
  if (make.cast !== undefined || !make.parts.some(({ solid }) => solid !== undefined)) return []
  const recipes: PackRecipe[] = [
    { path: 'fired-shape.stl', kind: 'fired-shape', write: async () => stl(await assemblyOf(source, 1, fired)) },
    { path: 'fired-shape.3mf', kind: 'fired-shape', write: async () => threeMf(await assemblyOf(source, 1, fired)) },
  ]
  const shrinkage = shrinkageOf(specification, shrinkages)
  if (shrinkage === undefined) return recipes
  const { body, permille } = shrinkage
  const name = inName(permille)
  const told = { shrinkagePermille: permille, body }
  if (specification.operations.some(({ tooling }) => tooling === 'mould')) {
    recipes.push({
      path: `mould-master-shrinkage-${name}.stl`,
      kind: 'mould-master',
      ...told,
      write: async () => stl(await assemblyOf(source, grownBy(permille), fired)),
    })
  }
  const { sketch } = make
  if (sketch !== undefined && specification.operations.some(({ workCentre }) => workCentre === 'throwing')) {
    const title = `${say(product.words, 'product.name')} ${hash}, wet, shrinkage ${permille / 10} %`
    recipes.push({
      path: `gauge-shrinkage-${name}.dxf`,
      kind: 'gauge',
      ...told,
      write: () => gaugeDxf(sketch, make.envelope.z / 2, permille, title) ?? '',
    })
  }
  if (specification.materials.some(({ material }) => material.startsWith('glaze-')))
    recipes.push({ path: 'glaze-card.pdf', kind: 'glaze-card', write: () => glazeCardPdf(source) })
  return recipes
}
