import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { loadProduct } from '#models/catalog.ts'
import { sharedTime } from '#models/planning/calendar.ts'
import { dayMs, hourMs } from '#models/planning/local-day.ts'
import { freshDatabase } from '#prisma/fresh-database.ts'
import { readJob } from '#prisma/jobs.ts'
import { factories } from '#prisma/seed/factories.ts'
import { seedFactories } from '#prisma/seed/seed.ts'
import { createCarrier } from '#services/carrier.ts'
import { createFiles } from '#services/files.ts'
import { createBookings } from '../order/booking.ts'
import { createBooks } from '../order/books.ts'
import type { Step } from '../order/effects.ts'
import { createRound } from '../order/round.ts'
import { createJobActivities } from './activities.ts'

const submittedAt = Date.UTC(2026, 10, 23, 9)
let fresh: Awaited<ReturnType<typeof freshDatabase>>

/** One factory with a single unit of each machine and one person of each trade: nothing can run side by side. */
const narrow = factories.filter(({ profile }) => profile.id === 'falegnameria-tre-pini')

beforeAll(async () => {
  fresh = await freshDatabase()
  await seedFactories(fresh.database, narrow)
  await fresh.database.pool.query(
    `INSERT INTO "user" (id, name, email, updated_at) VALUES ('shopper', 'Ada', 'ada@example.com', now())`,
  )
}, 180_000)
afterAll(() => fresh.drop())

/** What orders were told. */
const told: { order: string; signal: string; facts: readonly unknown[] }[] = []
const heard = (order: string) => told.filter((each) => each.order === order).map(({ facts }) => facts[0])

const jobs = () =>
  createJobActivities(
    {
      database: fresh.database,
      carrier: createCarrier({ apiUrl: 'http://127.0.0.1:9', apiKey: 'none', webhookSecret: 'none' }),
      files: createFiles({ kind: 'folder', folder: join(tmpdir(), 'never-written') }),
    },
    async (order, signal, ...facts) => {
      told.push({ order, signal: signal.name, facts })
    },
  )

const steps = new Map<string, number>()
function step(workflow: string, order: string, kind: Step['kind'], at: number, data: Step['data'] = {}): Step {
  const sequence = (steps.get(workflow) ?? 0) + 1
  steps.set(workflow, sequence)
  return { workflow, sequence, order, factory: 'falegnameria-tre-pini', kind, at, data, patch: {} }
}

/** An order whose quote is there and holds its slot. */
async function quoted(order: string): Promise<string> {
  const product = await loadProduct('shelf')
  if (product === undefined) throw new Error('there is no shelf')
  const ofOrder = (kind: Step['kind']) => step(`order/${order}`, order, kind, submittedAt)
  await createBooks(fresh.database).openOrder({
    step: ofOrder('submitted'),
    submission: {
      ...{ order, owner: 'shopper', idempotencyKey: order, bodyHash: order, accessKey: order, design: order },
      ...{ product: 'shelf', version: product.version, options: product.defaults, quantity: 1 },
      ...{ email: 'ada@example.com', language: 'en', consent: false },
      address: { name: 'Ada', line1: 'Unter den Linden 6', postalCode: '10117', city: 'Berlin', country: 'DE' },
    },
  })
  const quotedStep = ofOrder('quoted')
  const { quotes } = await createRound(fresh.database).automaticRound({
    ...{ order, round: 1, exclude: [], holdUntil: submittedAt + 90 * dayMs, handDeadline: submittedAt + dayMs },
    quoted: quotedStep,
    none: quotedStep,
  })
  const [quote] = quotes
  if (quote === undefined) throw new Error(`nobody quotes on ${order}`)
  return quote.id
}

/** A job that is booked and accepted. */
async function booked(order: string): Promise<string> {
  const quote = await quoted(order)
  const job = `${order}-1`
  const at = submittedAt
  const ofOrder = (kind: Step['kind']) => step(`order/${order}`, order, kind, at)
  const bookings = createBookings(fresh.database)
  await bookings.pickQuote({ step: ofOrder('picked'), order, quote, at, heldUntil: at + dayMs })
  await bookings.openJob({ step: ofOrder('authorised'), order, job, n: 1, quote, acceptBy: at + dayMs, at })
  await bookings.bookJob({ order, job, quote, at })
  await createBooks(fresh.database).acceptJob({ step: ofOrder('accepted'), job, attempt: 1, amount: 1 })
  return job
}

const ofJob = (job: string, kind: Step['kind'], at: number, operation: string) => ({
  step: step(`job/${job}`, job.slice(0, -2), kind, at, { operation }),
  ...{ job, operation, at },
})

const start = (job: string, operation: string, at: number) =>
  jobs().startOperation(ofJob(job, 'operation_started', at, operation))
const pause = (job: string, operation: string, at: number) =>
  jobs().pauseOperation({ ...ofJob(job, 'operation_paused', at, operation), reason: 'machine' })

type Row = {
  job_id: string | null
  order_id: string
  operation: string
  resource_id: string
  starts_at: Date
  ends_at: Date
}

async function plan(): Promise<Row[]> {
  const { rows } = await fresh.database.pool.query<Row>(
    'SELECT job_id, order_id, operation, resource_id, starts_at, ends_at FROM booking ORDER BY starts_at, resource_id',
  )
  return rows
}

const spans = (rows: readonly Row[], job: string, operation: string) =>
  rows
    .filter((row) => row.job_id === job && row.operation === operation)
    .map((row) => `${row.resource_id} ${row.starts_at.toISOString()} ${row.ends_at.toISOString()}`)

async function planned(job: string, operation: string) {
  const row = (await readJob(fresh.database, job))?.operations.find(({ key }) => key === operation)
  if (row === undefined) throw new Error(`${job} has no ${operation}`)
  return { startsAt: row.startsAt.getTime(), endsAt: row.endsAt.getTime(), state: row.state }
}

/** Nothing lies on another, and everything in the time that the factory gives us. */
async function isSound(from: number): Promise<void> {
  const { rows: overlaps } = await fresh.database.pool.query(
    'SELECT 1 FROM booking a JOIN booking b ON a.resource_id = b.resource_id AND a.id < b.id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at',
  )
  expect(overlaps).toEqual([])
  const resources = new Map(narrow.flatMap((factory) => factory.resources.map((each) => [each.id, each])))
  for (const row of await plan()) {
    if (row.starts_at.getTime() < from) continue
    const resource = resources.get(row.resource_id)
    if (resource === undefined) throw new Error(`Something is booked on ${row.resource_id}, which nobody has`)
    const span = { from: row.starts_at.getTime(), to: row.ends_at.getTime() }
    const given = sharedTime(resource.calendar, resource.sharePermille, span)
    expect(given).toEqual([span])
  }
}

test('a finish that is four days late moves the jobs behind it, tells their orders, and leaves holds and done work alone', async () => {
  const first = await booked('first')
  const second = await booked('second')
  await quoted('held')
  const prepare = await planned(first, 'prepare')
  await start(first, 'prepare', prepare.startsAt)
  await jobs().finishOperation(ofJob(first, 'operation_finished', prepare.endsAt, 'prepare'))
  const saw = await planned(first, 'saw')
  await start(first, 'saw', saw.startsAt)
  const before = await plan()

  const at = saw.endsAt + 4 * dayMs
  const finish = ofJob(first, 'operation_finished', at, 'saw')
  await jobs().finishOperation(finish)
  const after = await plan()
  await isSound(at)
  expect(spans(after, first, 'saw')).toEqual(spans(before, first, 'saw'))
  expect(spans(after, first, 'prepare')).toEqual(spans(before, first, 'prepare'))
  expect(spans(after, second, 'saw')).not.toEqual(spans(before, second, 'saw'))
  expect((await planned(second, 'prepare')).startsAt).toBeGreaterThanOrEqual(at)
  const holdRows = (rows: readonly Row[]) => rows.filter(({ order_id }) => order_id === 'held')
  expect(holdRows(after)).toEqual(holdRows(before))
  expect(holdRows(after).length).toBeGreaterThan(0)

  const { rows: quotes } = await fresh.database.pool.query<{ order_id: string; deliver_by: Date }>(
    'SELECT order_id, deliver_by FROM quote',
  )
  const promised = quotes.find(({ order_id }) => order_id === 'second')?.deliver_by.getTime() ?? Number.NaN
  const slip = { job: second, kind: 'slipped', at, deliverBy: expect.any(Number) }
  expect(heard('second')).toEqual([slip])
  const [{ deliverBy } = { deliverBy: 0 }] = z.array(z.object({ deliverBy: z.number() })).parse(heard('second'))
  expect(deliverBy).toBeGreaterThan(promised)
  expect(heard('first')).toMatchObject([{ kind: 'started' }, { kind: 'slipped', job: first }])
  expect(heard('held')).toEqual([])
  const { rows: moved } = await fresh.database.pool.query(
    `SELECT order_id, data->>'job' AS job FROM order_event WHERE kind = 'replanned' ORDER BY sequence`,
  )
  expect(moved).toEqual([
    { order_id: 'first', job: first },
    { order_id: 'second', job: second },
  ])

  // The answer was lost on the way: the same step again moves nothing and tells the same.
  const once = heard('second')
  await jobs().finishOperation(finish)
  expect(await plan()).toEqual(after)
  expect(heard('second')).toEqual([...once, ...once])
})

test('work that goes on three days after a breakdown keeps its machine, what it has done, and pushes what is behind it', async () => {
  const third = await booked('third')
  const fourth = await booked('fourth')
  const prepare = await planned(third, 'prepare')
  await start(third, 'prepare', prepare.startsAt)
  await jobs().finishOperation(ofJob(third, 'operation_finished', prepare.endsAt, 'prepare'))
  const saw = await planned(third, 'saw')
  await start(third, 'saw', saw.startsAt)
  const before = await plan()
  const [firstSpan] = before.filter((row) => row.job_id === third && row.operation === 'saw')
  if (firstSpan === undefined) throw new Error('the saw is not booked')
  const brokenAt =
    firstSpan.starts_at.getTime() + Math.floor((firstSpan.ends_at.getTime() - firstSpan.starts_at.getTime()) / 2)
  await pause(third, 'saw', brokenAt)
  expect(await plan()).toEqual(before)

  const at = brokenAt + 3 * dayMs
  await start(third, 'saw', at)
  await isSound(at)
  const after = await plan()
  const machine = (rows: readonly Row[]) =>
    rows.filter((row) => row.job_id === third && row.operation === 'saw' && row.resource_id === firstSpan.resource_id)
  const worked = (rows: readonly Row[]) =>
    rows.reduce((sum, row) => sum + row.ends_at.getTime() - row.starts_at.getTime(), 0)
  expect(worked(machine(after))).toBe(worked(machine(before)))
  expect(machine(after)[0]?.ends_at.getTime()).toBe(brokenAt)
  expect(machine(after)[1]?.starts_at.getTime()).toBeGreaterThanOrEqual(at)
  expect(await planned(third, 'saw')).toMatchObject({ startsAt: saw.startsAt, state: 'running' })
  expect((await planned(fourth, 'saw')).startsAt).toBeGreaterThanOrEqual((await planned(third, 'saw')).endsAt)
  expect(heard('third').at(-1)).toMatchObject({ kind: 'slipped', job: third })
})

test('what goes on within a quarter of an hour, or begins in time, moves nothing', async () => {
  const fifth = await booked('fifth')
  const prepare = await planned(fifth, 'prepare')
  const before = await plan()
  await start(fifth, 'prepare', prepare.startsAt + 0.2 * hourMs)
  await pause(fifth, 'prepare', prepare.startsAt + 0.25 * hourMs)
  await start(fifth, 'prepare', prepare.startsAt + 0.4 * hourMs)
  expect(await plan()).toEqual(before)
  expect(heard('fifth')).toMatchObject([{ kind: 'started' }])
})

test('what begins a day late takes its machine from then on', async () => {
  const sixth = await booked('sixth')
  const prepare = await planned(sixth, 'prepare')
  const at = prepare.startsAt + dayMs
  await start(sixth, 'prepare', at)
  await isSound(at)
  const late = await planned(sixth, 'prepare')
  expect(late.startsAt).toBeGreaterThanOrEqual(at)
  expect((await planned(sixth, 'saw')).startsAt).toBeGreaterThanOrEqual(late.endsAt)
  const rows = (await plan()).filter((row) => row.job_id === sixth && row.operation === 'prepare')
  for (const row of rows) expect(row.starts_at.getTime()).toBeGreaterThanOrEqual(at)
})
