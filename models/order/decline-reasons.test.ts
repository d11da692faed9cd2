import fc from 'fast-check'
import { expect, it } from 'vitest'
import { declineReasons, readReason, writeReason } from './decline-reasons.ts'

it('reads every reason it writes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...declineReasons), fc.string(), (code, words) => {
      expect(readReason(writeReason(code, words))).toEqual({ code, words: words.trim() })
    }),
  )
})

it('takes a program’s own words as another reason', () => {
  expect(readReason('not_said')).toEqual({ code: 'other', words: 'not_said' })
  expect(readReason('closed: all week')).toEqual({ code: 'other', words: 'closed: all week' })
})
