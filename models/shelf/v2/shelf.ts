import { defineProduct } from '../../product/product.ts'
import { checksOf } from './checks.ts'
import { layoutOf } from './layout.ts'
import { defaults, options, stepCost } from './options.ts'
import { priceBook } from './price-book.ts'
import { makeOf } from './recipe.ts'
import { rules } from './rules.ts'
import { sheets } from './sheets.ts'
import { upgrade } from './upgrade.ts'
import { words } from './words.en.ts'

/** The shelf, version 2: columns and rows one by one, drawers, cable holes, a slanted rear, fronts in colours, worked edges. */
export const shelf = defineProduct({
  slug: 'shelf',
  version: 2,
  options,
  defaults,
  stepCost,
  patience: 1000,
  priceBook,
  sheets,
  words,
  layout: layoutOf,
  rules,
  build: makeOf,
  check: checksOf,
  upgrade: (version, chosen) => (version === 1 ? upgrade(chosen) : undefined),
})
