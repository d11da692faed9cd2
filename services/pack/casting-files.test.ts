import { describe, expect, it } from 'vitest'
import { enclosedVolume } from '#models/product/exchange/assembly.ts'
import { contentOf, type PackFile } from '#models/product/pack.ts'
import { ring } from '#models/ring/v1/ring.ts'
import { solidInNode } from '../solid-kernel.ts'
import { packOf } from './manufacturing-pack.ts'

const written = { ...ring.defaults, monogram: 'AM', inscription: 'für immer', alloy: 'gold-18-yellow' }
const stoned = { ...ring.defaults, face: 'none', setting: 'five', stoneSize: '20', alloy: 'gold-18-white' }

function bytesOf(files: readonly PackFile[], path: string): Uint8Array {
  const file = files.find((each) => each.path === path)
  if (file === undefined) throw new Error(`no ${path}`)
  const content = contentOf(file)
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

const textOf = (files: readonly PackFile[], path: string) => new TextDecoder().decode(bytesOf(files, path))

/** Volume and greatest extent along each axis of a binary STL, mm. */
function readStl(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint32(80, true)
  const positions: number[] = []
  for (let triangle = 0; triangle < count; triangle += 1)
    for (let at = 0; at < 9; at += 1) positions.push(view.getFloat32(84 + triangle * 50 + 12 + at * 4, true))
  const axis = (of: number) => positions.filter((_, index) => index % 3 === of)
  const extent = (of: number) => axis(of).reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY)
  const least = (of: number) => axis(of).reduce((most, each) => Math.min(most, each), Number.POSITIVE_INFINITY)
  return {
    volume: enclosedVolume({ positions, indices: positions.slice(0, count * 3).map((_, index) => index) }),
    size: [0, 1, 2].map((of) => extent(of) - least(of)),
    least: [0, 1, 2].map(least),
  }
}

describe('what a caster gets', () => {
  it.each([written, stoned])('is the finished shape, neither grown nor shrunk, without its stones', async (options) => {
    const { files } = await packOf(ring, options)
    const { volume, size } = readStl(bytesOf(files, 'casting-shape.stl'))
    const solid = ring.make(options).parts[0]?.solid
    if (solid === undefined) throw new Error('no solid')
    const { bounds, volumeMm3 } = await solidInNode(solid)
    expect(Math.abs(volume / volumeMm3 - 1)).toBeLessThan(1e-6)
    for (const [of, axis] of (['x', 'z', 'y'] as const).entries())
      expect(size[of]).toBeCloseTo(bounds.to[axis] - bounds.from[axis], 3)
  })

  it('has the same bytes twice, and every file in the manifest', async () => {
    const [one, two] = [await packOf(ring, written), await packOf(ring, written)]
    expect(one.manifest).toEqual(two.manifest)
    expect(one.manifest.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['casting-shape.stl', 'casting-shape.3mf', 'casting.json', 'weights.csv']),
    )
    expect(one.manifest.files.some(({ kind }) => kind === 'fired-shape')).toBe(false)
  })

  it('says that nothing was added, and where a sprue would go: outside, at the bottom', async () => {
    const { files, hash } = await packOf(ring, written)
    const { suggestedSprue, ...facts } = JSON.parse(textOf(files, 'casting.json'))
    expect(facts).toEqual({ hash, unit: 'mm', size: 'finished', shrinkageAppliedPermille: 0, polishAllowanceMm: 0 })
    const { least } = readStl(bytesOf(files, 'casting-shape.stl'))
    expect(suggestedSprue.at.z).toBeCloseTo(least[2] ?? Number.NaN, 2)
    expect(suggestedSprue.towards).toEqual({ x: 0, y: 0, z: -1 })
  })

  it('weighs each alloy finished, cast and poured, each heavier than the one before', async () => {
    const { files } = await packOf(ring, written)
    const rows = textOf(files, 'weights.csv').trim().split('\r\n').slice(1)
    expect(rows).toHaveLength(7)
    expect(rows.filter((row) => row.includes(',yes,'))).toHaveLength(1)
    for (const row of rows) {
      const [finished = 0, cast = 0, poured = 0] = row.split(',').slice(3, 6).map(Number)
      expect(cast).toBeGreaterThan(finished)
      expect(poured).toBeGreaterThan(cast)
    }
  })

  it('has letters at true size for what is written, and none for what is not', async () => {
    const { files, hash } = await packOf(ring, written)
    const inside = textOf(files, 'engraving-inside.svg')
    // Rolled out it is as long as the finger is round.
    expect(inside).toContain('width="54.000mm"')
    expect(inside).toContain(hash)
    expect(textOf(files, 'engraving-face.svg')).toContain('<title>AM</title>')
    const plain = await packOf(ring, stoned)
    expect(plain.files.filter(({ kind }) => kind === 'engraving')).toEqual([])
  })
})
