import { use } from 'react'
import { loadProduct } from '#models/catalog.ts'
import type { Product } from '#models/product/product.ts'

const coming = new Map<string, Promise<Product | undefined>>()

/** Loads a product once. A server awaits this before it renders; a browser starts it as early as it can. */
export async function prepareProduct(slug: string, version?: number): Promise<Product | undefined> {
  const loading = comingProduct(slug, version)
  const product = await loading
  // React reads a promise so marked at once, without suspending.
  Object.assign(loading, { status: 'fulfilled', value: product })
  return product
}

/**
 * The product a page shows. While its code is on the way the page as the server drew it stays, and works.
 * Throws for a product that does not exist: a loader has answered 404 before.
 */
export function useProduct(slug: string, version: number): Product {
  const product = use(comingProduct(slug, version))
  if (!product) throw new Error(`There is no product ${slug} ${version}`)
  return product
}

function comingProduct(slug: string, version: number | undefined): Promise<Product | undefined> {
  const key = `${slug}@${version ?? 'latest'}`
  const known = coming.get(key)
  if (known) return known
  const loading = loadProduct(slug, version)
  loading.catch(() => coming.delete(key))
  coming.set(key, loading)
  return loading
}
