import { describe, expect, it } from 'vitest'
import type { EventKind } from '#models/order/events.ts'
import { en } from '../words/en.ts'
import { wordsOf } from '../words/say.ts'
import type { Order } from './order-data.ts'
import { orderUnderTest } from './order-under-test.ts'
import { paymentNote } from './payment-note.ts'

const words = wordsOf<typeof en>(en, 'en-GB', 'UTC')
const money = (amount: number) => ({ amount, currency: 'EUR' as const })
type Paid = Exclude<Order['payment'], { state: 'none' }>

function note(
  kinds: readonly EventKind[],
  state: Paid['state'] | 'none',
  returned = false,
  failure: string | null = null,
) {
  const payment: Order['payment'] =
    state === 'none' ? { state } : { state, amount: money(31250), captured: money(0), refunded: money(0), failure }
  const events = kinds.map((kind, index) => ({ id: String(index), kind, at: '2026-12-01T09:00:00.000Z', data: {} }))
  return paymentNote(orderUnderTest({ stage: 'awaiting_payment', payment }), events, returned, words)
}

describe('a payment that has not come about', () => {
  it('is nothing to talk about before one has tried', () => {
    expect(note(['submitted', 'quoted', 'picked'], 'none')).toEqual({
      words: undefined,
      harm: false,
      button: 'order.pay',
    })
  })

  it('was declined', () => {
    const declined = note(['picked', 'checkout_opened', 'payment_failed'], 'failed', true, 'insufficient_funds')
    expect(declined).toMatchObject({ harm: true, button: 'order.payAgain' })
    expect(declined.words).toContain('the account does not cover it')
  })

  it('was left unfinished, or is not confirmed yet', () => {
    expect(note(['picked', 'checkout_opened'], 'open').words).toMatch(/^You have not finished/)
    expect(note(['picked', 'checkout_opened'], 'open', true).words).toMatch(/^Your bank has not confirmed/)
  })

  it('has lapsed', () => {
    expect(note(['picked', 'checkout_opened'], 'lapsed')).toMatchObject({ harm: true, button: 'order.payAgain' })
  })

  it('could not be captured, whatever the earlier attempt says', () => {
    const kinds: EventKind[] = ['picked', 'checkout_opened', 'authorised', 'capture_failed']
    expect(note(kinds, 'lapsed').words).toMatch(/^The factory accepted/)
    expect(note([...kinds, 'checkout_opened'], 'open').words).toMatch(/^You have not finished/)
  })

  it('is new with another quote', () => {
    expect(note(['picked', 'checkout_opened', 'payment_failed', 'picked'], 'failed').words).toBeUndefined()
  })
})
