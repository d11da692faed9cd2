import { expect, it } from 'vitest'
import { payoutLines, sums } from './payout-lines.ts'
import { someJob } from './sample-data.ts'

const paid = {
  job: 'paid-1',
  money: { amount: 30_000, currency: 'EUR' as const },
  rail: 'connect',
  state: 'sent',
  reference: 'tr_1',
  at: '2026-11-20T00:00:00.000Z',
}

it('tells what comes after the shopper’s look, and leaves out what was settled or is not accepted', () => {
  const jobs = [
    someJob({ job: 'paid-1', stage: 'shipped' }),
    someJob({ job: 'asked-1', stage: 'awaiting_acceptance' }),
    someJob({ job: 'made-1', stage: 'in_production', projectedAt: '2026-12-10T17:00:00.000Z' }),
  ]
  const { coming, done } = payoutLines([paid], jobs)
  expect(coming).toMatchObject([{ job: 'made-1', state: 'coming', at: Date.parse('2026-12-13T17:00:00Z') }])
  expect(done).toMatchObject([{ job: 'paid-1', state: 'sent', rail: 'connect', reference: 'tr_1' }])
})

it('names how money stands', () => {
  const states = ['owed', 'awaiting_operator', 'sent'].map((state) => ({ ...paid, state }))
  const none = { ...paid, state: 'owed', money: { amount: 0, currency: 'EUR' as const } }
  expect(payoutLines([...states, none], []).done.map(({ state }) => state)).toEqual([
    'owed',
    'by_bank',
    'sent',
    'nothing',
  ])
})

it('adds up by currency', () => {
  const { done } = payoutLines([paid, paid, { ...paid, money: { amount: 5, currency: 'CNY' } }], [])
  expect(sums(done)).toEqual([
    { amount: 60_000, currency: 'EUR' },
    { amount: 5, currency: 'CNY' },
  ])
})
