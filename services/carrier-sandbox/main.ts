import { mkdir } from 'node:fs/promises'
import { z } from 'zod'
import { givenEnvironment, runSandbox } from '../sandbox/process.ts'
import { ownClock } from './own-clock.ts'
import { startCarrierSandbox } from './server.ts'

/**
 * What the sandbox is started with. CLOCK_ANCHOR is the wall time (ms) from which business time runs SPEED times as
 * fast, CLOCK_ANCHOR_BUSINESS what business time it was then (the same when not given). Without an anchor the sandbox
 * starts a clock of its own.
 */
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535),
  STATE_DIR: z.string().min(1),
  CARRIER_KEY: z.string().min(1),
  WEBHOOK_URL: z.url().optional(),
  WEBHOOK_SECRET: z.string().min(1),
  SPEED: z.coerce.number().positive().default(1),
  CLOCK_ANCHOR: z.coerce.number().int().optional(),
  CLOCK_ANCHOR_BUSINESS: z.coerce.number().int().optional(),
  HOST: z.string().optional(),
})

await runSandbox(async () => {
  const env = environment.parse(givenEnvironment())
  const { SPEED: speed, CLOCK_ANCHOR: anchorWall, CLOCK_ANCHOR_BUSINESS: anchorBusiness = anchorWall } = env
  await mkdir(env.STATE_DIR, { recursive: true })
  const sandbox = await startCarrierSandbox({
    port: env.PORT,
    folder: env.STATE_DIR,
    apiKey: env.CARRIER_KEY,
    webhookSecret: env.WEBHOOK_SECRET,
    clock:
      anchorWall === undefined || anchorBusiness === undefined
        ? await ownClock(env.STATE_DIR, speed, Date.now())
        : { anchorWall, anchorBusiness, speed },
    ...(env.WEBHOOK_URL === undefined ? {} : { webhookUrl: env.WEBHOOK_URL }),
    ...(env.HOST === undefined ? {} : { host: env.HOST }),
  })
  return { urls: [sandbox.url], close: sandbox.close }
})
