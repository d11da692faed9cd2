import { defineProduct } from '../../product/product.ts'
import { checksOf } from './checks.ts'
import { layoutOf } from './layout.ts'
import { defaults, options, stepCost } from './options.ts'
import { priceBook } from './price-book.ts'
import { makeOf } from './recipe.ts'
import { rules } from './rules.ts'
import { sheets } from './sheets.ts'
import { words } from './words.en.ts'

/** The shelf, version 1. Published: never edited, the next is version 2. */
export const shelf = defineProduct({
  slug: 'shelf',
  version: 1,
  options,
  defaults,
  stepCost,
  priceBook,
  sheets,
  words,
  layout: layoutOf,
  rules,
  build: (layout) => makeOf(layout),
  check: (layout, broken) => checksOf(layout, broken),
})
