import { afterAll, beforeAll, expect, test } from 'vitest'
import { factories } from '#prisma/seed/factories.ts'
import { orderHandle } from '#workflows/client.ts'
import { paymentMoved } from '#workflows/order/messages.ts'
import { picked, slotsAhead, submitted, until } from '../../e2e/drive.ts'
import { type PlatformUnderTest, platformUnderTest, type TestCaller } from '../../e2e/platform-under-test.ts'

const hour = 3_600_000
const who = { operator: 'olga@example.com', reason: 'The saw stood still.' }

/** An operator's update as the Temporal UI sends it: a name and JSON, or nothing. */
const act = (test: PlatformUnderTest, order: string, update: string, ...[json]: [unknown?]) => {
  const handle = orderHandle(test.platform.temporal, order)
  return json === undefined
    ? handle.executeUpdate<unknown, []>(update)
    : handle.executeUpdate<unknown, [unknown]>(update, { args: [json] })
}

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: unknown) => (error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)),
  )

async function audited(test: PlatformUnderTest, order: string) {
  const { rows } = await test.platform.database.pool.query<{ action: string; operator: string; reason: string }>(
    'SELECT action, operator, reason FROM audit WHERE order_id = $1 ORDER BY sequence',
    [order],
  )
  return rows
}

let slow: PlatformUnderTest
let shopper: TestCaller
beforeAll(async () => {
  slow = await platformUnderTest({ speed: 240, factories })
  await slow.startWorker()
  shopper = await slow.as((await slow.signUp('Bea')).token)
}, 60_000)
afterAll(() => slow.stop(), 60_000)

test('what is typed wrongly is refused, changes nothing, and the order goes on', async () => {
  const { order } = await submitted(shopper)
  const before = await shopper.orders.get({ order })
  expect(await refusalOf(act(slow, order, 'extendDeadline'))).toBe('bad_input')
  expect(await refusalOf(act(slow, order, 'extendDeadline', { hours: 24 }))).toBe('bad_input')
  expect(await refusalOf(act(slow, order, 'extendDeadline', { ...who, hours: '24' }))).toBe('bad_input')
  expect(await refusalOf(act(slow, order, 'requote', 'please'))).toBe('bad_input')
  expect(await refusalOf(act(slow, order, 'cancelWithRefund', { ...who, amout: 100 }))).toBe('bad_input')
  expect(await refusalOf(act(slow, order, 'cancelWithRefund', { ...who, amount: 1 }))).toBe('bad_input')
  expect(await refusalOf(act(slow, order, 'settleReport', { ...who, refund: 0 }))).toBe('illegal_move')
  expect(await refusalOf(act(slow, order, 'confirmPayout', { ...who, reference: '17' }))).toBe('illegal_move')
  expect(await audited(slow, order)).toEqual([])

  await act(slow, order, 'extendDeadline', { ...who, hours: 24 })
  const after = await shopper.orders.get({ order })
  expect(Date.parse(after.dueAt ?? '') - Date.parse(before.dueAt ?? '')).toBe(24 * hour)
  await act(slow, order, 'requote', who)
  expect(await shopper.orders.get({ order })).toMatchObject({ stage: 'offered', round: 2 })
  expect(await act(slow, order, 'cancelWithRefund', who)).toEqual({ refunded: 0 })
  expect(await shopper.orders.get({ order })).toMatchObject({ stage: 'cancelled' })
  expect(await slotsAhead(slow, order)).toBe(0)
  expect(await refusalOf(act(slow, order, 'extendDeadline', { ...who, hours: 24 }))).not.toBe('nothing')
  expect(await audited(slow, order)).toEqual([
    { ...who, action: 'extendDeadline' },
    { ...who, action: 'requote' },
    { ...who, action: 'cancelWithRefund' },
  ])
})

test('a bid by hand that leaves the factory nothing is refused', async () => {
  const { order } = await submitted(shopper)
  const byHand = factories.find(({ demo }) => demo)
  if (byHand === undefined) throw new Error('no factory bids by hand')
  const maker = await slow.as((await slow.memberOf(byHand.profile.id)).token)
  const requests = await maker.jobs.requests()
  const [own] = requests
  if (own === undefined) throw new Error(`no request for ${order}`)
  const { earliest, request } = await maker.jobs.request({ request: own.request })
  const bid = (amount: number) =>
    maker.jobs.bid({ request, price: { amount, currency: 'EUR' }, deliverBy: earliest?.deliverBy ?? '' })
  expect(await refusalOf(bid(100))).toBe('bad_input')
  await bid(own.price.amount)
})

test('what an order waits for while a party is away is listed with its failure, and goes on by itself', async () => {
  const { order } = await submitted(shopper)
  await picked(shopper, order)
  await shopper.orders.pay({ order })
  const control = (path: string, body: unknown) =>
    fetch(`${slow.stripeUrl}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) })
  const waitedFor = async () => {
    const { raw } = await orderHandle(slow.platform.temporal, order).describe()
    return JSON.stringify(raw.pendingActivities ?? [])
  }
  await control('fail', { call: 'retrieve', outcome: { status: 503 }, times: 1000 })
  await orderHandle(slow.platform.temporal, order).signal(paymentMoved, {})
  await until(waitedFor, (text) => text.includes('readPayment') && text.includes('stripe is unavailable'), 50_000)
  await control('clear', {})
  await until(waitedFor, (text) => text === '[]', 40_000)
  expect(await shopper.orders.get({ order })).toMatchObject({ stage: 'awaiting_payment' })
}, 120_000)

test('a mail that no server takes at first is sent later, and the order does not mind', async () => {
  const email = 'late-mail@example.com'
  const body = JSON.stringify({ status: 451, to: email, times: 4 })
  await fetch(`${slow.mailUrl}/_sandbox/fail`, { method: 'POST', body })
  const { order } = await submitted(shopper, { email })
  const arrived = async () => {
    const answer = await fetch(`${slow.mailUrl}/api/messages?to=${email}`)
    return JSON.stringify(await answer.json())
  }
  await until(arrived, (mails) => mails.includes('Your order is with the factories'))
  expect(await orderHandle(slow.platform.temporal, order).describe()).toMatchObject({ status: { name: 'RUNNING' } })
})
