import { defineProduct } from '../../product/product.ts'
import { checksOf } from './checks.ts'
import { layoutOf } from './layout.ts'
import { defaults, options, stepCost } from './options.ts'
import { priceBook } from './price-book.ts'
import { makeOf } from './recipe.ts'
import { rules } from './rules.ts'
import { words } from './words.en.ts'

/** The mug, version 1: stoneware, thrown or cast, to the millilitre. */
export const mug = defineProduct({
  slug: 'mug',
  version: 1,
  options,
  defaults,
  stepCost,
  ways: 'way',
  priceBook,
  words,
  layout: layoutOf,
  rules,
  build: makeOf,
  check: checksOf,
})
