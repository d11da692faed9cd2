import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, permille, portion, rounded } from './rounding.ts'

describe('rounded', () => {
  it('takes halves away from zero', () => {
    expect([0.5, 1.5, 2.5, -0.5, -2.5, 2.4999].map(rounded)).toEqual([1, 2, 3, -1, -3, 2])
  })

  it('gives plain zero, never minus zero', () => {
    expect(Object.is(rounded(-0.2), 0)).toBe(true)
  })

  it('refuses what is not an amount', () => {
    expect(() => rounded(Number.NaN)).toThrow(RangeError)
    expect(() => portion(100, 1, 0)).toThrow(RangeError)
  })

  it('takes thousandths', () => {
    expect(permille(10_000, 190)).toBe(1900)
    expect(permille(333, 81)).toBe(27)
  })
})

describe('allocate', () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 20 })
    .filter((list) => list.some((weight) => weight > 0))

  it('loses no cent and stays within one of the exact share', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), weights, (amount, list) => {
        const shares = allocate(amount, list)
        const total = list.reduce((sum, weight) => sum + weight, 0)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount)
        for (const [index, share] of shares.entries()) {
          expect(Math.abs(share - (amount * (list[index] ?? 0)) / total)).toBeLessThan(1)
          if (list[index] === 0) expect(share).toBe(0)
        }
      }),
    )
  })

  it('gives left-over cents to the largest remainders, first come first', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33])
    expect(allocate(10, [1, 3, 3])).toEqual([2, 4, 4])
  })

  it('refuses weights that cannot share', () => {
    expect(() => allocate(1, [])).toThrow(RangeError)
    expect(() => allocate(1, [0, 0])).toThrow(RangeError)
    expect(() => allocate(1, [2, -1])).toThrow(RangeError)
    expect(() => allocate(0.5, [1])).toThrow(RangeError)
  })
})
