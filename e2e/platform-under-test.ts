import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker'
import { inject } from 'vitest'
import { openContext } from '#app/api/context.ts'
import { answerApi } from '#app/api/http.ts'
import { openPlatform, type Platform } from '#app/api/platform.ts'
import { appRouter } from '#app/api/router.ts'
import { createCallerFactory } from '#app/api/trpc.ts'
import { readClock } from '#prisma/clock.ts'
import { setPayoutAccount } from '#prisma/factories.ts'
import { freshDatabase } from '#prisma/fresh-database.ts'
import { linkOrganization, seedFactories } from '#prisma/seed/seed.ts'
import type { SeedFactory } from '#prisma/seed/seed-factory.ts'
import { readEnvironment } from '#runtime/environment.ts'
import { createCarrier } from '#services/carrier.ts'
import { startCarrierSandbox } from '#services/carrier-sandbox/server.ts'
import { createFiles } from '#services/files.ts'
import { createMailer } from '#services/mail.ts'
import { startMailSandbox } from '#services/mail-sandbox/server.ts'
import { createPayments } from '#services/payments.ts'
import { openPayoutAccount } from '#services/payout-accounts.ts'
import { createPayouts, railFor } from '#services/payout-rail.ts'
import { startStripeSandbox } from '#services/stripe-sandbox/server.ts'
import type { Equipment } from '#workflows/equipment.ts'
import { makeWorker } from '#workflows/make-worker.ts'

const create = createCallerFactory(appRouter)
export type TestCaller = ReturnType<typeof create>

/** The whole platform in one process, on real servers: its own database, task queue, sandboxes, worker and HTTP port. */
export type PlatformUnderTest = {
  readonly platform: Platform
  readonly equipment: Equipment
  readonly web: string
  readonly stripeUrl: string
  readonly carrierUrl: string
  readonly mailUrl: string
  /** The API as a person with this session token; without one as a visitor. */
  as(token?: string): Promise<TestCaller>
  /** A new account; gives its session token and id. */
  signUp(name: string, role?: 'shopper' | 'operator'): Promise<{ token: string; id: string; email: string }>
  /** A member of a seeded factory; the same one each time. */
  memberOf(factory: string): Promise<{ token: string }>
  /** Runs a worker until the returned function is called. */
  startWorker(): Promise<() => Promise<void>>
  stop(): Promise<void>
}

/** `speed` is business seconds per wall second. */
export async function platformUnderTest(options: {
  speed: number
  factories: readonly SeedFactory[]
}): Promise<PlatformUnderTest> {
  const { speed, factories } = options
  const folder = await mkdtemp(join(tmpdir(), 'platform-'))
  const fresh = await freshDatabase()
  let answer: (request: Request) => Promise<Response> = async () => new Response(null, { status: 503 })
  const server = createServer(createRequestListener((request) => answer(request)))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const web = `http://127.0.0.1:${port}`
  const clock = await readClock(fresh.database, speed, Date.now())
  const secrets = {
    stripe: 'sk_test_platform',
    webhook: 'whsec_platform',
    carrier: 'carrier-key',
    carrierSecret: 'carrier-secret-0123456789',
  }
  const stripe = await startStripeSandbox({
    port: 0,
    folder: join(folder, 'stripe'),
    secretKey: secrets.stripe,
    webhookSecret: secrets.webhook,
    webhookUrl: `${web}/webhooks/stripe`,
  })
  const carrier = await startCarrierSandbox({
    port: 0,
    folder: join(folder, 'carrier'),
    apiKey: secrets.carrier,
    webhookSecret: secrets.carrierSecret,
    webhookUrl: `${web}/webhooks/carrier`,
    clock,
  })
  const mail = await startMailSandbox({ port: 0, smtpPort: 0, folder: join(folder, 'mail') })
  const environment = readEnvironment({
    DEMO: '1',
    SPEED: String(speed),
    DATABASE_URL: fresh.url,
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    STRIPE_SECRET_KEY: secrets.stripe,
    STRIPE_WEBHOOK_SECRET: secrets.webhook,
    STRIPE_API_URL: stripe.url,
    CARRIER_URL: carrier.url,
    CARRIER_KEY: secrets.carrier,
    CARRIER_SECRET: secrets.carrierSecret,
    SMTP_URL: mail.smtpUrl,
    AUTH_SECRET: 'only-for-tests-0123456789-0123456789',
    ORIGIN: web,
    DATA_DIR: folder,
    LOG_LEVEL: 'error',
  })
  await seedFactories(fresh.database, factories)
  for (const { profile } of factories) {
    if (railFor(profile.country) !== 'connect') continue
    const account = {
      factory: profile.id,
      country: profile.country,
      email: `${profile.id}@example.com`,
      idempotencyKey: `account/${profile.id}`,
    }
    const opened = await openPayoutAccount(environment.stripe, account)
    await setPayoutAccount(fresh.database, profile.id, opened)
    await fetch(`${stripe.url}/_sandbox/onboard`, { method: 'POST', body: JSON.stringify({ account: opened }) })
  }
  const taskQueue = `test-${fresh.url.split('/').at(-1)}`
  const platform = await openPlatform(environment, taskQueue)
  answer = async (request) => (await answerApi(platform, request)) ?? new Response(null, { status: 404 })
  const mailer = createMailer(environment.mail)
  const equipment: Equipment = {
    database: fresh.database,
    payments: createPayments(environment.stripe),
    payouts: createPayouts({ stripe: environment.stripe }),
    carrier: createCarrier(environment.carrier),
    mailer,
    files: createFiles(environment.files),
    site: web,
  }
  const connection = await NativeConnection.connect({ address: inject('temporalAddress') })
  const members = new Map<string, Promise<{ token: string }>>()
  const workers = new Set<() => Promise<void>>()

  async function signUp(name: string, role: 'shopper' | 'operator' = 'shopper') {
    const email = `${name.toLowerCase().replaceAll(/\W+/g, '-')}-${Math.random().toString(36).slice(2)}@example.com`
    const made = await platform.auth.api.signUpEmail({ body: { email, name, password: 'a long enough password' } })
    if (made.token === null) throw new Error('no session')
    if (role === 'operator') await (await platform.auth.$context).internalAdapter.updateUser(made.user.id, { role })
    return { token: made.token, id: made.user.id, email }
  }

  async function employ(factory: string) {
    const user = await signUp(factory)
    const organization = await platform.auth.api.createOrganization({
      body: { name: factory, slug: factory, userId: user.id },
    })
    await linkOrganization(fresh.database, factory, organization.id)
    return user
  }

  return {
    platform,
    equipment,
    web,
    stripeUrl: stripe.url,
    carrierUrl: carrier.url,
    mailUrl: mail.url,
    signUp,
    async as(token) {
      const headers = new Headers(token === undefined ? {} : { authorization: `Bearer ${token}` })
      return create(await openContext(platform, new Request(`${web}/api/trpc`, { headers })))
    },
    memberOf(factory) {
      const member = members.get(factory) ?? employ(factory)
      members.set(factory, member)
      return member
    },
    async startWorker() {
      const worker = await makeWorker(connection, 'default', equipment, taskQueue)
      const running = worker.run()
      const stop = async () => {
        workers.delete(stop)
        worker.shutdown()
        await running
      }
      workers.add(stop)
      return stop
    },
    async stop() {
      for (const stop of workers) await stop()
      await connection.close()
      mailer.close()
      await platform.close()
      await Promise.all([stripe.close(), carrier.close(), mail.close()])
      server.closeAllConnections()
      server.close()
      await fresh.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Temporal's own log would drown the tests'. */
Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR') })
