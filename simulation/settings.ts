import { z } from 'zod'

/** What the simulation is told at its start. It knows the site by its address alone. */
export type Settings = {
  /** where the site answers, without a slash at the end */
  readonly site: string
  /** the site's public origin, which sign-in checks */
  readonly origin: string
  /** the password of every simulated factory's account */
  readonly password: string
  readonly host: string
  readonly healthPort: number | undefined
  /** the folder that holds `simulated-factories.json` */
  readonly dataDir: string
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

const address = z.url({ protocol: /^https?$/ }).transform((text) => new URL(text).origin)

const variables = z.object({
  SITE: address,
  ORIGIN: address.optional(),
  SIMULATION_PASSWORD: z.string().min(10),
  HOST: z.string().default('127.0.0.1'),
  HEALTH_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  DATA_DIR: z.string().min(1),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
})

/**
 * Reads the environment once.
 * @throws an Error that names the variables that are missing or wrong, without their values
 */
export function readSettings(source: Readonly<Record<string, string | undefined>>): Settings {
  const read = variables.safeParse(source)
  if (!read.success) {
    const names = new Set(read.error.issues.map(({ path }) => path.join('.')))
    throw new Error(`The simulation cannot start: ${[...names].join(', ')} missing or wrong.`)
  }
  const { SITE, ORIGIN, SIMULATION_PASSWORD, HOST, HEALTH_PORT, DATA_DIR, LOG_LEVEL } = read.data
  return {
    site: SITE,
    origin: ORIGIN ?? SITE,
    password: SIMULATION_PASSWORD,
    host: HOST,
    healthPort: HEALTH_PORT,
    dataDir: DATA_DIR,
    logLevel: LOG_LEVEL,
  }
}
