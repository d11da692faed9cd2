import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type Inbox, openInbox, type Received } from '../sandbox/inbox.ts'
import { payWithCard } from './shopper.ts'
import { accepted, type SandboxUnderTest, sandboxUnderTest } from './under-test.ts'

let inbox: Inbox
let sandbox: SandboxUnderTest
beforeAll(async () => {
  inbox = await openInbox()
  sandbox = await sandboxUnderTest({ webhookUrl: inbox.url })
})
beforeEach(async () => {
  await sandbox.control('webhooks/hold', { held: true })
  await sandbox.control('webhooks/flush')
  inbox.answer(200)
  inbox.forget()
})
afterAll(async () => {
  await sandbox.close()
  await inbox.close()
})

const verified = ({ body, header }: Received) => sandbox.payments.verifyWebhook(body, header('stripe-signature'))

/** Takes `count` webhooks and gives their types in the order they came. */
async function types(count: number): Promise<readonly string[]> {
  const found: string[] = []
  for (let index = 0; index < count; index += 1) found.push(verified(await inbox.next())?.type ?? 'not verified')
  return found
}

const ofAPayment = [
  'payment_intent.created',
  'charge.succeeded',
  'payment_intent.amount_capturable_updated',
  'checkout.session.completed',
]

async function paid(order: string): Promise<{ session: string; paymentIntent: string }> {
  const { session, url } = await sandbox.checkout(order)
  await payWithCard(url, { cardNumber: '4242424242424242' })
  return { session, paymentIntent: accepted(await sandbox.payments.fetchSession(session)).paymentIntent ?? '' }
}

test('each move is told by the events Stripe sends, signed, naming objects to fetch', async () => {
  const { session, paymentIntent } = await paid('told')
  await sandbox.control('webhooks/hold', { held: false })
  const seen: { type: string; id: string }[] = []
  while (seen.length < 4) {
    const notice = verified(await inbox.next())
    if (notice !== undefined) seen.push({ type: notice.type, id: notice.id })
  }
  expect(seen.map(({ type }) => type).sort()).toEqual([...ofAPayment].sort())
  expect(seen.find(({ type }) => type === 'checkout.session.completed')?.id).toBe(session)
  expect(seen.find(({ type }) => type === 'payment_intent.created')?.id).toBe(paymentIntent)
})

test('webhooks can be reordered and repeated; each copy verifies', async () => {
  const { paymentIntent } = await paid('reordered')
  await sandbox.control('webhooks/flush', { order: 'reversed' })
  expect(await types(4)).toEqual([...ofAPayment].reverse())
  await sandbox.control('webhooks/resend', {
    about: paymentIntent,
    type: 'payment_intent.amount_capturable_updated',
    times: 10,
  })
  expect(await types(10)).toEqual(Array.from({ length: 10 }, () => 'payment_intent.amount_capturable_updated'))
})

test('a forged one and one older than 300 s do not verify; one of 299 s does', async () => {
  const { paymentIntent } = await paid('forged')
  await sandbox.control('webhooks/flush')
  await types(4)
  const about = { about: paymentIntent, type: 'payment_intent.created' }
  await sandbox.control('webhooks/forge', about)
  expect(verified(await inbox.next())).toBeUndefined()
  await sandbox.control('webhooks/stale', { ...about, age_s: 302 })
  expect(verified(await inbox.next())).toBeUndefined()
  await sandbox.control('webhooks/stale', { ...about, age_s: 299 })
  const last = await inbox.next()
  expect(verified(last)?.type).toBe('payment_intent.created')
  expect(sandbox.payments.verifyWebhook(`${last.body} `, last.header('stripe-signature'))).toBeUndefined()
  expect(sandbox.payments.verifyWebhook(last.body, null)).toBeUndefined()
})

test('a receiver that is down gets it again until it says 2xx, then no more', async () => {
  inbox.answer(503)
  await paid('down')
  await sandbox.control('webhooks/hold', { held: false })
  await types(4)
  inbox.answer(200)
  await types(4)
  const { stripe } = sandbox
  const waiting = await stripe.events.list({ delivery_success: false, limit: 100 })
  expect(waiting.data).toEqual([])
})

test('events can be listed and fetched, with the object as it was then', async () => {
  const { paymentIntent } = await paid('listed')
  accepted(await sandbox.payments.capture({ paymentIntent, amount: 31_250, idempotencyKey: 'listed-capture' }))
  const list = await sandbox.stripe.events.list({ limit: 2 })
  expect(list.data.map(({ type }) => type)).toEqual(['payment_intent.succeeded', 'charge.captured'])
  expect(list.has_more).toBe(true)
  const next = await sandbox.stripe.events.list({ limit: 4, starting_after: list.data[1]?.id ?? '' })
  expect(next.data.map(({ type }) => type)).toEqual([...ofAPayment].reverse())
  const held = await sandbox.stripe.events.retrieve(next.data[1]?.id ?? '')
  expect(z.object({ status: z.string() }).parse(held.data.object).status).toBe('requires_capture')
  expect(list.data[0]?.request?.idempotency_key).toBe('listed-capture')
})

test('a page of another origin may not control the sandbox', async () => {
  const response = await fetch(`${sandbox.url}/_sandbox/clear`, {
    method: 'POST',
    headers: { origin: 'http://evil.example' },
  })
  expect(response.status).toBe(403)
})
