import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { factories } from '#prisma/seed/factories.ts'
import { orderHandle } from '#workflows/client.ts'
import { submitted, until } from '../../e2e/drive.ts'
import { type PlatformUnderTest, platformUnderTest, type TestCaller } from '../../e2e/platform-under-test.ts'
import { orderWorkflowId } from './messages.ts'

const page = await readFile(new URL('../../docs/operating.md', import.meta.url), 'utf8')

/** Each update of the page with the JSON that stands under its name. */
const updates = [...page.matchAll(/^### `(\w+)`$[\s\S]*?^```json\n([\s\S]*?)^```$/gm)].map(
  ([, name = '', json = '']) => ({
    name,
    json: z.record(z.string(), z.unknown()).parse(JSON.parse(json)),
  }),
)
const filters = [
  ...[...page.matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, filter = '']) => filter.trim()),
  ...[...page.matchAll(/^\| .*\| `([^`]+)` +\|$/gm)].map(([, filter = '']) => filter),
]

let platform: PlatformUnderTest
let shopper: TestCaller
beforeAll(async () => {
  const automatic = factories.filter(({ bidding }) => bidding === 'automatic')
  platform = await platformUnderTest({ speed: 240, factories: automatic })
  await platform.startWorker()
  shopper = await platform.as((await platform.signUp('Bea')).token)
}, 180_000)
afterAll(() => platform.stop(), 180_000)

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)),
  )

test('every update of docs/operating.md is taken or refused by name, with its JSON as it stands', async () => {
  expect(updates.map(({ name }) => name)).toEqual([
    'extendDeadline',
    'requote',
    'cancelWithRefund',
    'settleReport',
    'confirmPayout',
  ])
  const { order } = await submitted(shopper)
  const handle = orderHandle(platform.platform.temporal, order)
  const answers = new Map<string, string>()
  for (const { name, json } of updates) {
    // Nothing was paid yet, so there is no part of a price to give back.
    const args: [unknown] = [name === 'cancelWithRefund' ? { ...json, amount: undefined } : json]
    answers.set(name, await refusalOf(handle.executeUpdate<unknown, [unknown]>(name, { args })))
  }
  expect(Object.fromEntries(answers)).toMatchObject({
    extendDeadline: 'done',
    requote: 'done',
    cancelWithRefund: 'done',
  })
  const { rows } = await platform.platform.database.pool.query<{ action: string }>(
    'SELECT action FROM audit WHERE order_id = $1 ORDER BY sequence',
    [order],
  )
  expect(rows.map(({ action }) => action)).toEqual(['extendDeadline', 'requote', 'cancelWithRefund'])
})

test('every filter of docs/operating.md is one that the server understands, and finds what it says', async () => {
  expect(filters.length).toBeGreaterThan(6)
  const { workflow } = platform.platform.temporal
  for (const query of filters) {
    for await (const found of workflow.list({ query })) {
      expect(found.workflowId, query).toMatch(/^(order|quoting|job)\//)
      break
    }
  }
  const { order } = await submitted(shopper)
  await shopper.quotes.pick({ order, quote: (await shopper.quotes.list({ order }))[0]?.id ?? '' })
  const unpaid = filters.find((filter) => filter.includes('awaiting_payment')) ?? ''
  await until(
    async () => {
      const ids: string[] = []
      for await (const found of workflow.list({ query: unpaid })) ids.push(found.workflowId)
      return ids
    },
    (ids) => ids.includes(orderWorkflowId(order)),
  )
  await shopper.orders.cancel({ order })
})
