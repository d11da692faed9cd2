import { isCells, type Options } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { say as sayOf } from '#models/product/words.ts'
import { optionWord, valueText } from '../customizer/wording.ts'
import type { PageWords } from '../words/reader.tsx'

/** A configuration by its measures, and by what there is how many of: `Shelf 1 200 × 1 800 × 320 mm` and `Columns 3, Rows 5, Doors 4`. */
export function shortSummary(product: Product, chosen: Options, words: PageWords): { size: string; counts: string } {
  const lengths = product.options
    .filter((option) => option.kind === 'length')
    .map((option) => Number(chosen[option.key]))
  const figures = lengths.map((length) => words.mm(length).replace(/\D*$/, '')).join(' × ')
  const counts = product.options.flatMap((option) => {
    const value = chosen[option.key]
    const isThere =
      option.kind === 'count' ||
      (option.kind === 'cells' && isCells(value) && value.length > 0) ||
      (option.kind === 'text' && value !== undefined && value !== '')
    return isThere ? `${optionWord(product, option.key)} ${valueText(product, option, value, words)}` : []
  })
  return { size: `${sayOf(product.words, 'product.name')} ${figures}\u00a0mm`, counts: counts.join(', ') }
}
