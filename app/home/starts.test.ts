import { describe, expect, it } from 'vitest'
import { loadProduct, products } from '#models/catalog.ts'
import { evaluate } from '#models/product/evaluate.ts'
import { starts } from './starts.ts'

describe('every start', () => {
  it.each(products.map(({ slug }) => slug))('of the %s can be made', async (slug) => {
    const product = await loadProduct(slug)
    if (!product) throw new Error(`There is no ${slug}`)
    expect(starts[slug]?.length).toBeGreaterThan(0)
    for (const start of starts[slug] ?? []) {
      const { refusals } = evaluate(product, { ...product.defaults, ...start })
      expect(refusals.map(({ code, values }) => ({ code, values }))).toEqual([])
    }
  })
})
