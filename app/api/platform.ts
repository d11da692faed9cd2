import { type Client, Connection } from '@temporalio/client'
import { type BusinessClock, businessNow } from '#models/order/clock.ts'
import { type Database, openDatabase } from '#prisma/client.ts'
import { readClock } from '#prisma/clock.ts'
import type { Environment } from '#runtime/environment.ts'
import { createLog, type Log } from '#runtime/log.ts'
import { type Carrier, createCarrier } from '#services/carrier.ts'
import { createFiles, type Files } from '#services/files.ts'
import { passwordResetLetter } from '#services/letters.ts'
import { createMailer } from '#services/mail.ts'
import { createPayments, type Payments } from '#services/payments.ts'
import { createClient, defaultTaskQueue } from '#workflows/client.ts'
import { type Auth, createAuth } from './auth.ts'
import { LiveReader } from './live-reader.ts'
import { Sessions } from './sessions.ts'

/** What every request of one web process shares. */
export type Platform = {
  readonly environment: Environment
  readonly database: Database
  readonly temporal: Client
  readonly taskQueue: string
  readonly clock: BusinessClock
  /** business epoch ms */
  readonly now: () => number
  readonly auth: Auth
  readonly sessions: Sessions
  /** Answers what better-auth answers: signing in and out, new passwords, one's account. */
  readonly authenticate: (request: Request) => Promise<Response>
  readonly payments: Payments
  readonly carrier: Carrier
  readonly files: Files
  readonly live: LiveReader
  readonly log: Log
  close(): Promise<void>
}

/** Opens the connections; nothing is asked before the first request but the clock. */
export async function openPlatform(environment: Environment, taskQueue = defaultTaskQueue): Promise<Platform> {
  const log = createLog({ part: 'web', level: environment.logLevel })
  const database = openDatabase(environment.database.url, 20)
  const clock = await readClock(database, environment.speed, Date.now())
  const { temporal: at } = environment
  const connection = Connection.lazy({
    address: at.address,
    tls: at.tls,
    ...(at.apiKey === undefined ? {} : { apiKey: at.apiKey }),
  })
  const mailer = createMailer(environment.mail)
  const live = new LiveReader(database, log)
  const auth = createAuth(database, {
    origin: environment.web.origin,
    secret: environment.authSecret,
    demo: environment.demo,
    sendReset: async ({ to, url, key }) => {
      await mailer.send({ to, key, ...passwordResetLetter('en', url) })
    },
  })
  const sessions = new Sessions(auth.api)
  return {
    environment,
    database,
    temporal: createClient(connection, at.namespace),
    taskQueue,
    clock,
    now: () => businessNow(clock, Date.now()),
    auth,
    sessions,
    async authenticate(request) {
      try {
        return await auth.handler(request)
      } finally {
        if (request.method !== 'GET') sessions.forget()
      }
    },
    payments: createPayments({ ...environment.stripe }),
    carrier: createCarrier(environment.carrier),
    files: createFiles(environment.files),
    live,
    log,
    async close() {
      live.close()
      mailer.close()
      await connection.close()
      await database.close()
    },
  }
}
