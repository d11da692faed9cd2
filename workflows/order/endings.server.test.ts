import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orderHandle } from '#workflows/client.ts'
import { extendDeadline } from '#workflows/order/messages.ts'
import {
  arrived,
  keepHistories,
  made,
  money,
  ordered,
  shelf,
  shipped,
  slotsAhead,
  submitted,
  tracked,
  until,
} from '../../e2e/drive.ts'
import type { PlatformUnderTest, TestCaller } from '../../e2e/platform-under-test.ts'
import { quickPlatform } from '../../e2e/quick-platform.ts'

let slow: PlatformUnderTest
let shopper: TestCaller

beforeAll(async () => {
  // A day in six minutes: no deadline passes while a test runs.
  slow = await quickPlatform(240)
  shopper = await slow.as((await slow.signUp('Bea')).token)
}, 180_000)
afterAll(() => slow.stop(), 180_000)

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: unknown) => (error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)),
  )

describe('cancelling', () => {
  test('costs nothing before payment, and the slots are free again', async () => {
    const { order } = await submitted(shopper)
    expect(await slotsAhead(slow, order)).toBeGreaterThan(0)
    expect(await shopper.orders.cancelPreview({ order })).toMatchObject({ allowed: true, refund: { amount: 0 } })
    expect(await shopper.orders.cancel({ order })).toMatchObject({ stage: 'cancelled', refunded: { amount: 0 } })
    expect(await slotsAhead(slow, order)).toBe(0)
    expect(await refusalOf(shopper.orders.cancel({ order }))).toBe('illegal_move')
  })

  test('releases an authorisation while the factory has not accepted', async () => {
    const { order } = await ordered(slow, shopper)
    expect(await shopper.orders.cancel({ order })).toMatchObject({ stage: 'cancelled', payment: { state: 'released' } })
    const { effect, rows } = await money(slow, order)
    expect(effect('capture')).toEqual([])
    expect(rows).toEqual([])
    expect(await slotsAhead(slow, order)).toBe(0)
  })

  test('gives everything back before the first operation', async () => {
    const { order, quote, job, maker } = await ordered(slow, shopper)
    await maker.jobs.accept({ job })
    expect(await shopper.orders.cancelPreview({ order })).toMatchObject({ refund: { amount: quote.price.amount } })
    expect(await shopper.orders.cancel({ order, expected: quote.price.amount })).toMatchObject({ stage: 'cancelled' })
    const { balance, effect } = await money(slow, order)
    expect(effect('refund')).toEqual([quote.price.amount])
    expect(balance('held')).toBe(0)
    expect(balance('card')).toBe(0)
    expect(await slotsAhead(slow, order)).toBe(0)
    expect(await refusalOf(maker.jobs.start({ job, operation: 'prepare' }))).toBe('illegal_move')
    await keepHistories(slow, order, 'cancelled')
  })

  test('keeps finished work and cut material in production, exactly as shown', async () => {
    const { order, quote, job, maker } = await ordered(slow, shopper, 'IT')
    await maker.jobs.accept({ job })
    const { operations } = await maker.jobs.get({ job })
    for (const { operation } of operations.slice(0, 2)) {
      await maker.jobs.start({ job, operation })
      await maker.jobs.finish({ job, operation })
    }
    const preview = await shopper.orders.cancelPreview({ order })
    if (!preview.allowed) throw new Error('cancelling must be possible in production')
    expect(preview.refund.amount).toBeLessThan(quote.price.amount)
    expect(preview.lines.some(({ code }) => code === 'material')).toBe(true)
    expect(await refusalOf(shopper.orders.cancel({ order, expected: preview.refund.amount + 1 }))).toBe('terms_changed')
    // Refused terms stop nothing: the factory goes on.
    const next = operations[2]?.operation ?? ''
    await maker.jobs.start({ job, operation: next })
    const now = await shopper.orders.cancelPreview({ order })
    if (!now.allowed) throw new Error('cancelling must be possible in production')
    expect(await shopper.orders.cancel({ order, expected: now.refund.amount })).toMatchObject({ refunded: now.refund })
    await until(
      () => money(slow, order),
      ({ effect }) => effect('transfer').length === 1,
    )
    const { balance, effect } = await money(slow, order)
    expect(effect('refund')).toEqual([now.refund.amount])
    expect(balance('held')).toBe(0)
    expect(balance('factory_payable')).toBe(0)
    expect(await slotsAhead(slow, order)).toBe(0)
  })
})

describe('the factory', () => {
  test('two accepts of one job are one capture', async () => {
    const { order, quote, job, maker } = await ordered(slow, shopper)
    await Promise.all(Array.from({ length: 5 }, () => maker.jobs.accept({ job })))
    const { effect } = await money(slow, order)
    expect(effect('capture')).toEqual([quote.price.amount])
  })

  test('gives a job back: the money is released and the others are asked again', async () => {
    const { order, quote, job, maker } = await ordered(slow, shopper)
    await maker.jobs.refuse({ job, reason: 'machine down' })
    const view = await shopper.orders.get({ order })
    expect(view).toMatchObject({ stage: 'offered', payment: { state: 'released' } })
    const quotes = await shopper.quotes.list({ order })
    expect(quotes.length).toBeGreaterThan(0)
    expect(quotes.map(({ factory }) => factory.id)).not.toContain(quote.factory.id)
  })

  test('cannot start what builds on unfinished work, nor ship it', async () => {
    const { job, maker } = await ordered(slow, shopper)
    expect(await refusalOf(maker.jobs.start({ job, operation: 'saw' }))).toBe('illegal_move')
    await maker.jobs.accept({ job })
    expect(await refusalOf(maker.jobs.start({ job, operation: 'pack' }))).toBe('operation_order')
    expect(await refusalOf(maker.jobs.finish({ job, operation: 'saw' }))).toBe('operation_order')
    expect(await refusalOf(maker.jobs.ship({ job }))).toBe('operation_order')
    expect(await refusalOf(maker.jobs.start({ job, operation: 'fly' }))).toBe('unknown_operation')
  })
})

describe('submitting', () => {
  test('one key a hundred times at once is one order', async () => {
    const design = await shelf(shopper)
    const address = { name: 'Ada', line1: 'Street 1', postalCode: '10117', city: 'Berlin', country: 'DE' }
    const submit = (quantity: number) =>
      shopper.orders.submit({ design: design.id, idempotencyKey: 'a hundred', address, quantity })
    const answers = await Promise.all(Array.from({ length: 100 }, () => submit(1)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveProperty('size', 1)
    expect(await refusalOf(submit(2))).toBe('key_reused')
  }, 60_000)
})

test('time that nobody uses ends an order honestly', async () => {
  const fast = await quickPlatform(60_000)
  try {
    const other = await fast.as((await fast.signUp('Cleo')).token)
    const { order } = await submitted(other)
    const view = await until(
      () => other.orders.get({ order }),
      ({ stage }) => stage === 'expired',
      40_000,
    )
    expect(view.round).toBe(2)
    expect(await slotsAhead(fast, order)).toBe(0)
  } finally {
    await fast.stop()
  }
}, 90_000)

test('an operator gives the whole price back after a report', async () => {
  const fast = await quickPlatform()
  try {
    const buyer = await fast.as((await fast.signUp('Emil')).token)
    const { order, quote, job, maker } = await ordered(fast, buyer, 'IT')
    await maker.jobs.accept({ job })
    await made(maker, job)
    const operator = await fast.as((await fast.signUp('Olga', 'operator')).token)
    await shipped(maker, job)
    await tracked(fast, order, 'failed')
    await until(
      () => buyer.orders.get({ order }),
      ({ waitingOn }) => waitingOn === 'operator',
    )
    await orderHandle(fast.platform.temporal, order).executeUpdate(extendDeadline, {
      args: [{ operator: 'olga@example.com', reason: 'The carrier tries again on Monday.', hours: 96 }],
    })
    expect(await buyer.orders.get({ order })).toMatchObject({ waitingOn: 'carrier', dueAt: expect.any(String) })
    await buyer.orders.report({ order, words: 'The tracking says it fell.' })
    const onItsWay = await operator.orders.settleReport({ order, refund: 0, reason: 'nothing is broken yet' })
    expect(onItsWay).toMatchObject({ stage: 'shipped', waitingOn: 'carrier', dueAt: expect.any(String) })
    await arrived(fast, buyer, order)
    await buyer.orders.report({ order, words: 'It came in two pieces.' })
    await operator.orders.settleReport({ order, refund: quote.price.amount, reason: 'broken' })
    expect(await buyer.orders.get({ order })).toMatchObject({
      stage: 'refunded',
      payment: { refunded: { amount: quote.price.amount } },
      report: { state: 'closed', refund: quote.price.amount },
    })
    const { balance, effect } = await money(fast, order)
    expect(effect('refund')).toEqual([quote.price.amount])
    expect(effect('transfer')).toEqual([])
    expect(balance('card')).toBe(0)
    await keepHistories(fast, order, 'refunded')
  } finally {
    await fast.stop()
  }
}, 120_000)

test('a shopper’s report holds the payout until an operator settles it', async () => {
  const fast = await quickPlatform()
  try {
    const buyer = await fast.as((await fast.signUp('Dora')).token)
    const operator = await fast.as((await fast.signUp('Olga', 'operator')).token)
    const { order, quote, job, maker } = await ordered(fast, buyer, 'IT')
    await maker.jobs.accept({ job })
    await made(maker, job)
    await shipped(maker, job)
    await arrived(fast, buyer, order)
    expect(await buyer.orders.report({ order, words: 'A door is scratched.' })).toMatchObject({
      waitingOn: 'factory',
      report: { state: 'open' },
    })
    expect(await refusalOf(buyer.orders.confirm({ order }))).toBe('illegal_move')
    await operator.orders.settleReport({ order, refund: 5_000, reason: 'scratch' })
    const view = await until(
      () => buyer.orders.get({ order }),
      ({ stage, payout }) => stage === 'completed' && payout?.state === 'sent',
    )
    expect(view.payment).toMatchObject({ refunded: { amount: 5_000 } })
    const { balance, effect } = await money(fast, order)
    expect(effect('refund')).toEqual([5_000])
    expect(balance('held')).toBe(0)
    expect(balance('factory_payable')).toBe(0)
    expect(effect('capture')).toEqual([quote.price.amount])
  } finally {
    await fast.stop()
  }
}, 120_000)
