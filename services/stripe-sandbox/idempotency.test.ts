import Stripe from 'stripe'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { payWithCard } from './shopper.ts'
import { accepted, type SandboxUnderTest, sandboxUnderTest, testSecrets } from './under-test.ts'

let sandbox: SandboxUnderTest
beforeAll(async () => {
  sandbox = await sandboxUnderTest()
})
afterAll(() => sandbox.close())

function post(path: string, body: string, key: string): Promise<Response> {
  return fetch(sandbox.url + path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${testSecrets.secretKey}`,
      'content-type': 'application/x-www-form-urlencoded',
      'idempotency-key': key,
    },
    body,
  })
}

test('the same key with the same parameters answers the same, marked as replayed', async () => {
  const first = await post('/v1/customers', 'email=a%40example.com&metadata[order]=o1', 'same')
  const second = await post('/v1/customers', 'metadata[order]=o1&email=a%40example.com', 'same')
  expect(first.headers.get('idempotent-replayed')).toBeNull()
  expect(second.headers.get('idempotent-replayed')).toBe('true')
  expect(second.headers.get('original-request')).toBe(first.headers.get('request-id'))
  expect(await second.text()).toBe(await first.text())
})

test('the same key with other parameters, or at another path, is an idempotency error', async () => {
  await post('/v1/customers', 'email=a%40example.com', 'other')
  const body = await post('/v1/customers', 'email=b%40example.com', 'other')
  expect(body.status).toBe(400)
  expect(await body.json()).toMatchObject({ error: { type: 'idempotency_error' } })
  const path = await post('/v1/refunds', 'email=a%40example.com', 'other')
  expect(path.status).toBe(400)
  expect(await path.json()).toMatchObject({ error: { type: 'idempotency_error' } })
})

test('the SDK and our side see it as a reused key', async () => {
  const checkout = await sandbox.checkout('reused', { key: 'reused' })
  await expect(sandbox.checkout('reused-other', { key: 'reused' })).rejects.toThrow('no checkout')
  await payWithCard(checkout.url, { cardNumber: '4242424242424242' })
  const paymentIntent = accepted(await sandbox.payments.fetchSession(checkout.session)).paymentIntent ?? ''
  await sandbox.payments.capture({ paymentIntent, amount: 100, idempotencyKey: 'reused-capture' })
  expect(await sandbox.payments.capture({ paymentIntent, amount: 200, idempotencyKey: 'reused-capture' })).toEqual({
    refused: 'key_reused',
    code: 'idempotency_error',
  })
  await expect(
    sandbox.stripe.customers.create({ email: 'x@example.com' }, { idempotencyKey: 'reused' }),
  ).rejects.toThrow(Stripe.errors.StripeIdempotencyError)
})

test('a key in use answers 409 until the first call is done', async () => {
  await sandbox.control('fail', { call: 'customer', when: 'before', matching: 'in-use', outcome: 'hold' })
  const first = post('/v1/customers', 'email=a%40example.com', 'in-use')
  const second = await until(() => post('/v1/customers', 'email=a%40example.com', 'in-use'))
  expect(second.status).toBe(409)
  expect(await second.json()).toMatchObject({ error: { code: 'idempotency_key_in_use' } })
  await sandbox.control('release')
  expect((await first).status).toBe(200)
  expect((await post('/v1/customers', 'email=a%40example.com', 'in-use')).headers.get('idempotent-replayed')).toBe(
    'true',
  )
})

/** The held call may still be on its way in: the first answer that is not its twin's success counts. */
async function until(call: () => Promise<Response>): Promise<Response> {
  const held = await call()
  return held.status === 409 ? held : call()
}

test('100 parallel calls with one key have one effect', async () => {
  const body = (index: number) =>
    index % 2 === 0 ? 'country=DE&email=a%40example.com' : 'email=a%40example.com&country=DE'
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) => post('/v1/accounts', body(index), 'hundred')),
  )
  const ok = answers.filter((answer) => answer.status === 200)
  expect(answers.every((answer) => answer.status === 200 || answer.status === 409)).toBe(true)
  expect(new Set(await Promise.all(ok.map((answer) => answer.text()))).size).toBe(1)
})

test('an error after the call began is kept for the key; wrong parameters are not', async () => {
  const missing = await post('/v1/payment_intents/pi_none/capture', '', 'kept')
  expect(missing.status).toBe(404)
  expect((await post('/v1/payment_intents/pi_none/capture', '', 'kept')).headers.get('idempotent-replayed')).toBe(
    'true',
  )

  const unknown = await post('/v1/customers', 'colour=green', 'not-kept')
  expect(await unknown.json()).toMatchObject({ error: { code: 'parameter_unknown', param: 'colour' } })
  expect((await post('/v1/customers', 'email=a%40example.com', 'not-kept')).status).toBe(200)
})

test('without the right key there is no answer; both ways of giving it work', async () => {
  const url = `${sandbox.url}/v1/events`
  expect((await fetch(url)).status).toBe(401)
  expect((await fetch(url, { headers: { authorization: 'Bearer sk_test_other' } })).status).toBe(401)
  const basic = `Basic ${Buffer.from(`${testSecrets.secretKey}:`).toString('base64')}`
  expect((await fetch(url, { headers: { authorization: basic } })).status).toBe(200)
  expect((await fetch(`${sandbox.url}/v1/nothing`)).status).toBe(404)
})
