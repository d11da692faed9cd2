import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadProduct } from '#models/catalog.ts'
import { workingTime } from '#models/planning/calendar.ts'
import { freshDatabase } from '#prisma/fresh-database.ts'
import { factories } from '#prisma/seed/factories.ts'
import { seedFactories } from '#prisma/seed/seed.ts'
import { createBooks } from './books.ts'
import type { Step } from './effects.ts'
import { createRound } from './round.ts'

const at = Date.UTC(2026, 10, 23, 9)
const hour = 3_600_000
let fresh: Awaited<ReturnType<typeof freshDatabase>>

/** One factory with a single unit of each machine and one person of each trade: nothing can run side by side. */
const narrow = factories
  .filter(({ profile }) => profile.id === 'falegnameria-tre-pini')
  .map((factory) => {
    const trades = new Map(
      factory.resources.map((resource) => [`${resource.kind} ${resource.workCentres.join(' ')}`, resource]),
    )
    return { ...factory, resources: [...trades.values()] }
  })

beforeAll(async () => {
  fresh = await freshDatabase()
  await seedFactories(fresh.database, narrow)
  await fresh.database.pool.query(
    `INSERT INTO "user" (id, name, email, updated_at) VALUES ('shopper', 'Ada', 'ada@example.com', now())`,
  )
}, 180_000)
afterAll(() => fresh.drop())

const step = (order: string, sequence: number, kind: Step['kind']): Step => ({
  workflow: `order/${order}`,
  sequence,
  order,
  kind,
  at,
  data: {},
  patch: {},
})

async function open(order: string): Promise<void> {
  const product = await loadProduct('shelf')
  if (product === undefined) throw new Error('there is no shelf')
  await createBooks(fresh.database).openOrder({
    step: step(order, 1, 'submitted'),
    submission: {
      ...{ order, owner: 'shopper', idempotencyKey: order, bodyHash: order, accessKey: order, design: order },
      ...{ product: 'shelf', version: product.version, options: product.defaults, quantity: 1 },
      ...{ email: 'ada@example.com', language: 'en', consent: false },
      address: { name: 'Ada', line1: 'Unter den Linden 6', postalCode: '10117', city: 'Berlin', country: 'DE' },
    },
  })
}

type Answer = Awaited<ReturnType<ReturnType<typeof createRound>['automaticRound']>>

/** Asks as the workflow does: again, when no connection to the database was free for too long. */
async function ask(order: string): Promise<Answer> {
  try {
    return await createRound(fresh.database).automaticRound({
      ...{ order, round: 1, exclude: [], holdUntil: at + 72 * hour, handDeadline: at + 24 * hour },
      quoted: step(order, 2, 'quoted'),
      none: step(order, 2, 'no_quotes'),
    })
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('timeout exceeded when trying to connect'))) throw error
    return ask(order)
  }
}

test('200 orders ask for the same slot at once: one holds it, the others are later', async () => {
  const orders = Array.from({ length: 200 }, (_, index) => `order-${index}`)
  await Promise.all(orders.map(open))
  const answers = await Promise.all(orders.map(ask))
  const held = answers.filter(({ quotes }) => quotes.length > 0)
  expect(held.length).toBeGreaterThan(1)
  const { pool } = fresh.database
  const { rows: finishes } = await pool.query<{ ends: number }>(
    'SELECT extract(epoch FROM finishes_at)::float8 AS ends FROM quote ORDER BY finishes_at',
  )
  expect(finishes).toHaveLength(held.length)
  const [first, second] = finishes
  expect(second?.ends).toBeGreaterThan(first?.ends ?? Number.POSITIVE_INFINITY)

  const { rows: overlaps } = await pool.query(
    'SELECT 1 FROM booking a JOIN booking b ON a.resource_id = b.resource_id AND a.id < b.id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at',
  )
  expect(overlaps).toEqual([])

  const { rows: booked } = await pool.query<{ resource_id: string; starts_at: Date; ends_at: Date }>(
    'SELECT resource_id, starts_at, ends_at FROM booking',
  )
  const resources = new Map(narrow.flatMap((factory) => factory.resources.map((each) => [each.id, each])))
  for (const { resource_id, starts_at, ends_at } of booked) {
    const resource = resources.get(resource_id)
    if (resource === undefined) throw new Error(`Something is booked on ${resource_id}, which nobody has`)
    const span = { from: starts_at.getTime(), to: ends_at.getTime() }
    const shifts = workingTime(resource.calendar, span)
    expect(shifts.reduce((sum, { from, to }) => sum + (to - from), 0)).toBe(span.to - span.from)
  }
}, 180_000)

test('asking the same round again gives the same quotes and holds nothing more', async () => {
  const count = async () => (await fresh.database.pool.query('SELECT 1 FROM booking')).rowCount
  const before = await count()
  const again = await ask('order-0')
  expect(await count()).toBe(before)
  expect(again).toEqual(await ask('order-0'))
})
