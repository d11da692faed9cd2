import type { Options } from '#models/product/options.ts'
import { type PackSource, packSource } from '#models/product/pack/pack-source.ts'
import type { Shrinkages } from '#models/product/pack/shrinkage.ts'
import {
  type Manifest,
  manifestFile,
  manifestOf,
  manifestPath,
  type PackFile,
  type PackRecipe,
  textRecipes,
  written,
} from '#models/product/pack.ts'
import type { Product } from '#models/product/product.ts'
import { bookletPdf } from './booklet.ts'
import { castingRecipes } from './casting-files.ts'
import { cuttingPlanPdf } from './cutting-plan.ts'
import { specificationSheetPdf } from './specification-sheet.ts'
import { stickersForThermal, stickersOnA4 } from './stickers.ts'
import { wareRecipes } from './ware-files.ts'

/** Papers for people: the specification of every product, and what panel furniture needs besides. */
function paperRecipes(source: PackSource): PackRecipe[] {
  const sheet = {
    path: 'specification-sheet.pdf',
    kind: 'specification-sheet',
    write: () => specificationSheetPdf(source),
  }
  if (source.plan === undefined) return [sheet]
  return [
    sheet,
    { path: 'cutting-plan.pdf', kind: 'cutting-plan', write: () => cuttingPlanPdf(source) },
    { path: 'stickers-a4.pdf', kind: 'stickers', write: () => stickersOnA4(source) },
    { path: 'stickers-100x50.pdf', kind: 'stickers', write: () => stickersForThermal(source) },
    { path: 'assembly-booklet.pdf', kind: 'assembly-booklet', write: () => bookletPdf(source) },
  ]
}

const recipesOf = (source: PackSource, shrinkages: Shrinkages | undefined): PackRecipe[] => [
  ...textRecipes(source),
  ...paperRecipes(source),
  ...wareRecipes(source, shrinkages),
  ...castingRecipes(source),
]

/**
 * The manufacturing pack of a valid configuration, `manifest.json` last. The same input gives the same bytes. `shrinkages` are those of the maker's
 * bodies; without them what is formed of clay is drawn for a usual one.
 * @throws RangeError when it cannot be made.
 */
export async function packOf(
  product: Product,
  options: Options,
  shrinkages?: Shrinkages,
): Promise<{ hash: string; manifest: Manifest; files: PackFile[] }> {
  const source = packSource(product, options)
  const files: PackFile[] = []
  for (const recipe of recipesOf(source, shrinkages)) files.push(await written(recipe))
  const manifest = manifestOf(source, files)
  return { hash: source.hash, manifest, files: [...files, manifestFile(manifest)] }
}

/** One file of a pack by its path, made without the others but for the manifest, which lists them; undefined when there is none. */
export async function packFileOf(
  product: Product,
  options: Options,
  path: string,
  shrinkages?: Shrinkages,
): Promise<{ hash: string; file: PackFile | undefined }> {
  if (path === manifestPath) {
    const { hash, files } = await packOf(product, options, shrinkages)
    return { hash, file: files.at(-1) }
  }
  const source = packSource(product, options)
  const recipe = recipesOf(source, shrinkages).find((one) => one.path === path)
  return { hash: source.hash, file: recipe && (await written(recipe)) }
}
