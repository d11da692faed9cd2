import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readAmount, writeAmount } from './amount-input.ts'

it.each([
  ['412', 41_200],
  ['412.5', 41_250],
  ['412,50', 41_250],
  ['€ 1 234,50', 123_450],
  ['1.234,50', 123_450],
  ['1,234.50', 123_450],
  ['1.234', 123_400],
  ['12’345.00', 1_234_500],
])('reads %s', (text, amount) => {
  expect(readAmount(text)).toBe(amount)
})

it.each(['', '0', '-5', '12.345.6', '1.23.45', 'twelve', '4,5,6', '9999999999'])('does not read “%s”', (text) => {
  expect(readAmount(text)).toBeUndefined()
})

it('reads whatever it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000 }), (amount) => {
      expect(readAmount(writeAmount(amount))).toBe(amount)
    }),
  )
})
