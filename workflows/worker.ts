import { createServer } from 'node:http'
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker'
import { openDatabase } from '#prisma/client.ts'
import { createLog } from '#runtime/log.ts'
import { environmentOrExit, onEnd } from '#runtime/start.ts'
import { createCarrier } from '#services/carrier.ts'
import { createFiles } from '#services/files.ts'
import { createMailer } from '#services/mail.ts'
import { createPayments } from '#services/payments.ts'
import { createPayouts } from '#services/payout-rail.ts'
import type { Equipment } from './equipment.ts'
import { makeWorker } from './make-worker.ts'

const environment = environmentOrExit()
const log = createLog({ part: 'worker', level: environment.logLevel })
Runtime.install({
  shutdownSignals: [],
  logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
    if (level === 'ERROR') log.error({ meta }, message)
    else log.warn({ meta }, message)
  }),
})

const database = openDatabase(environment.database.url, 24)
const mailer = createMailer(environment.mail)
const equipment: Equipment = {
  database,
  mailer,
  payments: createPayments(environment.stripe),
  payouts: createPayouts({ stripe: environment.stripe }),
  carrier: createCarrier(environment.carrier),
  files: createFiles(environment.files),
  site: environment.web.origin,
}
const { temporal } = environment
const connection = await NativeConnection.connect({
  address: temporal.address,
  tls: temporal.tls,
  ...(temporal.apiKey === undefined ? {} : { apiKey: temporal.apiKey }),
})
const worker = await makeWorker(connection, temporal.namespace, equipment)

const health =
  environment.healthPort === undefined
    ? undefined
    : createServer((request, response) => {
        const fine = request.url === '/healthz' && worker.getState() === 'RUNNING'
        response.writeHead(fine ? 200 : 503, { 'content-type': 'text/plain' }).end(fine ? 'ok' : worker.getState())
      }).listen(environment.healthPort, environment.web.host)

const running = worker.run()
onEnd(async () => {
  worker.shutdown()
  await running
  health?.close()
  mailer.close()
  await connection.close()
  await database.close()
}, 15_000)
log.info('The worker runs')
await running
