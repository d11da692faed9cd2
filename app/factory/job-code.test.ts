import { expect, it } from 'vitest'
import { groups, jobCode } from './job-code.ts'

it('is short enough to call across a hall', () => {
  expect(jobCode('5f3a9c0e1b2d4f6a7c8e9b0d-1')).toBe('5F3 A9C')
  expect(jobCode('5f3a9c0e1b2d4f6a7c8e9b0d-2')).toBe('5F3 A9C-2')
  expect(groups('ab')).toBe('AB')
})
