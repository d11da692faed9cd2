import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitInto } from './shrink-photo.ts'

it('fits the longer edge and keeps the proportion', () => {
  expect(fitInto(4032, 3024, 2000)).toEqual({ width: 2000, height: 1500 })
  expect(fitInto(800, 600, 2000)).toEqual({ width: 800, height: 600 })
})

it('never grows, never vanishes, never stands out', () => {
  const edge = fc.integer({ min: 1, max: 20_000 })
  fc.assert(
    fc.property(edge, edge, (width, height) => {
      const fitted = fitInto(width, height, 2000)
      expect(Math.max(fitted.width, fitted.height)).toBeLessThanOrEqual(2000)
      expect(fitted.width).toBeLessThanOrEqual(width)
      expect(Math.min(fitted.width, fitted.height)).toBeGreaterThanOrEqual(1)
    }),
  )
})
