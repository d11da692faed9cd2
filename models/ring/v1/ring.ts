import { defineProduct } from '../../product/product.ts'
import { checksOf } from './checks.ts'
import { layoutOf } from './layout.ts'
import { defaults, options, stepCost } from './options.ts'
import { priceBook } from './price-book.ts'
import { makeOf } from './recipe.ts'
import { rules } from './rules.ts'
import { words } from './words.en.ts'

/** The ring, version 1: cast by lost wax in silver, gold or bronze, to the millimetre of the finger. */
export const ring = defineProduct({
  slug: 'ring',
  version: 1,
  options,
  defaults,
  stepCost,
  priceBook,
  words,
  layout: layoutOf,
  rules,
  build: makeOf,
  check: checksOf,
})
