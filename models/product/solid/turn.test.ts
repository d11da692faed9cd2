import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionOf } from './turn.ts'

describe('a direction', () => {
  it('is that of Math.sin and Math.cos within the last digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.integer({ min: 1, max: 720_000 }),
        (part, whole) => {
          const { cos, sin } = directionOf(part, whole)
          const angle = (2 * Math.PI * (((part % whole) + whole) % whole)) / whole
          expect(Math.abs(cos - Math.cos(angle))).toBeLessThan(2e-15)
          expect(Math.abs(sin - Math.sin(angle))).toBeLessThan(2e-15)
          expect(Math.abs(cos * cos + sin * sin - 1)).toBeLessThan(1e-15)
        },
      ),
    )
  })

  it('is exact at quarters, and the same mirrored', () => {
    expect([0, 1, 2, 3, 4].map((part) => directionOf(part, 4))).toEqual([
      { cos: 1, sin: 0 },
      { cos: 0, sin: 1 },
      { cos: -1, sin: 0 },
      { cos: 0, sin: -1 },
      { cos: 1, sin: 0 },
    ])
    for (let part = 0; part < 96; part += 1) {
      const one = directionOf(part, 96)
      const other = directionOf(96 - part, 96)
      expect(other.cos).toBe(one.cos)
      expect(other.sin + one.sin).toBe(0)
    }
  })
})
