import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { MeshoptDecoder } from 'meshoptimizer/decoder'
import { MeshoptEncoder } from 'meshoptimizer/encoder'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Assembly, enclosedVolume, type Surface } from './assembly.ts'
import { glbOf } from './glb.ts'
import { readGlb } from './read-glb.ts'
import { boxSurface, prismSurface, sampleAssembly } from './sample-assembly.ts'
import { boundsOf, shaded } from './shading.ts'
import { stl } from './stl.ts'
import { threeMf } from './three-mf.ts'
import { usdz } from './usdz.ts'

beforeAll(() => Promise.all([MeshoptDecoder.ready, MeshoptEncoder.ready]))

const volumeOf = ({ bodies }: Assembly) =>
  bodies.reduce((sum, { surface, at }) => sum + enclosedVolume(surface) * at.length, 0)

function soup(bytes: Uint8Array): Surface {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const positions: number[] = []
  for (let facet = 0; facet < view.getUint32(80, true); facet += 1) {
    for (let value = 3; value < 12; value += 1) positions.push(view.getFloat32(84 + facet * 50 + value * 4, true))
  }
  return { positions, indices: positions.slice(0, positions.length / 3).map((_, index) => index) }
}

function readThreeMf(bytes: Uint8Array): { volume: number; text: string } {
  const text = strFromU8(unzipSync(bytes)['3D/3dmodel.model'] ?? new Uint8Array())
  const all = (pattern: RegExp, within: string) =>
    [...within.matchAll(pattern)].flatMap(([, ...groups]) => groups.map(Number))
  let volume = 0
  for (const [, id, mesh = ''] of text.matchAll(/<object id="(\d+)"[^>]*>(.*?)<\/object>/g)) {
    const surface = {
      positions: all(/<vertex x="([^"]+)" y="([^"]+)" z="([^"]+)"\/>/g, mesh),
      indices: all(/<triangle v1="(\d+)" v2="(\d+)" v3="(\d+)"\/>/g, mesh),
    }
    volume += enclosedVolume(surface) * text.split(`<item objectid="${id}"`).length - enclosedVolume(surface)
  }
  return { volume, text }
}

describe('files for other programs', () => {
  const volume = volumeOf(sampleAssembly)

  test('hold the volume to a millionth, and to a thousandth where they are quantised', () => {
    expect(Math.abs(enclosedVolume(soup(stl(sampleAssembly))) / volume - 1)).toBeLessThan(1e-6)
    expect(Math.abs(readThreeMf(threeMf(sampleAssembly)).volume / volume - 1)).toBeLessThan(1e-6)
    for (const encoder of [undefined, MeshoptEncoder]) {
      const read = readGlb(glbOf(sampleAssembly, encoder), MeshoptDecoder)
      expect(Math.abs((read.volume * 1e9) / volume - 1)).toBeLessThan(1e-3)
    }
  })

  test('stand upright on a printer’s bed, their front towards one', () => {
    const { least, greatest } = boundsOf(soup(stl(sampleAssembly)).positions)
    expect(least).toEqual([0, -320, 0])
    expect(greatest).toEqual([1199.5, 0, 418])
  })

  test('name the specification', () => {
    const { hash } = sampleAssembly
    expect(readThreeMf(threeMf(sampleAssembly)).text).toContain(`<metadata name="makerline:specification">${hash}<`)
    expect(readGlb(glbOf(sampleAssembly, MeshoptEncoder), MeshoptDecoder).specification).toBe(hash)
    expect(strFromU8(unzipSync(usdz(sampleAssembly))['product.usda'] ?? new Uint8Array())).toContain(hash)
    expect(strFromU8(stl(sampleAssembly).subarray(0, 80))).toContain(hash)
  })

  test('are the same bytes for the same assembly', () => {
    for (const write of [stl, threeMf, usdz, (of: Assembly) => glbOf(of, MeshoptEncoder)]) {
      expect(write(sampleAssembly)).toEqual(write(structuredClone(sampleAssembly)))
    }
  })

  test('put each file of a USDZ at a multiple of 64 bytes', () => {
    const bytes = usdz(sampleAssembly)
    const at = strFromU8(bytes, true).indexOf('#usda 1.0')
    expect(at).toBeGreaterThan(0)
    expect(at % 64).toBe(0)
  })

  test('a GLB packed by meshopt is smaller', () => {
    const round = {
      ...sampleAssembly,
      bodies: sampleAssembly.bodies.map((body) => ({ ...body, surface: prismSurface(40, 90, 720) })),
    }
    expect(glbOf(round, MeshoptEncoder).length).toBeLessThan(glbOf(round).length / 2)
  })
})

describe('shading', () => {
  test('keeps the edges of a box sharp and the side of a cylinder round', () => {
    expect(shaded(boxSurface(10, 20, 30)).positions.length / 3).toBe(24)
    // Each corner of the side once for the side and once for its end, and the middles of both ends.
    expect(shaded(prismSurface(10, 20, 48)).positions.length / 3).toBe(48 * 4 + 2)
  })

  test('changes no corner, and every normal has length 1', () => {
    const sizes = fc.double({ min: 0.1, max: 3000, noNaN: true })
    fc.assert(
      fc.property(sizes, sizes, fc.integer({ min: 3, max: 90 }), (radius, height, sides) => {
        const surface = prismSurface(radius, height, sides)
        const { positions, normals, indices } = shaded(surface)
        expect(enclosedVolume({ positions, indices })).toBe(enclosedVolume(surface))
        for (let at = 0; at < normals.length; at += 3) {
          expect(Math.hypot(normals[at] ?? 0, normals[at + 1] ?? 0, normals[at + 2] ?? 0)).toBeCloseTo(1, 9)
        }
      }),
    )
  })
})
