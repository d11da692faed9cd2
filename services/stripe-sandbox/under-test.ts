import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Stripe from 'stripe'
import { z } from 'zod'
import type { CheckoutSession } from '../payment.ts'
import type { PaymentRefusal } from '../payment-refusal.ts'
import { createPayments, type Payments } from '../payments.ts'
import { type StripeSandboxConfig, startStripeSandbox } from './server.ts'

/** A sandbox of a test's own on a free port, with our side of it and the raw SDK. */
export type SandboxUnderTest = {
  readonly url: string
  readonly folder: string
  readonly payments: Payments
  readonly stripe: Stripe
  control(path: string, input?: unknown): Promise<unknown>
  effects(order?: string): Promise<z.infer<typeof effectsShape>>
  /** An open page for 312.50 EUR. */
  checkout(order: string, more?: { expiresAt?: number; key?: string }): Promise<CheckoutSession & { url: string }>
  close(): Promise<void>
}

const effectsShape = z.object({
  counts: z.record(z.string(), z.int()),
  effects: z.array(z.object({ kind: z.string(), target: z.string(), amount: z.int(), key: z.string().optional() })),
})

export const testSecrets = { secretKey: 'sk_test_sandbox', webhookSecret: 'whsec_sandbox' } as const

export async function sandboxUnderTest(
  config: Partial<Pick<StripeSandboxConfig, 'now' | 'webhookUrl' | 'folder'>> = {},
): Promise<SandboxUnderTest> {
  const folder = config.folder ?? (await mkdtemp(join(tmpdir(), 'stripe-sandbox-')))
  const sandbox = await startStripeSandbox({ port: 0, ...testSecrets, ...config, folder })
  const { hostname, port } = new URL(sandbox.url)
  const stripe = new Stripe(testSecrets.secretKey, {
    host: hostname,
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  })
  const payments = createPayments({ ...testSecrets, apiUrl: sandbox.url })

  const read = async (response: Response): Promise<unknown> => {
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    return response.json()
  }

  return {
    url: sandbox.url,
    folder,
    payments,
    stripe,
    control: async (path, input = {}) =>
      read(await fetch(`${sandbox.url}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(input) })),
    async effects(order) {
      const query = order === undefined ? '' : `?order=${order}`
      return effectsShape.parse(await read(await fetch(`${sandbox.url}/_sandbox/effects${query}`)))
    },
    async checkout(order, more = {}) {
      const session = await payments.createCheckout({
        order,
        amount: 31_250,
        currency: 'EUR',
        email: 'shopper@example.com',
        lines: [
          { name: 'Shelf', amount: 25_000, quantity: 1 },
          { name: 'Freight', amount: 6_250, quantity: 1 },
        ],
        successUrl: 'http://shop.example/orders/o1?session={CHECKOUT_SESSION_ID}',
        cancelUrl: 'http://shop.example/orders/o1',
        expiresAt: more.expiresAt ?? (config.now ?? Date.now)() + 31 * 60_000,
        idempotencyKey: more.key ?? `checkout-${order}`,
      })
      if ('refused' in session || session.url === undefined) throw new Error('no checkout')
      return { ...session, url: session.url }
    },
    async close() {
      await sandbox.close()
      if (config.folder === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The answer, or a failed test: for steps that must not be refused. */
export function accepted<Answer extends object>(answer: Answer | PaymentRefusal): Answer {
  if ('refused' in answer) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer
}
