import { z } from 'zod'
import { givenEnvironment, runSandbox } from '../sandbox/process.ts'
import { startMailSandbox } from './server.ts'

/** The ready line names the pages' address first, then where mail is taken. */
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535),
  SMTP_PORT: z.coerce.number().int().min(0).max(65_535),
  STATE_DIR: z.string().min(1),
  HOST: z.string().optional(),
})

await runSandbox(async () => {
  const env = environment.parse(givenEnvironment())
  const sandbox = await startMailSandbox({
    port: env.PORT,
    smtpPort: env.SMTP_PORT,
    folder: env.STATE_DIR,
    ...(env.HOST === undefined ? {} : { host: env.HOST }),
  })
  return { urls: [sandbox.url, sandbox.smtpUrl], close: sandbox.close }
})
