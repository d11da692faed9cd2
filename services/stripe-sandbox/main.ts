import { z } from 'zod'
import { givenEnvironment, runSandbox } from '../sandbox/process.ts'
import { startStripeSandbox } from './server.ts'

/** What the sandbox is started with; all but the port and the folder has a default that suits a machine of one's own. */
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535),
  STATE_DIR: z.string().min(1),
  STRIPE_SECRET_KEY: z.string().min(1),
  WEBHOOK_URL: z.url().optional(),
  WEBHOOK_SECRET: z.string().min(1),
  PUBLIC_URL: z.url().optional(),
  HOST: z.string().optional(),
})

await runSandbox(async () => {
  const env = environment.parse(givenEnvironment())
  const sandbox = await startStripeSandbox({
    port: env.PORT,
    folder: env.STATE_DIR,
    secretKey: env.STRIPE_SECRET_KEY,
    webhookSecret: env.WEBHOOK_SECRET,
    ...(env.WEBHOOK_URL === undefined ? {} : { webhookUrl: env.WEBHOOK_URL }),
    ...(env.PUBLIC_URL === undefined ? {} : { publicUrl: env.PUBLIC_URL }),
    ...(env.HOST === undefined ? {} : { host: env.HOST }),
  })
  return { urls: [sandbox.url], close: sandbox.close }
})
