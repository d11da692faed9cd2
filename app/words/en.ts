import { account } from './en/account.ts'
import { design } from './en/design.ts'
import { frame } from './en/frame.ts'
import { home } from './en/home.ts'
import { ordering } from './en/ordering.ts'
import { product } from './en/product.ts'
import type { Catalogue } from './sentence.ts'

/** All sentences of the pages in English, the original. Keys begin with the name of their file. */
export const en = { ...frame, ...home, ...product, ...design, ...ordering, ...account } as const satisfies Catalogue

export type En = typeof en
