import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startedFor } from './yield.ts'

test('one piece is started as often as potters do it', () => {
  const pieces = [920, 850, 750, 650, 500].map((yieldPermille) => startedFor(1, yieldPermille))
  expect(pieces).toEqual([2, 3, 4, 5, 7])
})

test('at least what is wanted, more for a worse yield, and more for more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 300, max: 999 }), (wanted, yieldPermille) => {
      const started = startedFor(wanted, yieldPermille)
      expect(started).toBeGreaterThanOrEqual(wanted)
      expect(startedFor(wanted, 1000)).toBe(wanted)
      expect(startedFor(wanted, yieldPermille - 100)).toBeGreaterThanOrEqual(started)
      expect(startedFor(wanted + 1, yieldPermille)).toBeGreaterThan(started)
    }),
  )
})

test('what is no yield is refused', () => {
  for (const wrong of [0, -1, 1001, 0.5, Number.NaN]) expect(() => startedFor(1, wrong)).toThrow(RangeError)
})
