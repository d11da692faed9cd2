import { describe, expect, it } from 'vitest'
import { mug } from '#models/mug/v1/mug.ts'
import { drawable } from '#models/product/solid/drawable.ts'
import { quickShell } from '#models/product/solid/quick-shell.ts'
import { sketchShells } from '#models/product/solid/sketch-shells.ts'
import { coloursOf, isWare, type Rgb } from './ware-colours.ts'

const [part] = mug.make({ ...mug.defaults, handle: 'none' }).parts
if (part?.solid === undefined || part.holds === undefined) throw new Error('a mug is a vessel')
const [body] = sketchShells(part.solid)
if (body === undefined) throw new Error('a mug is turned')
const room = quickShell(part.holds)
const drawn = drawable(body)
const colours = {
  clay: [1, 1, 1],
  inside: [1, 0, 0],
  outside: [0, 0, 1],
  thinInside: [1, 0, 0],
  thinOutside: [0, 0, 1],
} as const satisfies Record<string, Rgb>

describe('the colours of a mug', () => {
  it('are the inner glaze within and over the lip, the outer without, and clay on the foot', () => {
    expect(isWare(part)).toBe(true)
    const painted = coloursOf(drawn, { room, body }, colours)
    for (let at = 0; at < painted.length; at += 3) {
      const [x = 0, y = 0, z = 0] = drawn.positions.subarray(at, at + 3)
      const colour = [...painted.subarray(at, at + 3)]
      const r = Math.hypot(x, z)
      if (y < 2) expect(colour).toEqual([1, 1, 1])
      if (y > 20 && y < 80 && r > 40) expect(colour).toEqual([0, 0, 1])
      if (y > 20 && y < 80 && r < 36) expect(colour).toEqual([1, 0, 0])
      if (y === mug.defaults.height) expect(colour).toEqual([1, 0, 0])
    }
  })

  it('are darker where the outside is cut, and nowhere else', () => {
    // Corners a millimetre under the outside, as the floors of letters have them.
    const under: number[] = []
    for (let at = 0; at < drawn.positions.length; at += 3) {
      const [x = 0, y = 0, z = 0] = drawn.positions.subarray(at, at + 3)
      const r = Math.hypot(x, z)
      if (y > 20 && y < 80 && r > 39) under.push((x * (r - 1)) / r, y, (z * (r - 1)) / r)
    }
    expect(under.length).toBeGreaterThan(0)
    const positions = Float32Array.from(under)
    const letters = { positions, normals: positions, indices: new Uint32Array() }
    const painted = coloursOf(letters, { room, body }, colours)
    for (let at = 0; at < painted.length; at += 3) expect([...painted.subarray(at, at + 3)]).toEqual([0, 0, 0.5])
    const plain = coloursOf(drawn, { room, body }, colours)
    for (let at = 0; at < plain.length; at += 3) expect(plain[at + 2]).not.toBe(0.5)
  })
})
