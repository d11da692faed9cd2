import { expect, it } from 'vitest'
import { type EventKind, eventKinds } from '#models/order/events.ts'
import type { Values } from '#models/product/evaluation.ts'
import { shelf } from '#models/shelf/v1/shelf.ts'
import { en } from '../words/en.ts'
import { wordsOf } from '../words/say.ts'
import { type Around, tell } from './telling.ts'

const around: Around = {
  words: wordsOf<typeof en>(en, 'en-GB', 'UTC'),
  product: shelf,
  currency: 'EUR',
  factory: 'Foshan Lianhe',
  factoryOf: (quote) => (quote === 'q1' ? 'Foshan Lianhe' : undefined),
}
const told = (kind: EventKind, data: Values = {}) => tell({ kind, data }, around)

/** What the workflows write with each kind. */
const written: Readonly<Record<EventKind, Values>> = {
  submitted: { product: 'shelf', quantity: 1 },
  quoted: { round: 1 },
  no_quotes: { round: 1 },
  asked: { request: 'r', factory: 'Foshan Lianhe' },
  quote_arrived: { request: 'r', quote: 'q1', factory: 'Foshan Lianhe' },
  declined: { request: 'r', reason: 'material' },
  hand_round_ended: { quotes: 2 },
  asked_again: { reason: 'refused' },
  picked: { quote: 'q1' },
  checkout_opened: { attempt: 1 },
  payment_failed: { reason: 'insufficient_funds' },
  authorised: { amount: 31250, currency: 'EUR' },
  acceptance_reminded: {},
  accepted: { factory: 'Foshan Lianhe', startsAt: 1_796_000_000_000, finishesAt: 1_797_000_000_000 },
  refused: { factory: 'Foshan Lianhe', reason: 'full' },
  capture_failed: { reason: 'expired' },
  operation_started: { operation: 'saw' },
  operation_paused: { operation: 'saw', reason: 'tool' },
  operation_finished: { operation: 'saw', note: 'Clean edges.', photo: 'f1' },
  production_started: {},
  replanned: { job: 'j', finishesAt: 1_797_000_000_000, before: 1_796_000_000_000 },
  slipped: { promisedAt: 1_796_000_000_000, deliverBy: 1_797_000_000_000 },
  late: { promisedAt: 1_796_000_000_000 },
  handed_over: {},
  shipped: {},
  tracked: { state: 'in_transit', at: 1_797_000_000_000 },
  carrier_silent: {},
  delivered: { at: 1_797_000_000_000 },
  approved: { by: 'shopper' },
  reported: { report: 'p', photos: 2 },
  report_escalated: {},
  report_settled: { refund: 5000, currency: 'EUR' },
  cancelled: { by: 'shopper', refund: 31250, kept: 0, currency: 'EUR' },
  refunded: { by: 'operator', refund: 31250, kept: 0, currency: 'EUR' },
  expired: { what: 'quotes' },
  payout_sent: { amount: 20000, currency: 'EUR', reference: 'po', factory: 'f' },
  payout_awaited: { amount: 20000, currency: 'EUR', reference: 'po', factory: 'f' },
  deadline_extended: { hours: 12 },
  job_overdue: {},
}

it.each(eventKinds)('tells %s in a sentence, with its data and without', (kind) => {
  for (const data of [written[kind], {}]) {
    const { sentence } = told(kind, data)
    expect(sentence).toMatch(/^[A-Z€].*\.$/)
    expect(sentence).not.toMatch(/[{}]|undefined|NaN|story\.|operation\./)
  }
})

it('names who and what', () => {
  expect(told('picked', { quote: 'q1' }).sentence).toBe('You chose Foshan Lianhe. Its place is held while you pay.')
  expect(told('operation_started', { operation: 'saw' }).sentence).toBe('Now cutting the boards.')
  expect(told('operation_paused', written.operation_paused).sentence).toBe(
    'Paused: Cut the boards. A tool is missing or worn.',
  )
  expect(told('refused', written.refused).sentence).toContain('its machines are full')
  expect(told('payment_failed', written.payment_failed).sentence).toContain('the account does not cover it')
})

it('tells the maker’s own words as they are', () => {
  expect(told('operation_paused', { operation: 'saw', reason: 'The blade is blunt.' }).sentence).toBe(
    'Paused: Cut the boards. The blade is blunt.',
  )
  expect(told('refused', { factory: 'A', reason: 'other: We moved.' }).sentence).toContain('back: We moved. Your money')
  expect(told('operation_finished', written.operation_finished)).toEqual({
    sentence: 'The boards are cut.',
    note: 'Clean edges.',
    photo: 'f1',
    tone: 'good',
  })
})

it('says of money only what moves', () => {
  expect(told('cancelled', { by: 'shopper', refund: 0 }).sentence).toBe(
    'You cancelled the order. Nothing had been taken.',
  )
  expect(told('cancelled', { by: 'operator', refund: 500 }).sentence).toBe(
    'We cancelled the order. €5.00 goes back to you.',
  )
  expect(told('payout_sent', written.payout_sent).sentence).not.toContain('€')
})

it('tells a round by hand that nobody answered in words, not as a nought', () => {
  expect(told('hand_round_ended', { quotes: 0 }).sentence).toBe('Answers by hand are closed. None came in that way.')
})

it('never shows a bank’s code', () => {
  expect(told('payment_failed', { reason: 'do_not_honor' }).sentence).not.toContain('do_not_honor')
})
