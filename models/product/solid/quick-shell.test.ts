import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf, boundsOfPoints } from './bounds.ts'
import { measureOf } from './measure.ts'
import { quickShell } from './quick-shell.ts'
import type { SolidNode } from './recipe.ts'
import { primitives } from './recipes-under-test.ts'
import { cornerOf, isClosed, type Shell, sizeOfShell } from './shell.ts'

function shellOf(node: SolidNode): Shell {
  const shell = quickShell(node)
  if (shell === undefined) throw new Error('no quick shell')
  return shell
}

const close = (value: number, wanted: number, within = 1e-5) =>
  expect(Math.abs(value / wanted - 1)).toBeLessThan(within)

describe('a quick shell', () => {
  it('is closed, and as large as the closed forms say', () => {
    fc.assert(
      fc.property(primitives, (node) => {
        const shell = shellOf(node)
        expect(isClosed(shell)).toBe(true)
        const { volumeMm3, areaMm2 } = sizeOfShell(shell)
        const { volumeUm3 = 0, areaUm2 = 0 } = measureOf(node)
        close(volumeMm3, volumeUm3 / 1e9)
        close(areaMm2, areaUm2 / 1e6)
      }),
    )
  })

  it('fills the box that is foretold', () => {
    fc.assert(
      fc.property(primitives, (node) => {
        const shell = shellOf(node)
        const { from, to } = boundsOf(node)
        const found = boundsOfPoints(Array.from({ length: shell.positions.length / 3 }, (_, at) => cornerOf(shell, at)))
        for (const axis of ['x', 'y', 'z'] as const) {
          expect(Math.abs((found?.from[axis] ?? Number.NaN) - from[axis] / 1000)).toBeLessThan(1e-4)
          expect(Math.abs((found?.to[axis] ?? Number.NaN) - to[axis] / 1000)).toBeLessThan(1e-4)
        }
      }),
    )
  })

  it('stays closed and the right way out when turned, mirrored and repeated', () => {
    const angle = fc.integer({ min: -360_000, max: 360_000 })
    fc.assert(
      fc.property(primitives, angle, angle, fc.constantFrom('x', 'y', 'z'), (of, x, z, mirror) => {
        const placed: SolidNode = { kind: 'placed', of, mirror, turnMd: { x, y: 0, z }, moveUm: { x: 5, y: -7, z: 0 } }
        const step = { x: 500_000, y: 0, z: 0 }
        const row: SolidNode = {
          kind: 'repeated',
          of: placed,
          count: 3,
          pattern: { kind: 'line', stepUm: step },
          claim: { volumeUm3: 0, areaUm2: 0 },
        }
        const shell = shellOf(row)
        expect(isClosed(shell)).toBe(true)
        // A metre away, single precision is a ten-thousandth of a millimetre.
        close(sizeOfShell(shell).volumeMm3, (measureOf(row).volumeUm3 ?? 0) / 1e9, 1e-4)
      }),
    )
  })

  it('is not given where only the kernel knows', () => {
    const ball: SolidNode = { kind: 'sphere', radiusUm: 5000 }
    expect(quickShell({ kind: 'union', of: [ball, ball] })).toBeUndefined()
    expect(quickShell({ kind: 'difference', from: ball, cut: [ball] })).toBeUndefined()
    expect(quickShell({ kind: 'hull', of: [ball] })).toBeUndefined()
  })
})
