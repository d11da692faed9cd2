import { afterAll, beforeAll, expect, test } from 'vitest'
import { authenticate, openPage, payWithCard } from './shopper.ts'
import { accepted, type SandboxUnderTest, sandboxUnderTest } from './under-test.ts'

let sandbox: SandboxUnderTest
let wall = Date.parse('2026-11-23T08:00:00Z')
beforeAll(async () => {
  sandbox = await sandboxUnderTest({ now: () => wall })
})
afterAll(() => sandbox.close())

const visa = { cardNumber: '4242 4242 4242 4242' }

test('a card is authorised, captured once and refunded in part, each counted at the receiver', async () => {
  const { payments } = sandbox
  const session = await sandbox.checkout('whole')
  expect(session).toMatchObject({ state: 'open', order: 'whole' })
  expect(session.paymentIntent).toBeUndefined()

  const page = await openPage(session.url)
  for (const name of ['email', 'cardNumber', 'cardExpiry', 'cardCvc', 'billingName']) {
    expect(page.text).toContain(`name="${name}"`)
  }
  expect(page.text).toContain('€312.50')
  expect(page.text).not.toContain('<script')

  const paid = await payWithCard(session.url, visa)
  expect(paid).toMatchObject({
    status: 303,
    location: `http://shop.example/orders/o1?session=${session.session}`,
  })

  const complete = accepted(await payments.fetchSession(session.session))
  expect(complete.state).toBe('complete')
  const paymentIntent = complete.paymentIntent ?? ''
  const held = accepted(await payments.fetchPaymentIntent(paymentIntent))
  expect(held).toMatchObject({ state: 'authorised', amount: 31_250, currency: 'EUR', capturable: 31_250, captured: 0 })
  expect(held.captureBefore).toBe(wall + 7 * 24 * 3_600_000)
  expect(held.order).toBe('whole')

  const captured = accepted(await payments.capture({ paymentIntent, amount: 31_250, idempotencyKey: 'whole-capture' }))
  expect(captured).toMatchObject({ state: 'captured', captured: 31_250, capturable: 0, refunded: 0 })
  await payments.capture({ paymentIntent, amount: 31_250, idempotencyKey: 'whole-capture' })

  const refund = accepted(
    await payments.refund({ paymentIntent, amount: 1_250, order: 'whole', idempotencyKey: 'whole-refund' }),
  )
  expect(refund).toMatchObject({ state: 'succeeded', amount: 1_250, currency: 'eur' })
  expect(accepted(await payments.fetchPaymentIntent(paymentIntent)).refunded).toBe(1_250)

  const { counts } = await sandbox.effects('whole')
  expect(counts).toMatchObject({ checkout: 1, authorisation: 1, capture: 1, refund: 1, cancellation: 0 })
})

test('paying twice, or coming back to a paid page, goes on to the shop and charges once', async () => {
  const session = await sandbox.checkout('double-click')
  const answers = await Promise.all([1, 2, 3].map(() => payWithCard(session.url, visa)))
  expect(answers.map((answer) => answer.status)).toEqual([303, 303, 303])
  expect((await openPage(session.url)).status).toBe(303)
  expect((await sandbox.effects('double-click')).counts.authorisation).toBe(1)
})

test.each([
  ['4000000000000002', 'generic_decline', 'Your card has been declined.'],
  ['4000000000009995', 'insufficient_funds', 'Your card has insufficient funds.'],
  ['4000000000000069', 'expired_card', 'Your card has expired.'],
  ['4111111111111111', 'test_mode_live_card', 'use one of the test cards'],
])('card %s is declined as %s; another card then pays', async (cardNumber, declineCode, sentence) => {
  const session = await sandbox.checkout(`declined-${cardNumber}`)
  const answer = await payWithCard(session.url, { cardNumber })
  expect(answer.status).toBe(402)
  expect(answer.text).toContain(sentence)
  expect(answer.text).not.toContain(cardNumber)

  const now = accepted(await sandbox.payments.fetchSession(session.session))
  expect(now.state).toBe('open')
  const payment = accepted(await sandbox.payments.fetchPaymentIntent(now.paymentIntent ?? ''))
  expect(payment).toMatchObject({ state: 'unpaid', declineCode })

  expect((await payWithCard(session.url, visa)).status).toBe(303)
  const after = accepted(await sandbox.payments.fetchPaymentIntent(now.paymentIntent ?? ''))
  expect(after.state).toBe('authorised')
  expect(after.declineCode).toBeUndefined()
})

test.each(['4000002500003155', '4000002760003184'])(
  'card %s asks for 3-D Secure: complete pays',
  async (cardNumber) => {
    const session = await sandbox.checkout(`3ds-${cardNumber}`)
    const challenge = await payWithCard(session.url, { cardNumber })
    expect(challenge.location).toBe(`${session.url}/authenticate`)
    const now = accepted(await sandbox.payments.fetchSession(session.session))
    expect(accepted(await sandbox.payments.fetchPaymentIntent(now.paymentIntent ?? '')).state).toBe('needs_action')

    const bank = await openPage(`${session.url}/authenticate`)
    expect(bank.text).toContain('Complete')
    expect(bank.text).toContain('Fail')
    expect((await authenticate(`${session.url}/authenticate`, 'complete')).location).toContain('shop.example')
    expect(accepted(await sandbox.payments.fetchSession(session.session)).state).toBe('complete')
  },
)

test('3-D Secure failed: the page says why and another card can be used', async () => {
  const session = await sandbox.checkout('3ds-failed')
  await payWithCard(session.url, { cardNumber: '4000002760003184' })
  const failed = await authenticate(`${session.url}/authenticate`, 'fail')
  expect(failed.status).toBe(402)
  expect(failed.text).toContain('We are unable to authenticate your payment method.')
  const now = accepted(await sandbox.payments.fetchSession(session.session))
  expect(accepted(await sandbox.payments.fetchPaymentIntent(now.paymentIntent ?? ''))).toMatchObject({
    state: 'unpaid',
    declineCode: 'payment_intent_authentication_failure',
  })
  expect((await payWithCard(session.url, visa)).status).toBe(303)
})

test('3-D Secure left open until the page expires ends the attempt; completing it late pays nothing', async () => {
  const session = await sandbox.checkout('3ds-abandoned')
  await payWithCard(session.url, { cardNumber: '4000002760003184' })
  wall += 32 * 60_000
  const late = await authenticate(`${session.url}/authenticate`, 'complete')
  expect(late.status).toBe(410)
  expect(late.text).toContain('expired')
  const now = accepted(await sandbox.payments.fetchSession(session.session))
  expect(now.state).toBe('expired')
  expect(accepted(await sandbox.payments.fetchPaymentIntent(now.paymentIntent ?? '')).state).toBe('cancelled')
  expect((await sandbox.effects('3ds-abandoned')).counts.authorisation).toBe(0)
})

test('mistakes in the form are named at their fields and nothing is tried', async () => {
  const session = await sandbox.checkout('typos')
  const answer = await payWithCard(session.url, {
    cardNumber: '4242 4242 4242 4241',
    cardExpiry: '01 / 20',
    cardCvc: '1',
    billingName: '',
  })
  expect(answer.status).toBe(400)
  for (const sentence of ['card number is invalid', 'in the past', 'security code is incomplete', 'Required']) {
    expect(answer.text).toContain(sentence)
  }
  expect(accepted(await sandbox.payments.fetchSession(session.session)).paymentIntent).toBeUndefined()
})

test('an expired session cannot be paid, and expiring a paid one is refused', async () => {
  const session = await sandbox.checkout('expired')
  const expired = await sandbox.payments.expireSession({ session: session.session, idempotencyKey: 'expire-1' })
  expect(accepted(expired).state).toBe('expired')
  expect(accepted(await sandbox.payments.expireSession({ session: session.session, idempotencyKey: 'x2' })).state).toBe(
    'expired',
  )
  expect((await payWithCard(session.url, visa)).status).toBe(410)

  const paid = await sandbox.checkout('paid-then-expired')
  await payWithCard(paid.url, visa)
  expect(await sandbox.payments.expireSession({ session: paid.session, idempotencyKey: 'expire-2' })).toEqual({
    refused: 'session_closed',
    code: 'complete',
  })
})

test('a session lives at least 30 minutes and at most a day', async () => {
  await expect(sandbox.checkout('short', { expiresAt: wall + 60_000 })).rejects.toThrow('expires_at')
  await expect(sandbox.checkout('long', { expiresAt: wall + 25 * 3_600_000 })).rejects.toThrow('expires_at')
})

test('lines that do not sum to the amount are a mistake of ours, found before any call', async () => {
  const request = {
    order: 'wrong-sum',
    amount: 100,
    currency: 'EUR',
    lines: [{ name: 'Shelf', amount: 99, quantity: 1 }],
    successUrl: 'http://shop.example/ok',
    cancelUrl: 'http://shop.example/no',
    expiresAt: wall + 31 * 60_000,
    idempotencyKey: 'wrong-sum',
  } as const
  await expect(sandbox.payments.createCheckout(request)).rejects.toThrow(RangeError)
  expect((await sandbox.effects('wrong-sum')).counts.checkout).toBe(0)
})
