import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createPayments, type Payments } from '../payments.ts'
import { type Inbox, openInbox } from '../sandbox/inbox.ts'
import { payWithCard } from './shopper.ts'
import { accepted, testSecrets } from './under-test.ts'

let folder: string
let inbox: Inbox
let child: ChildProcessWithoutNullStreams
let url: string
let payments: Payments

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stripe-kill-'))
  inbox = await openInbox()
})
afterAll(async () => {
  child.kill('SIGKILL')
  await inbox.close()
  await rm(folder, { recursive: true })
})

/** The sandbox as a process of its own, as `npm start` runs it. */
async function start(port: number): Promise<void> {
  child = spawn(process.execPath, ['--import', 'tsx', 'services/stripe-sandbox/main.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      STATE_DIR: folder,
      STRIPE_SECRET_KEY: testSecrets.secretKey,
      WEBHOOK_SECRET: testSecrets.webhookSecret,
      WEBHOOK_URL: inbox.url,
    },
  })
  url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      const ready = /^ready (http\S+)\n/.exec(data.toString())?.[1]
      if (ready !== undefined) resolve(ready)
    })
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)))
  })
  payments = createPayments({ ...testSecrets, apiUrl: url })
}

const ended = () => new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))

async function killed(): Promise<void> {
  const end = ended()
  child.kill('SIGKILL')
  await end
}

async function effects() {
  const shape = z.object({ counts: z.record(z.string(), z.int()) })
  return shape.parse(await (await fetch(`${url}/_sandbox/effects`)).json()).counts
}

test('kill -9 at any moment loses nothing and doubles nothing', { timeout: 60_000 }, async () => {
  inbox.answer(503)
  await start(0)
  const port = Number(new URL(url).port)
  const request = {
    order: 'o1',
    amount: 1000,
    currency: 'EUR',
    lines: [{ name: 'Shelf', amount: 1000, quantity: 1 }],
    successUrl: 'http://shop.example/ok',
    cancelUrl: 'http://shop.example/no',
    expiresAt: Math.ceil(Date.now() / 1000) * 1000 + 31 * 60_000,
    idempotencyKey: 'o1/checkout',
  } as const
  const session = accepted(await payments.createCheckout(request))
  await payWithCard(session.url ?? '', { cardNumber: '4242424242424242' })
  await killed()

  await start(port)
  expect(accepted(await payments.createCheckout(request)).session).toBe(session.session)
  const { paymentIntent = '' } = accepted(await payments.fetchSession(session.session))
  const capture = { paymentIntent, amount: 1000, idempotencyKey: 'o1/capture' }
  // The answer is lost with the process: the effect is there, and only this key knows.
  await fetch(`${url}/_sandbox/fail`, {
    method: 'POST',
    body: JSON.stringify({ call: 'capture', when: 'after', outcome: 'hold', times: 9 }),
  })
  const lost = payments.capture(capture).catch((error: unknown) => error)
  for (;;) if ((await effects()).capture === 1) break
  await killed()

  await start(port)
  await lost
  expect(accepted(await payments.capture(capture)).state).toBe('captured')
  expect(await effects()).toMatchObject({ checkout: 1, authorisation: 1, capture: 1 })

  // What no receiver took before the kills still comes.
  inbox.answer(200)
  const seen = new Set<string>()
  while (seen.size < 6) {
    const { body, header } = await inbox.next()
    const notice = payments.verifyWebhook(body, header('stripe-signature'))
    if (notice !== undefined) seen.add(notice.type)
  }
  expect(seen).toContain('checkout.session.completed')
  expect(seen).toContain('payment_intent.succeeded')
})

test('it ends when the pipe from its parent closes, and on SIGTERM', { timeout: 30_000 }, async () => {
  const byPipe = ended()
  child.stdin.end()
  expect(await byPipe).toBe(0)
  await start(0)
  const byTerm = ended()
  child.kill('SIGTERM')
  expect(await byTerm).toBe(0)
})

test('a missing setting is one sentence and exit 1', async () => {
  const { PORT: _, STRIPE_SECRET_KEY: __, ...env } = process.env
  const bare = spawn(process.execPath, ['--import', 'tsx', 'services/stripe-sandbox/main.ts'], { env })
  let words = ''
  bare.stderr.on('data', (data: Buffer) => {
    words += data.toString()
  })
  expect(await new Promise((resolve) => bare.once('exit', resolve))).toBe(1)
  expect(words).toMatch(/^PORT: .*STRIPE_SECRET_KEY: .*\n$/)
  expect(words).not.toContain('    at ')
})
