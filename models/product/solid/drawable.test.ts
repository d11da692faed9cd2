import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawable } from './drawable.ts'
import { quickShell } from './quick-shell.ts'
import type { SolidNode } from './recipe.ts'
import { primitives } from './recipes-under-test.ts'

function drawn(node: SolidNode) {
  const shell = quickShell(node)
  if (shell === undefined) throw new Error('no quick shell')
  return { shell, ...drawable(shell) }
}

describe('a drawable', () => {
  it('has flat sides and sharp edges on a box, and a round side on a cylinder', () => {
    const box = drawn({ kind: 'box', sizeUm: { x: 1000, y: 2000, z: 3000 } })
    expect(box.positions.length / 3).toBe(24)
    expect([...box.normals].every((part) => Math.abs(part) === 1 || part === 0)).toBe(true)
    const round = drawn({ kind: 'cylinder', radiusUm: 10_000, heightUm: 5000 })
    for (let corner = 0; corner < round.positions.length; corner += 3) {
      const [x = 0, , z = 0] = round.positions.subarray(corner, corner + 3)
      const [nx = 0, ny = 0, nz = 0] = round.normals.subarray(corner, corner + 3)
      if (ny === 0) expect((x * nx + z * nz) / 10).toBeGreaterThan(0.999)
      else expect(Math.abs(ny)).toBe(1)
    }
  })

  it('draws every triangle that has an area, with unit normals on its outer side', () => {
    fc.assert(
      fc.property(primitives, (node) => {
        const { shell, positions, normals, indices } = drawn(node)
        expect(indices.length).toBeLessThanOrEqual(shell.triangles.length)
        expect(indices.length).toBeGreaterThan(shell.triangles.length * 0.9)
        expect(normals.length).toBe(positions.length)
        let worst = 0
        for (let corner = 0; corner < normals.length; corner += 3) {
          const [x = 0, y = 0, z = 0] = normals.subarray(corner, corner + 3)
          worst = Math.max(worst, Math.abs(x * x + y * y + z * z - 1))
        }
        expect(worst).toBeLessThan(1e-5)
        expect(indices.every((index) => index < positions.length / 3)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})
