import { describe, expect, it } from 'vitest'
import { mug } from '#models/mug/v1/mug.ts'
import type { Options } from '#models/product/options.ts'
import type { PackFile } from '#models/product/pack.ts'
import { sampleReachable, seeded } from '#models/product/sample.ts'
import { bytesSha256Hex } from '#models/product/specification.ts'
import { solidInNode } from '../solid-kernel.ts'
import { packFileOf, packOf } from './manufacturing-pack.ts'

const optionsOf = (changes: Options): Options => ({ ...mug.defaults, ...changes })

function bytesOf(file: PackFile | undefined): Uint8Array {
  if (file === undefined || !('bytes' in file)) throw new Error('is not a file of bytes')
  return file.bytes
}

/** mm³ that a binary STL encloses, and mm that it is high, read by its own rules. */
function read(bytes: Uint8Array): { volume: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  let six = 0
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let facet = 0; facet < view.getUint32(80, true); facet += 1) {
    const at = (corner: number, axis: number) => view.getFloat32(84 + 50 * facet + 12 + 12 * corner + 4 * axis, true)
    const [a, b, c] = [0, 1, 2].map((corner) => [0, 1, 2].map((axis) => at(corner, axis)))
    const [ax = 0, ay = 0, az = 0] = a ?? []
    const [bx = 0, by = 0, bz = 0] = b ?? []
    const [cx = 0, cy = 0, cz = 0] = c ?? []
    six += ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx)
    low = Math.min(low, az, bz, cz)
    high = Math.max(high, az, bz, cz)
  }
  return { volume: six / 6, height: high - low }
}

const solidOf = async (options: Options) => {
  const solid = mug.make(options).parts[0]?.solid
  if (solid === undefined) throw new Error('a mug is a solid')
  return solidInNode(solid)
}

describe('the pack of a thrown mug', () => {
  it('has the fired shape, the gauge for the maker’s own clay and the glaze card, and no tools', async () => {
    const { manifest, files, hash } = await packOf(mug, optionsOf({}), { 'clay-white': 118 })
    expect(manifest.files.map(({ path }) => path)).toEqual([
      'specification.json',
      'drawing.svg',
      'bill-of-materials.csv',
      'routing.csv',
      'packing-list.csv',
      'specification-sheet.pdf',
      'fired-shape.stl',
      'fired-shape.3mf',
      'gauge-shrinkage-11.8pct.dxf',
      'glaze-card.pdf',
    ])
    expect(manifest.files.find(({ kind }) => kind === 'gauge')).toMatchObject({
      shrinkagePermille: 118,
      body: 'clay-white',
    })
    const fired = read(bytesOf(files.find(({ path }) => path === 'fired-shape.stl')))
    const { volumeMm3 } = await solidOf(optionsOf({}))
    expect(Math.abs(fired.volume / volumeMm3 - 1)).toBeLessThan(1e-6)
    const gauge = files.find(({ kind }) => kind === 'gauge')
    expect(gauge && 'text' in gauge && gauge.text).toContain(hash)
  })

  it('is the same for the same input, and each file alone as in the whole', async () => {
    const options = optionsOf({ name: 'Ada' })
    const [one, other] = [await packOf(mug, options), await packOf(mug, options)]
    expect(one.manifest).toEqual(other.manifest)
    const alone = await packFileOf(mug, options, 'fired-shape.stl')
    const listed = one.manifest.files.find(({ path }) => path === 'fired-shape.stl')
    expect(bytesSha256Hex(bytesOf(alone.file))).toBe(listed?.sha256)
  })
})

describe('the pack of a cast mug', () => {
  it('has the mould’s master, larger than the mug by the shrinkage that its name and the manifest state', async () => {
    const options = optionsOf({ way: 'cast', handle: 'square', height: 100 })
    const { manifest, files } = await packOf(mug, options, { 'slip-white': 125 })
    expect(manifest.files.some(({ kind }) => kind === 'gauge')).toBe(false)
    expect(manifest.files.find(({ kind }) => kind === 'mould-master')).toMatchObject({
      path: 'mould-master-shrinkage-12.5pct.stl',
      shrinkagePermille: 125,
      body: 'slip-white',
    })
    const master = read(bytesOf(files.find(({ kind }) => kind === 'mould-master')))
    const fired = read(bytesOf(files.find(({ path }) => path === 'fired-shape.stl')))
    expect(fired.height).toBeCloseTo(100, 2)
    expect(master.height).toBeCloseTo(100 / 0.875, 2)
    expect(Math.abs(master.volume / (fired.volume / 0.875 ** 3) - 1)).toBeLessThan(1e-5)
  })
})

describe('any mug', () => {
  it('has a pack', async () => {
    const random = seeded(5)
    for (let count = 0; count < 6; count += 1) {
      const { files } = await packOf(mug, sampleReachable(mug, random))
      for (const file of files) if ('text' in file) expect(file.text).not.toMatch(/NaN|undefined|Infinity/)
    }
  })
})
