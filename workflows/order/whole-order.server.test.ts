import { afterAll, beforeAll, expect, test } from 'vitest'
import { historyEvents, keepHistories, made, money, ordered, shipped, slotsAhead, until } from '../../e2e/drive.ts'
import type { PlatformUnderTest } from '../../e2e/platform-under-test.ts'
import { quickPlatform } from '../../e2e/quick-platform.ts'

let platform: PlatformUnderTest

beforeAll(async () => {
  platform = await quickPlatform()
}, 180_000)
afterAll(() => platform.stop(), 180_000)

test('an order goes from the design to the payout, and every cent is where it belongs', async () => {
  const { token } = await platform.signUp('Ada')
  const shopper = await platform.as(token)
  const { order, quote, job, maker } = await ordered(platform, shopper, 'IT')

  const accepted = await maker.jobs.accept({ job })
  expect(accepted.stage).toBe('scheduled')
  expect(await shopper.orders.get({ order })).toMatchObject({ stage: 'scheduled', payment: { state: 'captured' } })
  await made(maker, job)
  expect((await maker.jobs.get({ job })).address).toMatchObject({ city: 'Berlin' })
  await shipped(maker, job)
  const delivered = await until(
    () => shopper.orders.get({ order }),
    ({ stage }) => stage === 'delivered' || stage === 'completed',
    60_000,
  )
  expect(delivered.shipment?.state).toBe('delivered')
  if (delivered.stage === 'delivered') await shopper.orders.confirm({ order })
  await until(
    () => shopper.orders.get({ order }),
    (view) => view.stage === 'completed' && view.payout !== null,
  )

  const { balance, effect } = await money(platform, order)
  expect(effect('capture')).toEqual([quote.price.amount])
  expect(balance('held')).toBe(0)
  expect(balance('factory_payable')).toBe(0)
  expect(effect('transfer')).toEqual([quote.price.amount - balance('card')])
  const story = await shopper.orders.story({ order })
  expect(story.events.map(({ kind }) => kind)).toContain('delivered')
  expect(await slotsAhead(platform, order)).toBe(0)
  await keepHistories(platform, order, 'whole')
  expect(await historyEvents(platform, order)).toBeLessThanOrEqual(300)
}, 120_000)
