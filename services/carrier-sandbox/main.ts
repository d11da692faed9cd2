import { z } from 'zod'
import { runSandbox } from '../sandbox/process.ts'
import { startCarrierSandbox } from './server.ts'

/**
 * What the sandbox is started with. CLOCK_ANCHOR is the wall time (ms) from which business time runs CLOCK_SPEED times
 * as fast; CLOCK_ANCHOR_BUSINESS what business time it was then, the same when not given.
 */
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535),
  STATE_DIR: z.string().min(1),
  CARRIER_API_KEY: z.string().min(1),
  WEBHOOK_URL: z.url().optional(),
  WEBHOOK_SECRET: z.string().min(1),
  CLOCK_ANCHOR: z.coerce.number().int(),
  CLOCK_ANCHOR_BUSINESS: z.coerce.number().int().optional(),
  CLOCK_SPEED: z.coerce.number().positive(),
  HOST: z.string().optional(),
})

await runSandbox(async () => {
  const env = environment.parse(process.env)
  const sandbox = await startCarrierSandbox({
    port: env.PORT,
    folder: env.STATE_DIR,
    apiKey: env.CARRIER_API_KEY,
    webhookSecret: env.WEBHOOK_SECRET,
    clock: {
      anchorWall: env.CLOCK_ANCHOR,
      anchorBusiness: env.CLOCK_ANCHOR_BUSINESS ?? env.CLOCK_ANCHOR,
      speed: env.CLOCK_SPEED,
    },
    ...(env.WEBHOOK_URL === undefined ? {} : { webhookUrl: env.WEBHOOK_URL }),
    ...(env.HOST === undefined ? {} : { host: env.HOST }),
  })
  return { urls: [sandbox.url], close: sandbox.close }
})
