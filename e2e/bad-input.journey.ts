import { z } from 'zod'
import { expect, test } from './journey.ts'
import { account } from './ready.ts'
import { site } from './site.ts'

// No page: what a browser of ours would never send.

const refusal = z.object({ code: z.string(), words: z.string().min(1) })
const failed = z.object({ error: z.object({ data: z.object({ refusal }) }) })
const succeeded = z.object({ result: z.object({ data: z.unknown() }) })

type Person = { readonly token: string | undefined }
const nobody: Person = { token: undefined }

async function signedIn(who: { email: string; password: string; name?: string }, way = 'sign-in'): Promise<Person> {
  const response = await fetch(`${site.web}/api/auth/${way}/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site.web },
    body: JSON.stringify(who),
  })
  return { token: response.headers.get('set-auth-token') ?? undefined }
}

const somebody = (name: string) =>
  signedIn({ name, email: `${crypto.randomUUID()}@example.com`, password: 'a long enough password' }, 'sign-up')

async function call({ token }: Person, procedure: string, input: unknown, method = 'POST') {
  const query = method === 'GET' ? `?input=${encodeURIComponent(JSON.stringify(input))}` : ''
  const response = await fetch(`${site.web}/api/trpc/${procedure}${query}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify(input) }),
  })
  return { status: response.status, body: await response.json() }
}

async function answer<Shape>(shape: z.ZodType<Shape>, ...asked: Parameters<typeof call>): Promise<Shape> {
  const { status, body } = await call(...asked)
  expect(status, JSON.stringify(body)).toBe(200)
  return shape.parse(succeeded.parse(body).result.data)
}

/** The refusal of a call as `status code`. */
async function refused(...asked: Parameters<typeof call>): Promise<string> {
  const { status, body } = await call(...asked)
  return `${status} ${failed.parse(body).error.data.refusal.code}`
}

const options = { width: 1200, height: 1800, depth: 320 }
const shelf = (changes: object) => ({ product: 'shelf', version: 1, options: { ...options, ...changes } })
const designShape = z.object({ id: z.string() })
const orderShape = z.object({
  order: z.string(),
  quotes: z.array(z.object({ id: z.string(), price: z.object({ amount: z.number() }) })),
})
const shownShape = z.object({ shown: z.object({ price: z.object({ amount: z.number().min(10_000) }) }) })
const stageShape = z.object({ stage: z.string(), hash: z.string() })
const address = { name: 'Ada', line1: 'Unter den Linden 6', postalCode: '10117', city: 'Berlin', country: 'DE' }

async function submitted(person: Person, more: object = {}) {
  const { id } = await answer(designShape, person, 'designs.save', shelf({}))
  const wish = { design: id, idempotencyKey: crypto.randomUUID(), quantity: 1, address, ...more }
  return { design: id, wish, ...(await answer(orderShape, person, 'orders.submit', wish)) }
}

test('options that cannot be, and designs that are not there, are refused by name', async () => {
  const ada = await somebody('Ada')
  expect(await refused(ada, 'designs.save', shelf({ width: 99_999 }))).toBe('422 option_out_of_range')
  expect(await refused(ada, 'designs.save', shelf({ material: 'marble' }))).toBe('422 option_out_of_range')
  expect(await refused(ada, 'designs.save', shelf({ material: 'melamine', finish: 'oil' }))).toBe('422 rule_broken')
  expect(await refused(ada, 'designs.save', { ...shelf({}), product: 'castle' })).toBe('404 unknown_product')
  expect(await refused(ada, 'designs.save', { ...shelf({}), options: 'all' })).toBe('400 bad_input')
  const wish = { design: 'f'.repeat(24), idempotencyKey: 'k', quantity: 1, address }
  expect(await refused(ada, 'orders.submit', wish)).toBe('404 unknown_design')
  expect(await refused(ada, 'orders.submit', { ...wish, quantity: -1 })).toBe('400 bad_input')
  expect(await answer(z.array(z.unknown()), ada, 'designs.mine', undefined, 'GET')).toEqual([])
  expect(await answer(z.array(z.unknown()), ada, 'orders.mine', undefined, 'GET')).toEqual([])
})

test('a price is the server’s, whatever is sent along', async () => {
  const ada = await somebody('Ada')
  const honest = await submitted(ada)
  const tampered = await submitted(ada, { price: { amount: 1, currency: 'EUR' }, amount: 1, total: 1 })
  const shown = ({ order }: { order: string }) => answer(shownShape, ada, 'orders.get', { order }, 'GET')
  expect(await shown(tampered)).toEqual(await shown(honest))
  expect(Math.min(...tampered.quotes.map(({ price }) => price.amount))).toBeGreaterThan(10_000)
  const quote = { order: tampered.order, quote: tampered.quotes[0]?.id, price: { amount: 1, currency: 'EUR' } }
  const picked = await answer(
    z.object({ quote: z.object({ price: z.object({ amount: z.number() }) }) }),
    ada,
    'quotes.pick',
    quote,
  )
  expect(picked.quote.price.amount).toBe(tampered.quotes[0]?.price.amount)
  expect(await refused(ada, 'orders.submit', { ...honest.wish, quantity: 2 })).toBe('409 key_reused')
})

test('what belongs to others stays theirs, and roles stay roles', async () => {
  const [ada, eve] = await Promise.all([somebody('Ada'), somebody('Eve')])
  const { design, order, quotes } = await submitted(ada)
  const quote = quotes[0]?.id
  const before = await answer(stageShape, ada, 'orders.get', { order }, 'GET')
  for (const foreigner of [eve, nobody]) {
    expect(await refused(foreigner, 'orders.get', { order }, 'GET')).toBe('403 not_yours')
    expect(await refused(foreigner, 'quotes.pick', { order, quote })).toBe('403 not_yours')
    expect(await refused(foreigner, 'orders.cancel', { order })).toBe('403 not_yours')
    expect(await refused(foreigner, 'orders.pay', { order })).toBe('403 not_yours')
    expect(await refused(foreigner, 'orders.get', { order, key: 'guessed' }, 'GET')).toBe('403 not_yours')
  }
  expect(await refused(eve, 'designs.save', { ...shelf({ width: 900 }), id: design })).toBe('403 not_yours')
  expect(await refused(eve, 'jobs.list', undefined, 'GET')).toMatch(/^403 /)
  expect(await refused(nobody, 'jobs.list', undefined, 'GET')).toMatch(/^40[13] /)
  expect(await refused(eve, 'orders.forOperator', undefined, 'GET')).toBe('403 wrong_role')
  const factory = await signedIn(account(site, 'factory'))
  expect(await refused(factory, 'jobs.accept', { job: 'nothing' })).toBe('404 unknown_job')
  expect(await refused(factory, 'orders.get', { order }, 'GET')).toBe('403 not_yours')
  expect(await answer(stageShape, ada, 'orders.get', { order }, 'GET')).toEqual(before)
})

test('a quote that does not exist cannot be picked, nor anything done before its time', async () => {
  const ada = await somebody('Ada')
  const { order } = await submitted(ada)
  const other = await submitted(ada)
  expect(await refused(ada, 'quotes.pick', { order, quote: 'invented' })).toBe('404 unknown_quote')
  expect(await refused(ada, 'quotes.pick', { order, quote: other.quotes[0]?.id })).toBe('404 unknown_quote')
  expect(await refused(ada, 'orders.pay', { order })).toBe('409 illegal_move')
  expect(await refused(ada, 'orders.confirm', { order })).toBe('409 illegal_move')
  await answer(z.unknown(), ada, 'orders.cancel', { order })
  expect(await refused(ada, 'quotes.pick', { order, quote: other.quotes[0]?.id })).toMatch(/^4\d\d /)
})

test('a text that says it is a photo and fifty megabytes are not taken', async () => {
  const { token = '' } = await somebody('Ada')
  const send = async (bytes: Uint8Array<ArrayBuffer>) => {
    const form = new FormData()
    form.set('file', new Blob([bytes], { type: 'image/jpeg' }), 'photo.jpg')
    const response = await fetch(`${site.web}/api/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    })
    return `${response.status} ${z.object({ refusal }).parse(await response.json()).refusal.code}`
  }
  expect(await send(new TextEncoder().encode('this is no picture'))).toBe('415 not_an_image')
  expect(await send(new Uint8Array(50_000_000))).toBe('413 too_large')
})
