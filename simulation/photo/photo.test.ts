import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { loadProduct } from '#models/catalog.ts'
import { workCentreKinds } from '#models/product/routing.ts'
import { sampleReachable, seeded } from '#models/product/sample.ts'
import { photoSvg, takePhoto } from './photo.ts'

const product = await loadProduct('shelf')
if (product === undefined) throw new Error('no shelf')
const hash = '0123456789abcdef'.repeat(4)
const shown = { job: 'j', operation: 'saw', hash, make: product.make(product.defaults) }

describe('a simulated photo', () => {
  it.each(workCentreKinds)(
    'is drawn for %s, always the same, and for no two configurations alike',
    async (workCentre) => {
      const photo = await takePhoto({ ...shown, workCentre })
      const { format, width, height } = await sharp(photo).metadata()
      expect({ format, width, height }).toEqual({ format: 'png', width: 960, height: 720 })
      expect(photoSvg({ ...shown, workCentre })).toBe(photoSvg({ ...shown, workCentre }))
      const wider = product.make({ ...product.defaults, width: 1500 })
      expect(photoSvg({ ...shown, workCentre, make: wider })).not.toBe(photoSvg({ ...shown, workCentre }))
    },
  )

  it('carries its mark and the hash in the picture itself, without any font of the machine', async () => {
    const svg = photoSvg({ ...shown, workCentre: 'saw' })
    expect(svg).not.toContain('<text')
    const strip = (of: Uint8Array) =>
      sharp(of).extract({ left: 20, top: 645, width: 920, height: 72 }).greyscale().raw().toBuffer()
    const one = await strip(await takePhoto({ ...shown, workCentre: 'saw' }))
    const other = await strip(await takePhoto({ ...shown, workCentre: 'saw', hash: 'f'.repeat(64) }))
    expect(Math.max(...one)).toBeGreaterThan(180)
    const differing = one.filter((value, at) => Math.abs(value - (other[at] ?? 0)) > 40).length
    expect(differing).toBeGreaterThan(500)
  })

  it('is drawn for every configuration that can be made', () => {
    const random = seeded(11)
    for (let count = 0; count < 12; count += 1) {
      const make = product.make(sampleReachable(product, random))
      for (const workCentre of workCentreKinds)
        expect(photoSvg({ ...shown, make, workCentre })).not.toMatch(/NaN|undefined|Infinity/)
    }
  })
})
