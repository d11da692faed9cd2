import { isCells, type Option, type Options } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { say as sayOf } from '#models/product/words.ts'
import type { PageWords } from '../words/reader.tsx'
import { groupSummary, valueText } from './wording.ts'

/** A configuration by its measures, and by what there is how many of: `Shelf 1 200 × 1 800 × 320 mm` and `3 columns, 5 rows, 4 doors`. */
export function shortSummary(product: Product, chosen: Options, words: PageWords): { size: string; counts: string } {
  const lengths = product.options
    .filter((option) => option.kind === 'length')
    .map((option) => Number(chosen[option.key]))
  const figures = lengths.map((length) => words.mm(length).replace(/\D*$/, '')).join(' × ')
  const isCounted = ({ key, kind }: Option) =>
    kind === 'count' || (kind === 'cells' && isCells(chosen[key]) && chosen[key].length > 0)
  const counted = new Set(product.options.filter(isCounted).map(({ group }) => group))
  const groups = [...counted].map((group) => {
    const members = product.options.filter((option) => option.group === group)
    return groupSummary(product, group, members, chosen, words)
  })
  const texts = product.options.flatMap((option) =>
    option.kind === 'text' && chosen[option.key] ? valueText(product, option, chosen[option.key], words) : [],
  )
  return {
    size: `${sayOf(product.words, 'product.name')} ${figures}\u00a0mm`,
    counts: [...groups, ...texts].join(', '),
  }
}
