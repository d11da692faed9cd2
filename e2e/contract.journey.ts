import { Client, Connection } from '@temporalio/client'
import pg from 'pg'
import { z } from 'zod'
import { DemoFactory } from './demo-factory.ts'
import { expect, test } from './journey.ts'
import { account } from './ready.ts'
import { site } from './site.ts'

// What programs outside rely on, read as they read it: JSON over HTTP, attributes of pages, Temporal, SQL. Shapes may grow.

const time = z.iso.datetime()
const money = z.object({ amount: z.int(), currency: z.string().length(3) })
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const values = z.record(z.string(), z.union([z.string(), z.number()]))
const trace = z.array(z.object({ code: z.string(), values, amount: z.int() }))
const waitingOn = z.enum(['shopper', 'factory', 'carrier', 'operator', 'system', 'none'])
const stages = [
  ...['quoting', 'offered', 'awaiting_payment', 'awaiting_acceptance', 'scheduled', 'in_production', 'shipped'],
  ...['delivered', 'completed', 'cancelled', 'refunded', 'expired'],
]
const operation = z.object({ operation: z.string(), state: z.string(), startsAt: time, endsAt: time })
const quote = z.object({
  id: z.string(),
  factory: z.object({ id: z.string(), name: z.string() }),
  belt: z.string(),
  price: money,
  trace,
  deliverBy: time,
  heldUntil: time,
})
const order = z.object({
  order: z.string(),
  stage: z.enum(stages),
  waitingOn,
  waitingSince: time,
  dueAt: time.nullable(),
  promisedAt: time.nullable(),
  projectedAt: time.nullable(),
  late: z.boolean(),
  hash,
  quote: quote.optional(),
  payment: z.object({ state: z.string() }),
  operations: z.array(operation),
  shipment: z.object({ state: z.string() }).nullable(),
})
const job = z.object({
  job: z.string(),
  order: z.string(),
  stage: z.string(),
  hash,
  operations: z.array(operation),
})
const refusal = z.object({ code: z.string(), values, words: z.string().min(1), fix: z.unknown().optional() })
const design = z.object({
  id: z.string(),
  url: z.url(),
  product: z.string(),
  version: z.int(),
  options: z.record(z.string(), z.unknown()),
  hash,
})
const address = {
  ...{ name: 'Ada Lovelace', line1: 'Unter den Linden 6', line2: 'c/o Grace', postalCode: '10117' },
  ...{ city: 'Berlin', region: 'BE', country: 'DE' },
}

async function signIn(role: 'shopper' | 'factory'): Promise<string> {
  const { email, password } = account(site, role)
  const response = await fetch(`${site.web}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site.web },
    body: JSON.stringify({ email, password }),
  })
  return response.headers.get('set-auth-token') ?? ''
}

/** A caller of the API that holds each answer to its shape. */
function caller(token: string) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  async function read<Shape>(shape: z.ZodType<Shape>, name: string, response: Response): Promise<Shape> {
    const body: unknown = await response.json()
    expect(response.status, `${name}: ${JSON.stringify(body)}`).toBe(200)
    return z.object({ result: z.object({ data: shape }) }).parse(body).result.data
  }
  const query = (name: string, input: unknown) =>
    fetch(`${site.web}/api/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers })
  const mutate = (name: string, input: unknown) =>
    fetch(`${site.web}/api/trpc/${name}`, { method: 'POST', headers, body: JSON.stringify(input) })
  return {
    ask: async <Shape>(shape: z.ZodType<Shape>, name: string, input: unknown = {}) =>
      read(shape, name, await query(name, input)),
    act: async <Shape>(shape: z.ZodType<Shape>, name: string, input: unknown) =>
      read(shape, name, await mutate(name, input)),
    refused: async (name: string, input: unknown) => {
      const response = await mutate(name, input)
      const shape = z.object({ error: z.object({ data: z.object({ refusal }) }) })
      return { status: response.status, ...shape.parse(await response.json()).error.data.refusal }
    },
  }
}

test('the API, the pages, Temporal and the tables are what the contract says', async ({ page }) => {
  const shopper = caller(await signIn('shopper'))
  const factory = caller(await signIn('factory'))

  const products = await shopper.ask(z.array(z.looseObject({ product: z.string() })), 'catalog.products')
  expect(products.map(({ product }) => product)).toContain('shelf')
  const option = z.looseObject({ key: z.string(), kind: z.string(), withdrawal: z.enum(['preset', 'bespoke']) })
  const shelf = await shopper.ask(
    z.object({ version: z.int(), options: z.array(option), defaults: z.record(z.string(), z.unknown()) }),
    'catalog.product',
    { product: 'shelf', version: 1 },
  )
  expect(shelf.version).toBe(1)

  const check = z.object({
    valid: z.boolean(),
    refusals: z.array(refusal),
    price: money.extend({ trace }),
    checks: z.array(z.unknown()),
    hash: hash.nullish(),
  })
  const chosen = { product: 'shelf', version: 1, options: { ...shelf.defaults, width: 1217 } }
  const checked = await shopper.ask(check, 'designs.check', { ...chosen, country: 'DE' })
  expect(checked.valid).toBe(true)
  expect(checked.price.trace.reduce((sum, { amount }) => sum + amount, 0)).toBe(checked.price.amount)
  const wide = { ...chosen, options: { ...shelf.defaults, width: 3000, columns: 1 } }
  const impossible = await shopper.ask(check, 'designs.check', wide)
  expect(impossible.valid).toBe(false)
  for (const { fix } of impossible.refusals) expect(fix).toBeTruthy()

  const saved = await shopper.act(design, 'designs.save', chosen)
  expect(saved.hash).toBe(checked.hash)
  expect(await shopper.ask(design, 'designs.get', { id: saved.id })).toEqual(saved)
  const forked = await shopper.act(design, 'designs.fork', { id: saved.id })
  expect(forked).toMatchObject({ hash: saved.hash, options: saved.options })
  expect(forked.id).not.toBe(saved.id)

  const wish = { design: saved.id, idempotencyKey: crypto.randomUUID(), email: 'ada@example.com', address, quantity: 2 }
  const answer = z.object({ order: z.string(), url: z.url(), hash, quotes: z.array(quote) })
  const submitted = await shopper.act(answer, 'orders.submit', wish)
  expect(submitted.hash).toBe(saved.hash)
  expect(await shopper.act(answer, 'orders.submit', wish)).toMatchObject({ order: submitted.order })
  expect(await shopper.refused('orders.submit', { ...wish, quantity: 1 })).toMatchObject({
    status: 409,
    code: 'key_reused',
  })
  const id = { order: submitted.order }

  const asked = z.object({
    request: z.string(),
    product: z.string(),
    version: z.int(),
    options: z.record(z.string(), z.unknown()),
    hash,
    quantity: z.int(),
    deadline: time,
  })
  await expect(async () => {
    const requests = await factory.ask(z.array(asked), 'jobs.requests')
    expect(requests).toContainEqual(expect.objectContaining({ hash: saved.hash, quantity: 2 }))
  }).toPass()
  const maker = await DemoFactory.open(site)
  await maker.bid(saved.hash)
  await expect(async () => {
    const quotes = await shopper.ask(z.array(quote), 'quotes.list', id)
    expect(quotes.map((each) => each.factory.name)).toContain(maker.name)
  }).toPass()
  const quotes = await shopper.ask(z.array(quote), 'quotes.list', id)
  const best = quotes.find((each) => each.factory.name === maker.name)
  const picked = await shopper.act(order, 'quotes.pick', { ...id, quote: best?.id })
  expect(picked).toMatchObject({ stage: 'awaiting_payment', waitingOn: 'shopper', quote: { id: best?.id } })
  const { checkoutUrl } = await shopper.act(z.object({ checkoutUrl: z.url() }), 'orders.pay', id)
  await fetch(checkoutUrl, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      ...{ email: 'ada@example.com', cardNumber: '4242424242424242', cardExpiry: '12 / 40', cardCvc: '123' },
      billingName: 'Ada Lovelace',
    }),
  })
  await expect(async () => {
    expect(await shopper.ask(order, 'orders.get', id)).toMatchObject({ stage: 'awaiting_acceptance' })
  }).toPass()

  // A job's row exists from payment, its workflow from acceptance.
  const jobs = await factory.ask(z.array(job), 'jobs.list')
  const mine = jobs.find((each) => each.order === submitted.order)
  expect(mine).toMatchObject({ hash: saved.hash })
  const accepted = await factory.act(job, 'jobs.accept', { job: mine?.job })
  const [first] = accepted.operations
  await factory.act(job, 'jobs.start', { job: mine?.job, operation: first?.operation })
  await factory.act(job, 'jobs.finish', { job: mine?.job, operation: first?.operation, note: 'as drawn' })
  const { operations } = await factory.ask(job, 'jobs.get', { job: mine?.job })
  expect(operations[0]).toMatchObject({ operation: first?.operation, state: 'done' })
  const making = await shopper.ask(order, 'orders.get', id)
  expect(making).toMatchObject({ stage: 'in_production', waitingOn: 'factory', payment: { state: 'captured' } })
  await shopper.ask(z.object({ allowed: z.boolean() }), 'orders.cancelPreview', id)

  await test.step('pages', async () => {
    await page.goto('/p/shelf')
    const form = page.locator('form[data-price]')
    await expect(form).toHaveAttribute('data-price', /^\d+$/)
    await expect(form).toHaveAttribute('data-currency', 'EUR')
    await expect(form).toHaveAttribute('data-hash', /^[0-9a-f]{64}$/)
    for (const { key } of shelf.options) await expect(page.locator(`[name=${key}]`).first()).toBeAttached()
    await page.goto(submitted.url)
    const shown = page.locator('[data-stage]').first()
    await expect(shown).toHaveAttribute('data-stage', 'in_production')
    await expect(shown).toHaveAttribute('data-waiting-on', 'factory')
    await expect(shown).toHaveAttribute('data-hash', saved.hash)
    await expect(shown).toHaveAttribute('data-price', String(best?.price.amount))
    await expect(shown).toHaveAttribute('data-currency', best?.price.currency ?? '')
  })

  await test.step('Temporal', async () => {
    const connection = await Connection.connect({ address: site.temporalAddress })
    const client = new Client({ connection })
    for (const workflow of [`order/${submitted.order}`, `quoting/${submitted.order}/1`, `job/${submitted.order}/1`]) {
      const { typedSearchAttributes } = await client.workflow.getHandle(workflow).describe()
      const names = typedSearchAttributes.getAll().map(({ key }) => key.name)
      expect(names).toContain('Product')
      if (workflow.startsWith('order/')) {
        const all = ['Stage', 'Product', 'Factory', 'Belt', 'Country', 'WaitingOn', 'WaitingSince', 'Late']
        expect(names).toEqual(expect.arrayContaining(all))
      }
    }
    await connection.close()
  })

  await test.step('tables', async () => {
    const database = new pg.Client({ connectionString: site.databaseUrl })
    await database.connect()
    const count = async (sql: string) => (await database.query(sql, [submitted.order])).rows[0]
    expect(await count('SELECT stage FROM "order" WHERE id = $1')).toEqual({ stage: 'in_production' })
    expect(await count('SELECT count(*)::int > 5 AS many FROM order_event WHERE order_id = $1')).toEqual({ many: true })
    expect(await count('SELECT count(*)::int > 5 AS many FROM booking WHERE order_id = $1')).toEqual({ many: true })
    const off = 'SELECT transaction FROM ledger_entry GROUP BY transaction, currency HAVING sum(amount) <> 0'
    expect((await database.query(off)).rows).toEqual([])
    await database.end()
  })
})
