import { ApplicationFailure } from '@temporalio/common'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAct } from './operated.ts'

const who = { operator: 'olga@example.com', reason: 'The machine stood still.' }
const right = {
  extendDeadline: { ...who, hours: 24 },
  requote: who,
  cancelWithRefund: { ...who, amount: 1250 },
  settleReport: { ...who, refund: 0 },
  confirmPayout: { ...who, reference: '2026-11-23/17' },
}

/** The field that is complained about. */
function refused(update: string, act: unknown): string | undefined {
  try {
    checkAct(update, act)
    return undefined
  } catch (error) {
    if (!(error instanceof ApplicationFailure)) throw error
    const details: unknown = error.details?.[0]
    return JSON.stringify(details)
  }
}
const about = (field: string) => JSON.stringify({ code: 'bad_input', values: { field } })

describe('what an operator types', () => {
  it.each(Object.entries(right))('%s as the manual has it is taken', (update, act) => {
    expect(refused(update, act)).toBeUndefined()
  })

  it('may leave out the amount of a refund, and then gives back everything', () => {
    expect(refused('cancelWithRefund', who)).toBeUndefined()
  })

  it.each(Object.keys(right))('%s without a word is refused', (update) => {
    for (const nothing of [undefined, null, '', 7, []]) expect(refused(update, nothing)).toBe(about('operator'))
    expect(refused(update, { ...who, reason: ' ' })).toBe(about('reason'))
  })

  it('is refused where a number is none, negative, or of part of a cent', () => {
    for (const hours of [0, -1, 1441, Number.NaN, '24', undefined])
      expect(refused('extendDeadline', { ...who, hours })).toBe(about('hours'))
    for (const amount of [-1, 0.5, '10', null]) {
      expect(refused('cancelWithRefund', { ...who, amount })).toBe(about('amount'))
      expect(refused('settleReport', { ...who, refund: amount })).toBe(about('refund'))
    }
  })

  it('is refused where a field is misspelt', () => {
    expect(refused('cancelWithRefund', { ...who, amout: 100 })).toBe(about('amout'))
  })

  it('never fails in another way, whatever is typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(right)), fc.anything(), (update, act) => {
        expect(refused(update, act)).toContain('bad_input')
      }),
    )
  })
})
