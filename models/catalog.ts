import type { Product } from './product/product.ts'

/** Every published product with its versions. Loading one loads only that version's code. */
export const products: readonly {
  readonly slug: string
  readonly versions: readonly number[]
  readonly latest: number
}[] = [
  { slug: 'shelf', versions: [1, 2], latest: 2 },
  { slug: 'mug', versions: [1], latest: 1 },
  { slug: 'ring', versions: [1], latest: 1 },
]

const loaders: Readonly<Record<string, () => Promise<Product>>> = {
  'mug/1': async () => (await import('./mug/v1/mug.ts')).mug,
  'ring/1': async () => (await import('./ring/v1/ring.ts')).ring,
  'shelf/1': async () => (await import('./shelf/v1/shelf.ts')).shelf,
  'shelf/2': async () => (await import('./shelf/v2/shelf.ts')).shelf,
}

/** One version of a product, the latest when none is named; undefined when there is no such product or version. */
export async function loadProduct(slug: string, version?: number): Promise<Product | undefined> {
  const known = products.find((product) => product.slug === slug)
  if (known === undefined) return undefined
  const load = Object.hasOwn(loaders, `${slug}/${version ?? known.latest}`)
    ? loaders[`${slug}/${version ?? known.latest}`]
    : undefined
  return load?.()
}
