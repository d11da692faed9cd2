import { afterAll, beforeAll, expect, test } from 'vitest'
import { ServiceUnavailable } from '../unavailable.ts'
import { payWithCard } from './shopper.ts'
import { accepted, type SandboxUnderTest, sandboxUnderTest } from './under-test.ts'

let sandbox: SandboxUnderTest
let wall = Date.parse('2026-11-23T08:00:00Z')
beforeAll(async () => {
  sandbox = await sandboxUnderTest({ now: () => wall })
})
afterAll(() => sandbox.close())

/** An authorised payment of 312.50 EUR for the order. */
async function authorised(order: string): Promise<string> {
  const session = await sandbox.checkout(order)
  await payWithCard(session.url, { cardNumber: '4242424242424242' })
  return accepted(await sandbox.payments.fetchSession(session.session)).paymentIntent ?? ''
}

test('a captured payment answers a second capture of the same amount, and refuses another amount', async () => {
  const paymentIntent = await authorised('twice')
  accepted(await sandbox.payments.capture({ paymentIntent, amount: 31_250, idempotencyKey: 'twice-1' }))
  const again = await sandbox.payments.capture({ paymentIntent, amount: 31_250, idempotencyKey: 'twice-2' })
  expect(accepted(again).state).toBe('captured')
  expect(await sandbox.payments.capture({ paymentIntent, amount: 100, idempotencyKey: 'twice-3' })).toMatchObject({
    refused: 'already_captured',
  })
  expect((await sandbox.effects('twice')).counts.capture).toBe(1)
})

test('no more than the authorised amount can be captured; less releases the rest', async () => {
  const paymentIntent = await authorised('part')
  expect(await sandbox.payments.capture({ paymentIntent, amount: 31_251, idempotencyKey: 'part-1' })).toEqual({
    refused: 'amount_too_large',
    code: 'amount_too_large',
  })
  const part = accepted(await sandbox.payments.capture({ paymentIntent, amount: 20_000, idempotencyKey: 'part-2' }))
  expect(part).toMatchObject({ state: 'captured', captured: 20_000, capturable: 0, refunded: 0 })
  expect(await sandbox.payments.refund({ paymentIntent, amount: 20_001, idempotencyKey: 'part-3' })).toMatchObject({
    refused: 'amount_too_large',
  })
  accepted(await sandbox.payments.refund({ paymentIntent, amount: 20_000, idempotencyKey: 'part-4' }))
  expect(await sandbox.payments.refund({ paymentIntent, amount: 1, idempotencyKey: 'part-5' })).toMatchObject({
    refused: 'already_refunded',
  })
  expect(accepted(await sandbox.payments.fetchPaymentIntent(paymentIntent)).refunded).toBe(20_000)
})

test('a cancelled authorisation is released once and cannot be captured', async () => {
  const paymentIntent = await authorised('cancelled')
  const cancelled = await sandbox.payments.cancelAuthorisation({ paymentIntent, idempotencyKey: 'cancel-1' })
  expect(accepted(cancelled)).toMatchObject({ state: 'cancelled', capturable: 0 })
  const again = await sandbox.payments.cancelAuthorisation({ paymentIntent, idempotencyKey: 'cancel-2' })
  expect(accepted(again).state).toBe('cancelled')
  expect(await sandbox.payments.capture({ paymentIntent, amount: 31_250, idempotencyKey: 'cancel-3' })).toMatchObject({
    refused: 'cancelled',
  })
  expect((await sandbox.effects('cancelled')).counts).toMatchObject({ cancellation: 1, capture: 0 })
})

test('cancelling what was captured is refused by name', async () => {
  const paymentIntent = await authorised('too-late')
  accepted(await sandbox.payments.capture({ paymentIntent, amount: 31_250, idempotencyKey: 'late-1' }))
  expect(await sandbox.payments.cancelAuthorisation({ paymentIntent, idempotencyKey: 'late-2' })).toMatchObject({
    refused: 'already_captured',
  })
})

test('an authorisation lapses after its time; capturing it then is refused as expired', async () => {
  const paymentIntent = await authorised('lapsed')
  wall += 7 * 24 * 3_600_000
  await sandbox.control('lapse', { payment_intent: paymentIntent })
  expect(accepted(await sandbox.payments.fetchPaymentIntent(paymentIntent)).state).toBe('lapsed')
  expect(await sandbox.payments.capture({ paymentIntent, amount: 31_250, idempotencyKey: 'lapsed-1' })).toMatchObject({
    refused: 'expired',
  })
  const released = await sandbox.payments.cancelAuthorisation({ paymentIntent, idempotencyKey: 'lapsed-2' })
  expect(accepted(released).state).toBe('lapsed')
  expect((await sandbox.effects('lapsed')).counts).toMatchObject({ lapse: 1, cancellation: 0, capture: 0 })
})

test('the moment of lapsing can be set close', async () => {
  const paymentIntent = await authorised('soon')
  await sandbox.control('lapse', { payment_intent: paymentIntent, in_s: 1800 })
  const payment = accepted(await sandbox.payments.fetchPaymentIntent(paymentIntent))
  expect(payment).toMatchObject({ state: 'authorised', captureBefore: wall + 1_800_000 })
})

test('a capture that the issuer refuses leaves the authorisation and is refused for that key alone', async () => {
  const paymentIntent = await authorised('capture-failed')
  await sandbox.control('fail', {
    call: 'capture',
    matching: paymentIntent,
    outcome: { status: 402, type: 'card_error', code: 'card_declined', decline_code: 'do_not_honor' },
  })
  const failed = { paymentIntent, amount: 31_250, idempotencyKey: 'failed-1' }
  expect(await sandbox.payments.capture(failed)).toEqual({ refused: 'declined', code: 'do_not_honor' })
  expect(await sandbox.payments.capture(failed)).toEqual({ refused: 'declined', code: 'do_not_honor' })
  expect(accepted(await sandbox.payments.fetchPaymentIntent(paymentIntent)).state).toBe('authorised')
  expect(accepted(await sandbox.payments.capture({ ...failed, idempotencyKey: 'failed-2' })).state).toBe('captured')
})

test.each([
  { when: 'before', outcome: 'disconnect' },
  { when: 'before', outcome: { status: 500 } },
  { when: 'before', outcome: { status: 429, type: 'rate_limit_error' } },
])('a broken answer ($when, $outcome) is unavailable; the same key then captures once', async (fault) => {
  const order = `broken-${fault.when}-${JSON.stringify(fault.outcome)}`
  const paymentIntent = await authorised(order)
  const input = { paymentIntent, amount: 31_250, idempotencyKey: `${order}-capture` }
  await sandbox.control('fail', { ...fault, call: 'capture', matching: paymentIntent, times: 3 })
  await expect(sandbox.payments.capture(input)).rejects.toThrow(ServiceUnavailable)
  await sandbox.control('clear')
  expect(accepted(await sandbox.payments.capture(input)).state).toBe('captured')
  const { effects } = await sandbox.effects(encodeURIComponent(order))
  expect(effects.filter((effect) => effect.kind === 'capture')).toMatchObject([{ amount: 31_250 }])
})

test.each(['disconnect', { status: 500 }])(
  'an effect whose answer is lost (%j) is found again by the SDK',
  async (outcome) => {
    const order = `lost-${JSON.stringify(outcome)}`
    const paymentIntent = await authorised(order)
    await sandbox.control('fail', { call: 'capture', when: 'after', matching: paymentIntent, outcome })
    const captured = await sandbox.payments.capture({ paymentIntent, amount: 31_250, idempotencyKey: order })
    expect(accepted(captured).state).toBe('captured')
    expect((await sandbox.effects(encodeURIComponent(order))).counts.capture).toBe(1)
  },
)

test('a wrong secret key is rejected without telling it', async () => {
  const { createPayments } = await import('../payments.ts')
  const payments = createPayments({ secretKey: 'sk_test_wrongwrongwrong', webhookSecret: 'w', apiUrl: sandbox.url })
  const error = await payments.fetchPaymentIntent('pi_1').catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'ServiceRejected' })
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('wrong')
})
