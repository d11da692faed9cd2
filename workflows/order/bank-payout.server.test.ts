import { afterAll, beforeAll, expect, test } from 'vitest'
import { setPayoutAccount } from '#prisma/factories.ts'
import { arrived, made, money, ordered, shipped, until } from '../../e2e/drive.ts'
import type { PlatformUnderTest } from '../../e2e/platform-under-test.ts'
import { quickPlatform } from '../../e2e/quick-platform.ts'

let platform: PlatformUnderTest

beforeAll(async () => {
  platform = await quickPlatform()
}, 180_000)
afterAll(() => platform.stop(), 180_000)

test('a factory that no rail reaches is paid when an operator has made the transfer, however long that takes', async () => {
  const shopper = await platform.as((await platform.signUp('Ada')).token)
  const operator = await platform.as((await platform.signUp('Olga', 'operator')).token)
  const { order, job, maker } = await ordered(platform, shopper, 'CN')
  await maker.jobs.accept({ job })
  await made(maker, job)
  await shipped(maker, job)
  await arrived(platform, shopper, order)
  await shopper.orders.confirm({ order })
  const waiting = await until(
    () => shopper.orders.get({ order }),
    ({ payout }) => payout?.state === 'awaiting_operator',
  )
  expect(waiting).toMatchObject({ stage: 'completed', waitingOn: 'operator' })
  expect((await operator.orders.forOperator()).map((each) => each.order)).toContain(order)

  await operator.orders.confirmPayout({ order, reference: 'SEPA 4711' })
  expect(await shopper.orders.get({ order })).toMatchObject({ waitingOn: 'none', payout: { state: 'sent' } })
  // Dated by the clock that the factory's other dates stand in.
  const [line] = await maker.jobs.payouts()
  expect(line).toMatchObject({ job, state: 'sent', reference: 'SEPA 4711' })
  expect(Date.parse(line?.at ?? '')).toBeGreaterThan(Date.parse(waiting.createdAt))
  const { balance, rows } = await money(platform, order)
  expect(rows.filter(({ account }) => account === 'bank').map(({ amount }) => amount)).toEqual([
    rows.find(({ account }) => account.startsWith('factory_payable'))?.amount,
  ])
  expect(balance('factory_payable')).toBe(0)
  expect(balance('held')).toBe(0)
}, 120_000)

test('a factory whose account is finished only after the bank was chosen is not paid twice', async () => {
  const shopper = await platform.as((await platform.signUp('Grace')).token)
  const operator = await platform.as((await platform.signUp('Olga', 'operator')).token)
  const { order, job, maker, quote } = await ordered(platform, shopper, 'IT')
  const { database } = platform.platform
  const account = (await database.client.factory.findUnique({ where: { id: quote.factory.id } }))?.payoutAccount
  await database.client.factory.update({ where: { id: quote.factory.id }, data: { payoutAccount: null } })
  await maker.jobs.accept({ job })
  await made(maker, job)
  await shipped(maker, job)
  await arrived(platform, shopper, order)
  await shopper.orders.confirm({ order })
  await until(
    () => shopper.orders.get({ order }),
    ({ payout }) => payout?.state === 'awaiting_operator',
  )
  await setPayoutAccount(database, quote.factory.id, account ?? '')
  await operator.orders.confirmPayout({ order, reference: 'SEPA 4712' })
  const { balance, effect } = await money(platform, order)
  expect(effect('transfer')).toEqual([])
  expect(balance('factory_payable')).toBe(0)
}, 120_000)
