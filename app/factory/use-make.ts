import { useMemo } from 'react'
import type { Make } from '#models/product/make.ts'
import type { Options } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { useProduct } from '../customizer/ready-product.ts'
import { briefly } from '../customizer/wording.ts'

type Configured = {
  readonly product: string
  readonly version: number
  readonly options: Options
  readonly hash: string
}

/** What a specification stands for: its product, what it is made of, and a sentence. One hash is worked out once. */
export function useMake(row: Configured): { product: Product; make: Make; what: string } {
  const product = useProduct(row.product, row.version)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the hash stands for the options
  return useMemo(
    () => ({ product, make: madeOf(product, row), what: briefly(product, row.options) }),
    [product, row.hash],
  )
}

const made = new Map<string, Make>()
const most = 500

function madeOf(product: Product, { hash, options }: Configured): Make {
  const known = made.get(hash)
  if (known) return known
  if (made.size >= most) made.clear()
  const make = product.make(options)
  made.set(hash, make)
  return make
}
