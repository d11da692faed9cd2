import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { authenticate, openPage, payWithCard } from '#services/stripe-sandbox/shopper.ts'
import { cards, money, ordered, paid, picked, slotsAhead, submitted, until } from '../../e2e/drive.ts'
import type { PlatformUnderTest, TestCaller } from '../../e2e/platform-under-test.ts'
import { quickPlatform } from '../../e2e/quick-platform.ts'

const hour = 3_600_000
let platform: PlatformUnderTest
let shopper: TestCaller

beforeAll(async () => {
  // A day in six minutes: no deadline passes while a test runs.
  platform = await quickPlatform(240)
  shopper = await platform.as((await platform.signUp('Bea')).token)
}, 180_000)
afterAll(() => platform.stop(), 180_000)

const effectShape = z.object({ effects: z.array(z.object({ kind: z.string(), target: z.string() })) })
const sentShape = z.object({ sent: z.array(z.object({ type: z.string(), answer: z.string() })) })

async function stripe(path: string, body: object): Promise<unknown> {
  const response = await fetch(`${platform.stripeUrl}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

/** The payment intent that an order's card was authorised on. */
async function intentOf(order: string): Promise<string> {
  const response = await fetch(`${platform.stripeUrl}/_sandbox/effects?order=${order}`)
  const { effects } = effectShape.parse(await response.json())
  const found = effects.find(({ kind }) => kind === 'authorisation')
  if (found === undefined) throw new Error(`Nothing was authorised for ${order}`)
  return found.target
}

/** A picked order and its payment page. */
async function atCheckout(): Promise<{ order: string; checkoutUrl: string; session: string }> {
  const { order } = await submitted(shopper)
  await picked(shopper, order)
  const { checkoutUrl } = await shopper.orders.pay({ order })
  const session = /cs_[A-Za-z0-9_]+/.exec(checkoutUrl)?.[0]
  if (session === undefined) throw new Error(`No session in ${checkoutUrl}`)
  return { order, checkoutUrl, session }
}

/** Runs `work` while no webhook is sent. */
async function withoutWebhooks(work: () => Promise<void>): Promise<void> {
  await stripe('webhooks/hold', { held: true })
  try {
    await work()
  } finally {
    await stripe('webhooks/hold', { held: false })
  }
}

const stage = (order: string, wanted: string) =>
  until(
    () => shopper.orders.get({ order }),
    (view) => view.stage === wanted,
  )

test('a declined card leaves the order where it was, and another card pays', async () => {
  const { order } = await submitted(shopper)
  await picked(shopper, order)
  expect(await paid(shopper, order, cards.declined)).toMatchObject({
    stage: 'awaiting_payment',
    payment: { state: 'failed' },
  })
  expect(await paid(shopper, order)).toMatchObject({ stage: 'awaiting_acceptance', payment: { state: 'authorised' } })
})

test('a refusal is told once, however many notices come of it, and the next refusal again', async () => {
  const { order } = await submitted(shopper)
  await picked(shopper, order)
  const { client } = platform.platform.database
  const told = () =>
    until(
      () => client.orderEvent.count({ where: { orderId: order, kind: 'payment_failed' } }),
      (count) => count > 0,
    )
  await paid(shopper, order, cards.declined)
  for (let notice = 0; notice < 3; notice += 1) await shopper.orders.checkPayment({ order })
  expect(await told()).toBe(1)
  await paid(shopper, order, cards.declined)
  for (let notice = 0; notice < 3; notice += 1) await shopper.orders.checkPayment({ order })
  expect(await told()).toBe(2)
})

test('a card that asks for 3-D Secure pays once it is answered', async () => {
  const { order } = await submitted(shopper)
  await picked(shopper, order)
  expect(await paid(shopper, order, cards.threeDSecure)).toMatchObject({ stage: 'awaiting_acceptance' })
})

test('3-D Secure left unanswered holds nothing, and the page’s end ends the order', async () => {
  const { order, checkoutUrl, session } = await atCheckout()
  const asked = await payWithCard(checkoutUrl, { cardNumber: cards.threeDSecure })
  expect(await shopper.orders.checkPayment({ order })).toMatchObject({
    stage: 'awaiting_payment',
    payment: { state: 'open' },
  })
  await stripe('expire', { session })
  expect(await stage(order, 'expired')).toMatchObject({ waitingOn: 'none' })
  await authenticate(asked.location ?? '', 'complete')
  const { effect, rows } = await money(platform, order)
  expect(effect('authorisation')).toEqual([])
  expect(rows).toEqual([])
  expect(await slotsAhead(platform, order)).toBe(0)
})

test('a shopper who pays and closes the tab has paid', async () => {
  const { order, checkoutUrl } = await atCheckout()
  await payWithCard(checkoutUrl, { cardNumber: cards.good })
  expect(await stage(order, 'awaiting_acceptance')).toMatchObject({ payment: { state: 'authorised' } })
})

test('the page one returns to knows before the webhook, which then changes nothing', async () => {
  await withoutWebhooks(async () => {
    const { order, checkoutUrl } = await atCheckout()
    await payWithCard(checkoutUrl, { cardNumber: cards.good })
    expect(await shopper.orders.get({ order })).toMatchObject({ stage: 'awaiting_payment' })
    const view = await shopper.orders.checkPayment({ order })
    expect(view).toMatchObject({ stage: 'awaiting_acceptance' })
    await stripe('webhooks/flush', {})
    expect(await shopper.orders.get({ order })).toEqual({ ...view, now: expect.any(String) })
  })
})

test('webhooks in any order, ten times each, have one outcome; forged and stale ones are not taken', async () => {
  await withoutWebhooks(async () => {
    const { order, checkoutUrl } = await atCheckout()
    await payWithCard(checkoutUrl, { cardNumber: cards.good })
    const about = await intentOf(order)
    for (const way of ['forge', 'stale']) {
      const { sent } = sentShape.parse(await stripe(`webhooks/${way}`, { about }))
      expect(sent.length).toBeGreaterThan(0)
      expect(sent.map(({ answer }) => answer)).toEqual(sent.map(() => '400'))
    }
    expect(await shopper.orders.get({ order })).toMatchObject({ stage: 'awaiting_payment' })
    await stripe('webhooks/flush', { order: 'reversed' })
    await stripe('webhooks/resend', { about, times: 10 })
    await stage(order, 'awaiting_acceptance')
    await stripe('webhooks/resend', { about, times: 10 })
    const { effect } = await money(platform, order)
    expect(effect('authorisation')).toHaveLength(1)
    const { events } = await shopper.orders.story({ order })
    expect(events.filter(({ kind }) => kind === 'authorised')).toHaveLength(1)
  })
})

test('what was paid on a page of an order that has ended is given back', async () => {
  await withoutWebhooks(async () => {
    const { order, checkoutUrl } = await atCheckout()
    await payWithCard(checkoutUrl, { cardNumber: cards.good })
    expect(await shopper.orders.cancel({ order })).toMatchObject({ stage: 'cancelled' })
    await stripe('webhooks/flush', { order: 'shuffled' })
    const { effect, rows } = await money(platform, order)
    expect(effect('cancellation')).toHaveLength(1)
    expect(effect('capture')).toEqual([])
    expect(rows).toEqual([])
    expect((await openPage(checkoutUrl)).status).not.toBe(500)
  })
})

test('a capture that fails frees the slots and lets the shopper pay again', async () => {
  const { order, job, maker, quote } = await ordered(platform, shopper)
  const outcome = { status: 402, type: 'card_error', code: 'card_declined' }
  await stripe('fail', { call: 'capture', matching: await intentOf(order), outcome })
  await expect(maker.jobs.accept({ job })).rejects.toMatchObject({ cause: { message: 'payment_unavailable' } })
  expect(await shopper.orders.get({ order })).toMatchObject({ stage: 'awaiting_payment', job: null })
  expect(await slotsAhead(platform, order)).toBe(0)

  expect(await paid(shopper, order)).toMatchObject({ stage: 'awaiting_acceptance' })
  const again = await shopper.orders.get({ order })
  await maker.jobs.accept({ job: again.job ?? '' })
  const { effect, balance } = await money(platform, order)
  expect(effect('capture')).toEqual([quote.price.amount])
  expect(effect('cancellation')).toEqual([quote.price.amount])
  expect(balance('card')).toBe(quote.price.amount)
})

test('an authorisation that would lapse soon leaves the factory less time, and is let go in time', async () => {
  await withoutWebhooks(async () => {
    const { order, checkoutUrl } = await atCheckout()
    await payWithCard(checkoutUrl, { cardNumber: cards.good })
    // Half an hour of margin, and three seconds for the factory: twelve business minutes.
    await stripe('lapse', { payment_intent: await intentOf(order), in_s: 1803 })
    const view = await shopper.orders.checkPayment({ order })
    expect(view.stage).toBe('awaiting_acceptance')
    expect(Date.parse(view.dueAt ?? '') - Date.parse(view.waitingSince)).toBeLessThan(hour)
    await stage(order, 'offered')
    const { effect } = await money(platform, order)
    expect(effect('cancellation')).toHaveLength(1)
    expect(effect('capture')).toEqual([])
  })
})

test('an authorisation that the bank let lapse is found at acceptance, and nobody is charged', async () => {
  const { order, job, maker } = await ordered(platform, shopper)
  await withoutWebhooks(async () => {
    await stripe('lapse', { payment_intent: await intentOf(order) })
    // A notice of the payment that was still under way may have found it first: then the others were asked already.
    const refused = expect.stringMatching(/^(payment_unavailable|illegal_move)$/)
    await expect(maker.jobs.accept({ job })).rejects.toMatchObject({ cause: { message: refused } })
  })
  expect(['awaiting_payment', 'offered']).toContain((await shopper.orders.get({ order })).stage)
  expect((await money(platform, order)).effect('capture')).toEqual([])
})
