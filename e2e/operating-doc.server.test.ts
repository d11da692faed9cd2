import { readFile } from 'node:fs/promises'
import { Connection } from '@temporalio/client'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { currentCursor, eventsAfter } from '#prisma/events.ts'
import { factories } from '#prisma/seed/factories.ts'
import { orderWorkflowId } from '#workflows/order/messages.ts'
import { arrived, made, money, ordered, shipped, submitted, until } from './drive.ts'
import { type PlatformUnderTest, platformUnderTest, type TestCaller } from './platform-under-test.ts'

const page = await readFile(new URL('../docs/operating.md', import.meta.url), 'utf8')
const blocks = (language: string, text = page) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, block]) =>
    (block ?? '').trim(),
  )
/** The text under a heading, up to the next of the same depth or higher. */
function section(heading: string): string {
  const [, rest = ''] = page.split(`\n${heading}\n`)
  return rest.split(/\n#{1,3} /)[0] ?? ''
}
const filters = blocks('sql', page.split('\n## Read an order\n')[0])

// Two business weeks a minute. One factory of Italy without a queue, so that a promised day passes soon; those of Nankang are paid by bank.
const speed = 20_160
const near = factories
  .filter(({ profile }) => profile.id === 'falegnameria-tre-pini')
  .map((factory) => ({ ...factory, profile: { ...factory.profile, leadTime: { queueDays: 0, materialDays: {} } } }))
const far = factories.filter(({ profile, bidding }) => profile.belt === 'nankang' && bidding === 'automatic')

let site: PlatformUnderTest
let connection: Connection
let shopper: TestCaller
beforeAll(async () => {
  site = await platformUnderTest({ speed, factories: [...near, ...far] })
  connection = await Connection.connect({ address: inject('temporalAddress') })
  await site.startWorker()
  shopper = await site.as((await site.signUp('Ada')).token)
}, 180_000)
afterAll(async () => {
  await connection.close()
  await site.stop()
}, 180_000)

type Answered = Pick<
  Awaited<ReturnType<Connection['workflowService']['pollWorkflowExecutionUpdate']>>,
  'outcome' | 'updateRef'
>

/** The update's JSON as it stands in the page, sent as the Temporal UI sends it; gives the answer, or the refusal's code. */
async function act(order: string, update: string, n = 0): Promise<unknown> {
  const json = blocks('json', section(`### \`${update}\``))[n]
  if (json === undefined) throw new Error(`The page has no JSON for ${update}`)
  const common = { namespace: 'default', waitPolicy: { lifecycleStage: 3 } }
  let answer: Answered = await connection.workflowService.updateWorkflowExecution({
    ...common,
    workflowExecution: { workflowId: orderWorkflowId(order) },
    request: {
      meta: { updateId: crypto.randomUUID(), identity: 'the page' },
      input: {
        name: update,
        args: { payloads: [{ metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from(json) }] },
      },
    },
  })
  // A busy server answers before the update has ended, and is asked again.
  while (answer.outcome == null)
    answer = await connection.workflowService.pollWorkflowExecutionUpdate({
      ...common,
      updateRef: answer.updateRef ?? null,
    })
  const { outcome } = answer
  if (outcome.failure != null) return outcome.failure.message
  const data = outcome.success?.payloads?.[0]?.data
  return data === undefined || data === null || data.length === 0 ? undefined : JSON.parse(Buffer.from(data).toString())
}

async function listed(query: string): Promise<string[]> {
  const ids: string[] = []
  for await (const { workflowId } of site.platform.temporal.workflow.list({ query })) ids.push(workflowId)
  return ids
}

/** A list's filter, once it shows an order: visibility follows a moment later. */
const shows = (query: string, order: string) =>
  until(
    () => listed(query),
    (ids) => ids.includes(orderWorkflowId(order)),
  )

const filterOf = (text: string): string => {
  const found = filters.find((filter) => filter.includes(text))
  if (found === undefined) throw new Error(`The page has no filter with ${text}`)
  return found
}

/** What the Temporal UI reads beside the history: the workflow's details and how its updates are described. */
async function metadataOf(workflow: string) {
  const shape = z.object({
    currentDetails: z.string(),
    definition: z.object({
      updateDefinitions: z.array(z.object({ name: z.string(), description: z.string().nullish() })),
    }),
  })
  return shape.parse(await site.platform.temporal.workflow.getHandle(workflow).query('__temporal_workflow_metadata'))
}

async function audited(order: string) {
  const [statement = ''] = blocks('sql', section('### What was done, and by whom'))
  const { rows } = await site.platform.database.pool.query<{ order_id: string; action: string; reason: string }>(
    statement,
  )
  return rows.filter((row) => row.order_id === order).map(({ action }) => action)
}

test('every filter of the page is one that the list of workflows takes', async () => {
  expect(filters).toHaveLength(11)
  for (const filter of filters) expect(await listed(filter)).toBeInstanceOf(Array)
  for (const update of ['extendDeadline', 'requote', 'cancelWithRefund', 'settleReport', 'confirmPayout'])
    expect(blocks('json', section(`### \`${update}\``)).length).toBeGreaterThan(0)
})

test('an offered order is given time, asked anew and ended; a second end is refused and changes nothing', async () => {
  const { order } = await submitted(shopper)
  const before = await shopper.orders.get({ order })
  expect(await act(order, 'confirmPayout')).toBe('illegal_move')
  expect(await act(order, 'settleReport')).toBe('illegal_move')
  await act(order, 'extendDeadline')
  const { dueAt } = await shopper.orders.get({ order })
  expect(Date.parse(dueAt ?? '') - Date.parse(before.dueAt ?? '')).toBe(24 * 3_600_000)
  await act(order, 'requote')
  expect(await shopper.orders.get({ order })).toMatchObject({ stage: 'offered', round: 2 })
  const { currentDetails, definition } = await metadataOf(orderWorkflowId(order))
  expect(currentDetails).toContain('**offered**: waiting on shopper')
  expect(currentDetails).toContain(`[Order page](${site.web}/orders/${order})`)
  const described = definition.updateDefinitions.filter(({ description }) => description?.includes('operating.md'))
  expect(described.map(({ name }) => name).sort()).toEqual(
    ['cancelWithRefund', 'confirmPayout', 'extendDeadline', 'requote', 'settleReport'].sort(),
  )
  expect(await act(order, 'cancelWithRefund', 1)).toBe('bad_input')
  expect(await act(order, 'cancelWithRefund')).toEqual({ refunded: 0 })
  expect(await shopper.orders.get({ order })).toMatchObject({ stage: 'cancelled' })
  expect(await audited(order)).toEqual(['cancelWithRefund', 'requote', 'extendDeadline'])
}, 60_000)

test('a paid order shows for whom it waits and since when, and ends with the whole price or a part given back', async () => {
  const waiting = await ordered(site, shopper)
  expect(await act(waiting.order, 'requote')).toBe('illegal_move')
  await shows(filterOf('awaiting_acceptance'), waiting.order)
  const since = filterOf('WaitingSince <').replace(/\d{4}-[\d-]+T[\d:]+Z/, new Date(site.platform.now()).toISOString())
  await shows(since, waiting.order)
  await waiting.maker.jobs.accept({ job: waiting.job })
  expect(await act(waiting.order, 'cancelWithRefund')).toEqual({ refunded: waiting.quote.price.amount })

  const other = await ordered(site, shopper)
  await other.maker.jobs.accept({ job: other.job })
  const { currentDetails } = await metadataOf(`job/${other.order}/1`)
  expect(currentDetails).toContain(`[Job in the portal](${site.web}/factory/jobs/${other.job})`)
  const byFactory = filterOf('Factory =').replace(/Factory = "[^"]+"/, `Factory = "${other.quote.factory.id}"`)
  await until(
    () => listed(byFactory),
    (ids) => ids.includes(`job/${other.order}/1`),
  )
  expect(await act(other.order, 'cancelWithRefund', 1)).toEqual({ refunded: 5_000 })
  expect((await money(site, other.order)).effect('refund')).toEqual([5_000])
}, 60_000)

test('an order whose promised day passes turns late by itself, then its report is settled as the page says', async () => {
  const { order, job, maker } = await ordered(site, shopper, 'IT')
  await maker.jobs.accept({ job })
  await made(maker, job)
  const { promisedAt } = await shopper.orders.get({ order })
  expect(await listed(filterOf('Late = true'))).not.toContain(orderWorkflowId(order))
  // Nobody ships it, and nobody does anything else.
  await until(
    async () => site.platform.now(),
    (now) => now > Date.parse(promisedAt ?? ''),
    150_000,
  )
  await shows(filterOf('Late = true'), order)
  const { events } = await site.platform.temporal.workflow.getHandle(orderWorkflowId(order)).fetchHistory()
  const timers = (events ?? []).flatMap((event) => {
    const { data } = event.timerStartedEventAttributes == null ? {} : (event.userMetadata?.summary ?? {})
    return data == null ? [] : [JSON.parse(Buffer.from(data).toString())]
  })
  expect(timers).toContain('late while in production')
  expect(await shopper.orders.get({ order })).toMatchObject({ stage: 'in_production', late: true })

  await shipped(maker, job)
  await arrived(site, shopper, order)
  await shopper.orders.report({ order, words: 'It came weeks too late, and a door is scratched.' })
  await act(order, 'settleReport')
  await until(
    () => shopper.orders.get({ order }),
    ({ stage, payout }) => stage === 'completed' && payout?.state === 'sent',
  )
  expect((await money(site, order)).effect('refund')).toEqual([5_000])
  expect(await audited(order)).toEqual(['settleReport'])
}, 240_000)

test('a carrier’s failure calls an operator, and a transfer that was made is confirmed', async () => {
  const { order, job, maker } = await ordered(site, shopper, 'CN')
  await maker.jobs.accept({ job })
  await made(maker, job)
  await shipped(maker, job)
  await fetch(`${site.carrierUrl}/_sandbox/events`, { method: 'POST', body: JSON.stringify({ order, kind: 'failed' }) })
  await shows(filterOf('WaitingOn = "operator" AND ExecutionStatus'), order)
  await shows(filterOf('Stage = "shipped"'), order)
  await act(order, 'extendDeadline')
  expect(await shopper.orders.get({ order })).toMatchObject({ waitingOn: 'carrier' })
  await arrived(site, shopper, order)
  await shopper.orders.confirm({ order })
  await shows(filterOf('Stage = "completed"'), order)
  const { currentDetails } = await metadataOf(orderWorkflowId(order))
  expect(currentDetails).toContain('**To pay by bank**')
  await act(order, 'confirmPayout')
  expect(await shopper.orders.get({ order })).toMatchObject({ waitingOn: 'none', payout: { state: 'sent' } })
  expect(await audited(order)).toEqual(['confirmPayout', 'extendDeadline'])
}, 120_000)

test('what was restored into another database is heard again after the statement of the page', async () => {
  const { pool } = site.platform.database
  const [mend = '', open = ''] = blocks('sql', section('## Backups'))
  const { rows } = await pool.query<{ id: string }>(open)
  expect(rows).toBeInstanceOf(Array)
  await pool.query(`UPDATE order_event SET xid = 4611686018427387904`)
  const cursor = await currentCursor(pool)
  expect(await eventsAfter(pool, '0-0')).toEqual([])
  await pool.query(mend)
  const seen = await eventsAfter(pool, '0-0', 10_000)
  const { rowCount } = await pool.query('SELECT 1 FROM order_event')
  expect(seen).toHaveLength(rowCount ?? 0)
  expect(await eventsAfter(pool, cursor)).toEqual([])
})
