import { describe, expect, it } from 'vitest'
import { loadProduct, products } from './catalog.ts'

describe('the catalogue', () => {
  it('loads every version it lists, and the latest by default', async () => {
    for (const { slug, versions, latest } of products) {
      expect(versions).toContain(latest)
      for (const version of versions) {
        expect(await loadProduct(slug, version)).toMatchObject({ slug, version })
      }
      expect((await loadProduct(slug))?.version).toBe(latest)
    }
  })

  it('knows nothing else', async () => {
    expect(await loadProduct('chair')).toBeUndefined()
    expect(await loadProduct('shelf', 99)).toBeUndefined()
    expect(await loadProduct('__proto__')).toBeUndefined()
  })
})
