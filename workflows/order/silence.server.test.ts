import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orderHandle } from '#workflows/client.ts'
import { cancelWithRefund } from '#workflows/order/messages.ts'
import { arrived, made, money, ordered, shipped, slotsAhead, submitted, until } from '../../e2e/drive.ts'
import type { PlatformUnderTest, TestCaller } from '../../e2e/platform-under-test.ts'
import { quickPlatform } from '../../e2e/quick-platform.ts'

// Two business weeks a minute: the three days that a factory has are thirteen seconds.
let platform: PlatformUnderTest
let shopper: TestCaller

beforeAll(async () => {
  platform = await quickPlatform()
  shopper = await platform.as((await platform.signUp('Bea')).token)
}, 180_000)
afterAll(() => platform.stop(), 180_000)

/** An order whose goods are with the carrier. */
async function onItsWay() {
  const found = await ordered(platform, shopper, 'IT')
  await found.maker.jobs.accept({ job: found.job })
  await made(found.maker, found.job)
  await shipped(found.maker, found.job)
  return found
}

const tell = (path: string, body: object) =>
  fetch(`${platform.carrierUrl}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) })

describe.concurrent('whoever is silent', () => {
  test('a factory that does not answer in three days loses the job; the shopper’s money is free and the others are asked', async () => {
    const { order, quote } = await ordered(platform, shopper, 'IT')
    const view = await until(
      () => shopper.orders.get({ order }),
      ({ stage, round }) => stage === 'offered' && round === 2,
      60_000,
    )
    expect(view).toMatchObject({ payment: { state: 'released' } })
    expect((await shopper.quotes.list({ order })).map(({ factory }) => factory.id)).not.toContain(quote.factory.id)
    const { events } = await shopper.orders.story({ order })
    expect(events.find(({ kind }) => kind === 'refused')).toMatchObject({ data: { reason: 'no_answer' } })
    expect((await money(platform, order)).effect('cancellation')).toEqual([quote.price.amount])
    await shopper.orders.cancel({ order })
  }, 120_000)

  test('a carrier past its day alerts the operator, and only carrier or shopper end the delivery', async () => {
    const { order } = await onItsWay()
    await tell('silence', { order })
    const view = await until(
      () => shopper.orders.get({ order }),
      ({ waitingOn }) => waitingOn === 'operator',
      90_000,
    )
    expect(view).toMatchObject({ stage: 'shipped' })
    await shopper.orders.confirm({ order })
    expect(await shopper.orders.get({ order })).toMatchObject({ stage: 'completed' })
  }, 180_000)

  test('goods that are lost go to the operator, who gives the whole price back', async () => {
    const { order, quote } = await onItsWay()
    // Two notices that come after both movements read the same truth, and it is told once.
    await tell('webhooks/hold', { held: true })
    await tell('events', { order, kind: 'in_transit' })
    await tell('events', { order, kind: 'lost' })
    await tell('webhooks/hold', { held: false })
    await tell('webhooks/flush', { order })
    await until(
      () => shopper.orders.get({ order }),
      ({ waitingOn }) => waitingOn === 'operator',
    )
    const { events } = await shopper.orders.story({ order })
    expect(events.filter(({ kind, data }) => kind === 'tracked' && data.state === 'lost')).toHaveLength(1)
    await orderHandle(platform.platform.temporal, order).executeUpdate(cancelWithRefund, {
      args: [{ operator: 'olga@example.com', reason: 'lost on the way' }],
    })
    expect(await shopper.orders.get({ order })).toMatchObject({ stage: 'refunded' })
    expect((await money(platform, order)).effect('refund')).toEqual([quote.price.amount])
  }, 120_000)
})

/** How far an order is brought before the operator ends it. */
const depths = ['offered', 'awaiting_acceptance', 'scheduled', 'in_production', 'shipped', 'delivered'] as const

async function broughtTo(depth: (typeof depths)[number]): Promise<string> {
  if (depth === 'offered') return (await submitted(shopper)).order
  const { order, job, maker } = await ordered(platform, shopper, 'IT')
  const on = (stage: (typeof depths)[number]) => depths.indexOf(depth) >= depths.indexOf(stage)
  if (on('scheduled')) await maker.jobs.accept({ job })
  if (depth === 'in_production') await maker.jobs.start({ job, operation: 'prepare' })
  if (on('shipped')) {
    await made(maker, job)
    await shipped(maker, job)
  }
  if (depth === 'delivered') await arrived(platform, shopper, order)
  return order
}

describe.concurrent('an order that ends early, whatever its stage', () => {
  test.each(depths)('%s: the money nets out and the slots are free', { timeout: 120_000 }, async (depth) => {
    const order = await broughtTo(depth)
    await until(
      () => shopper.orders.get({ order }),
      ({ stage }) => stage === depth,
    )
    await orderHandle(platform.platform.temporal, order).executeUpdate(cancelWithRefund, {
      args: [{ operator: 'olga@example.com', reason: 'the saga' }],
    })
    const view = await shopper.orders.get({ order })
    expect(['cancelled', 'refunded']).toContain(view.stage)
    const { rows, effect, balance } = await money(platform, order)
    const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
    expect(sum(rows.map(({ amount }) => amount))).toBe(0)
    expect(sum(effect('capture'))).toBe(sum(effect('refund')))
    expect(effect('transfer')).toEqual([])
    for (const account of ['card', 'held', 'factory_payable']) expect(balance(account)).toBe(0)
    expect(await slotsAhead(platform, order)).toBe(0)
  })
})
