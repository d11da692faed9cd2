import { account } from './en/account.ts'
import { clock } from './en/clock.ts'
import { design } from './en/design.ts'
import { factory } from './en/factory.ts'
import { floor } from './en/floor.ts'
import { frame } from './en/frame.ts'
import { home } from './en/home.ts'
import { order } from './en/order.ts'
import { ordering } from './en/ordering.ts'
import { plan } from './en/plan.ts'
import { product } from './en/product.ts'
import { receipt } from './en/receipt.ts'
import { story } from './en/story.ts'
import type { Catalogue } from './sentence.ts'

/** All sentences of the pages in English, the original. Keys begin with the name of their file. */
export const en = {
  ...frame,
  ...home,
  ...product,
  ...design,
  ...ordering,
  ...order,
  ...clock,
  ...story,
  ...receipt,
  ...factory,
  ...floor,
  ...plan,
  ...account,
} as const satisfies Catalogue

export type En = typeof en
