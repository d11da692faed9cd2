import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { payWithCard } from '#services/stripe-sandbox/shopper.ts'
import {
  arrived,
  cards,
  made,
  money,
  ordered,
  paid,
  picked,
  shipped,
  slotsAhead,
  submitted,
  until,
} from '../../e2e/drive.ts'
import type { PlatformUnderTest, TestCaller } from '../../e2e/platform-under-test.ts'
import { quickPlatform } from '../../e2e/quick-platform.ts'

/** More than the SDK repeats by itself, so that our own repetition is what gets through. */
const times = 4

let platform: PlatformUnderTest
let shopper: TestCaller

beforeAll(async () => {
  platform = await quickPlatform()
  shopper = await platform.as((await platform.signUp('Bea')).token)
}, 180_000)
afterAll(() => platform.stop(), 180_000)

type Edge = { readonly party: 'stripe' | 'carrier'; readonly call: string; readonly when: 'before' | 'after' }

async function arm({ party, call, when }: Edge): Promise<void> {
  const url = party === 'stripe' ? platform.stripeUrl : platform.carrierUrl
  const fault = { call, when, times, outcome: 'disconnect' }
  const response = await fetch(`${url}/_sandbox/fail`, { method: 'POST', body: JSON.stringify(fault) })
  if (!response.ok) throw new Error(await response.text())
}

async function shipments(order: string): Promise<number> {
  const response = await fetch(`${platform.carrierUrl}/_sandbox/effects?order=${order}`)
  return z.object({ counts: z.object({ shipments: z.number() }) }).parse(await response.json()).counts.shipments
}

const both = (party: Edge['party'], calls: readonly string[]): Edge[] =>
  calls.flatMap((call) => (['before', 'after'] as const).map((when): Edge => ({ party, call, when })))

/** What was armed and never struck; the rest is disarmed. */
async function unstruck(): Promise<unknown[]> {
  const shape = z.object({ armed: z.array(z.object({ call: z.string(), when: z.string(), times: z.number() })) })
  const left: unknown[] = []
  for (const url of [platform.stripeUrl, platform.carrierUrl]) {
    const { armed } = shape.parse(await (await fetch(`${url}/_sandbox/faults`)).json())
    left.push(...armed.filter((fault) => fault.times === times))
    await fetch(`${url}/_sandbox/clear`, { method: 'POST' })
  }
  return left
}

/** Acts as a person does who is told “not now” and tries again. */
async function patiently<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  let last: unknown
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      return await act()
    } catch (error) {
      last = error
    }
  }
  throw last
}

describe('a line that breaks at each outside effect of a whole order, just before it or just after', () => {
  afterAll(async () => expect(await unstruck()).toEqual([]))

  test.concurrent.each([
    ...both('stripe', ['checkout', 'capture', 'transfer']),
    ...both('carrier', ['shipment', 'label']),
  ])('$party $call, $when', { timeout: 120_000 }, async (edge) => {
    const { order } = await submitted(shopper)
    const quote = await picked(shopper, order, 'IT')
    await arm(edge)
    await patiently(() => shopper.orders.pay({ order }))
    const view = await paid(shopper, order)
    const job = view.job ?? ''
    const maker = await platform.as((await platform.memberOf(quote.factory.id)).token)
    await maker.jobs.accept({ job })
    await made(maker, job)
    await shipped(maker, job)
    await arrived(platform, shopper, order)
    await shopper.orders.confirm({ order })
    await until(
      () => shopper.orders.get({ order }),
      ({ stage, payout }) => stage === 'completed' && payout?.state === 'sent',
    )
    const { rows, effect, balance } = await money(platform, order)
    expect(effect('authorisation')).toEqual([quote.price.amount])
    expect(effect('capture')).toEqual([quote.price.amount])
    expect(effect('transfer')).toHaveLength(1)
    expect(await shipments(order)).toBe(1)
    expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
    expect(balance('held')).toBe(0)
    expect(balance('factory_payable')).toBe(0)
  })
})

describe('a line that breaks while money is given back', () => {
  afterEach(async () => expect(await unstruck()).toEqual([]))

  test.each(both('stripe', ['refund']))('$call, $when', { timeout: 60_000 }, async (edge) => {
    const { order, quote, job, maker } = await ordered(platform, shopper, 'IT')
    await maker.jobs.accept({ job })
    await arm(edge)
    await shopper.orders.cancel({ order })
    const { rows, effect, balance } = await money(platform, order)
    expect(effect('refund')).toEqual([quote.price.amount])
    expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
    expect(balance('card')).toBe(0)
    expect(await slotsAhead(platform, order)).toBe(0)
  })

  test.each(both('stripe', ['cancel']))('$call, $when', { timeout: 60_000 }, async (edge) => {
    const { order, quote } = await ordered(platform, shopper, 'IT')
    await arm(edge)
    await shopper.orders.cancel({ order })
    const { rows, effect } = await money(platform, order)
    expect(effect('cancellation')).toEqual([quote.price.amount])
    expect(effect('capture')).toEqual([])
    expect(rows).toEqual([])
    expect(await slotsAhead(platform, order)).toBe(0)
  })
  test.each(both('stripe', ['expire']))('$call, $when', { timeout: 60_000 }, async (edge) => {
    const { order } = await submitted(shopper)
    await picked(shopper, order)
    const { checkoutUrl } = await shopper.orders.pay({ order })
    await arm(edge)
    await shopper.orders.cancel({ order })
    await payWithCard(checkoutUrl, { cardNumber: cards.good })
    expect((await money(platform, order)).effect('authorisation')).toEqual([])
    expect(await slotsAhead(platform, order)).toBe(0)
  })
})
