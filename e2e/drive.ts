import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { isGrpcServiceError } from '@temporalio/client'
import { historyToJSON } from '@temporalio/common/lib/proto-utils'
import { z } from 'zod'
import { plainOptions } from '#models/product/options.ts'
import { listJobsOfOrder } from '#prisma/jobs.ts'
import { readOrder } from '#prisma/orders.ts'
import { authenticate, openPage, payWithCard } from '#services/stripe-sandbox/shopper.ts'
import { jobWorkflowId } from '#workflows/job/messages.ts'
import { orderWorkflowId } from '#workflows/order/messages.ts'
import { quotingWorkflowId } from '#workflows/quoting/messages.ts'
import type { PlatformUnderTest, TestCaller } from './platform-under-test.ts'

export const berlin = {
  name: 'Ada Lovelace',
  line1: 'Unter den Linden 6',
  postalCode: '10117',
  city: 'Berlin',
  country: 'DE',
}

export type OrderView = Awaited<ReturnType<TestCaller['orders']['get']>>

/** Asks until `wanted` holds, and gives the view for which it did; fails after `ms`. */
export async function until<View>(
  ask: () => Promise<View>,
  wanted: (view: View) => boolean,
  ms = 20_000,
): Promise<View> {
  const end = Date.now() + ms
  for (;;) {
    const view = await ask()
    if (wanted(view)) return view
    if (Date.now() > end) throw new Error(`Waited in vain; last seen: ${JSON.stringify(view).slice(0, 600)}`)
    await delay(50)
  }
}

/** A saved shelf with the defaults and `changes`. */
export async function shelf(
  shopper: TestCaller,
  changes: Readonly<Record<string, number | string | boolean | string[]>> = {},
) {
  const { version, defaults } = await shopper.catalog.product({ product: 'shelf' })
  return shopper.designs.save({ product: 'shelf', version, options: { ...plainOptions(defaults), ...changes } })
}

/** A submitted order of one shelf to Berlin, once its quotes are there: a loaded machine may need longer than a caller waits. */
export async function submitted(shopper: TestCaller, more: { key?: string; quantity?: number; email?: string } = {}) {
  const design = await shelf(shopper)
  const answer = await shopper.orders.submit({
    design: design.id,
    idempotencyKey: more.key ?? crypto.randomUUID(),
    address: berlin,
    quantity: more.quantity ?? 1,
    ...(more.email === undefined ? {} : { email: more.email }),
  })
  await until(
    () => shopper.quotes.list({ order: answer.order }),
    (quotes) => quotes.length > 0,
  )
  return answer
}

/** Picks the first quote, or the first from a country (the way from Italy is short). */
export async function picked(shopper: TestCaller, order: string, country?: string) {
  const quotes = await shopper.quotes.list({ order })
  const quote = quotes.find((each) => country === undefined || each.factory.country === country)
  if (quote === undefined) throw new Error(`No quote from ${country ?? 'anywhere'} on ${order}`)
  await shopper.quotes.pick({ order, quote: quote.id })
  return quote
}

/** Stripe's test cards. */
export const cards = {
  good: '4242424242424242',
  declined: '4000000000000002',
  threeDSecure: '4000002500003155',
} as const

/** Pays on the hosted page and waits until the shop knows. */
export async function paid(shopper: TestCaller, order: string, card: string = cards.good): Promise<OrderView> {
  const { checkoutUrl } = await shopper.orders.pay({ order })
  await openPage(checkoutUrl)
  const answer = await payWithCard(checkoutUrl, { cardNumber: card })
  if (card === cards.threeDSecure && answer.location !== undefined) await authenticate(answer.location, 'complete')
  return until(
    () => shopper.orders.get({ order }),
    (view) => (card === cards.declined ? view.payment.state === 'failed' : view.stage !== 'awaiting_payment'),
  )
}

/** Submits, picks and pays; gives the order, the factory's API and the job that waits there. */
export async function ordered(test: PlatformUnderTest, shopper: TestCaller, country?: string) {
  const { order } = await submitted(shopper)
  const quote = await picked(shopper, order, country)
  const view = await paid(shopper, order)
  if (view.job === null) throw new Error(`No job on ${order}: ${view.stage}`)
  const maker = await test.as((await test.memberOf(quote.factory.id)).token)
  return { order, quote, job: view.job, maker }
}

/** Makes what is left of a job, each operation as soon as what it builds on is done and dry. */
export async function made(maker: TestCaller, job: string): Promise<void> {
  const { operations } = await maker.jobs.get({ job })
  for (const { operation, state } of operations) {
    if (state === 'done') continue
    await startWhenDry(maker, job, operation)
    await maker.jobs.finish({ job, operation })
  }
}

/** Hands a finished job to the carrier as soon as the last coat is dry, and waits until its order knows. */
export async function shipped(maker: TestCaller, job: string): Promise<void> {
  await until(
    () =>
      maker.jobs.ship({ job }).then(
        ({ stage }) => stage,
        (error: unknown) => String(error),
      ),
    (stage) => stage === 'shipped',
  )
  await until(
    () => maker.jobs.get({ job }),
    ({ orderStage }) => orderStage !== 'in_production',
  )
}

/** The carrier says now that this happened to an order's goods. */
export async function tracked(test: PlatformUnderTest, order: string, kind: 'failed' | 'delivered'): Promise<void> {
  await fetch(`${test.carrierUrl}/_sandbox/events`, { method: 'POST', body: JSON.stringify({ order, kind }) })
}

/** The carrier brings it at once. */
export async function arrived(test: PlatformUnderTest, shopper: TestCaller, order: string): Promise<void> {
  await tracked(test, order, 'delivered')
  await until(
    () => shopper.orders.get({ order }),
    ({ stage }) => stage === 'delivered',
  )
}

async function startWhenDry(maker: TestCaller, job: string, operation: string): Promise<void> {
  await until(
    () =>
      maker.jobs.start({ job, operation }).then(
        () => 'started',
        (error: unknown) => String(error),
      ),
    (answer) => answer === 'started',
  )
}

/** Every entry of the ledger, its sum per transaction, and what Stripe's sandbox did for this order. */
export async function money(test: PlatformUnderTest, order: string) {
  const { rows } = await test.platform.database.pool.query<{ transaction: string; account: string; amount: number }>(
    'SELECT transaction, account, amount FROM ledger_entry WHERE order_id = $1 ORDER BY id',
    [order],
  )
  const response = await fetch(`${test.stripeUrl}/_sandbox/effects?order=${order}`)
  const { effects } = z
    .object({ effects: z.array(z.object({ kind: z.string(), amount: z.number() })) })
    .parse(await response.json())
  const balance = (account: string) =>
    rows.filter((row) => row.account.startsWith(account)).reduce((sum, row) => sum + row.amount, 0)
  const effect = (kind: string) => effects.filter((each) => each.kind === kind).map((each) => each.amount)
  return { rows, balance, effect }
}

/** How many stretches of the factories' plans an order holds from now on. */
export async function slotsAhead(test: PlatformUnderTest, order: string): Promise<number> {
  const { rows } = await test.platform.database.pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM booking WHERE order_id = $1 AND ends_at > $2',
    [order, new Date(test.platform.now())],
  )
  return rows[0]?.count ?? 0
}

/** gRPC's NOT_FOUND: an order has no hand round, or its job has not begun. */
const isNotFound = (error: unknown): boolean => isGrpcServiceError(error) && error.code === 5

/** The histories of an order's workflows by workflow id. */
export async function histories(test: PlatformUnderTest, order: string) {
  const { temporal, database } = test.platform
  const [row, jobs] = await Promise.all([readOrder(database, order), listJobsOfOrder(database, order)])
  const rounds = Array.from({ length: row?.round ?? 0 }, (_, index) => index + 1)
  const ids = [
    orderWorkflowId(order),
    ...rounds.map((round) => quotingWorkflowId(order, round)),
    ...jobs.map(({ n }) => jobWorkflowId(order, n)),
  ]
  const found = new Map<string, Awaited<ReturnType<ReturnType<typeof temporal.workflow.getHandle>['fetchHistory']>>>()
  for (const id of ids) {
    try {
      found.set(id, await temporal.workflow.getHandle(id).fetchHistory())
    } catch (error) {
      if (!isNotFound(error)) throw error
    }
  }
  return found
}

/**
 * Keeps an order's histories as `<name>-<process>.json` in the folder that KEEP_HISTORIES names, for the replay test;
 * without it nothing is written. Done by hand before a release: see CONTRIBUTING.md.
 */
export async function keepHistories(test: PlatformUnderTest, order: string, name: string): Promise<void> {
  const folder = process.env.KEEP_HISTORIES
  if (folder === undefined) return
  for (const [id, history] of await histories(test, order)) {
    const events: unknown = JSON.parse(historyToJSON(history))
    const text = JSON.stringify(events, (key, value) => (key === 'identity' ? 'worker' : value), 1)
    await writeFile(join(folder, `${name}-${id.split('/')[0]}.json`), `${text}\n`)
  }
}

/** History events of one order, all its workflows together. */
export async function historyEvents(test: PlatformUnderTest, order: string): Promise<number> {
  const all = [...(await histories(test, order)).values()]
  return all.reduce((sum, history) => sum + (history.events?.length ?? 0), 0)
}
