// What the caller's environment sets, and what demo mode refuses of it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './repository.mjs'
import { Trouble } from './trouble.mjs'

/** Every variable of .env.example. */
const names = [...readFileSync(join(repository, '.env.example'), 'utf8').matchAll(/^#([A-Z0-9_]+)=/gm)].map(
  ([, name]) => name,
)

/** What the caller has set, empty variables left out; .env fills what the shell leaves open. */
export function readGiven() {
  const file = join(repository, '.env')
  if (existsSync(file) && process.env.MAKERLINE_DOTENV !== 'off') process.loadEnvFile(file)
  const set = names.filter((name) => process.env[name])
  return Object.fromEntries(set.map((name) => [name, process.env[name]]))
}

/** Refuses what demo mode must not touch, before anything is started. */
export function checkGiven(given) {
  if (/^(sk|rk)_live_/.test(given.STRIPE_SECRET_KEY ?? '')) {
    throw new Trouble(
      'STRIPE_SECRET_KEY is a live key, and demo mode takes no real money.',
      'Use a test key (sk_test_…), or leave it unset for the sandbox.',
    )
  }
  if (given.STRIPE_SECRET_KEY && !given.STRIPE_WEBHOOK_SECRET) {
    throw new Trouble(
      'STRIPE_SECRET_KEY is set, but STRIPE_WEBHOOK_SECRET is not.',
      'Set it to the secret of a webhook that points to your ORIGIN/webhooks/stripe (stripe listen prints one).',
    )
  }
  if (given.CARRIER_URL && !(given.CARRIER_KEY && given.CARRIER_SECRET)) {
    throw new Trouble(
      'CARRIER_URL is set, but CARRIER_KEY and CARRIER_SECRET are not.',
      'Set both, or unset CARRIER_URL.',
    )
  }
}

/** Which embedded parts the caller's variables replace. */
export const replaced = (given) => ({
  postgres: Boolean(given.DATABASE_URL),
  temporal: Boolean(given.TEMPORAL_ADDRESS),
  stripe: Boolean(given.STRIPE_SECRET_KEY),
  carrier: Boolean(given.CARRIER_URL),
  mail: Boolean(given.SMTP_URL),
  files: Boolean(given.S3_ENDPOINT),
})

/** What --reset must never reach lies outside DIR: then there is nothing to reset. */
export function checkReset(given) {
  const outside = {
    DATABASE_URL: 'database',
    TEMPORAL_ADDRESS: 'Temporal server',
    S3_ENDPOINT: 'file store',
    S3_BUCKET: 'bucket',
  }
  for (const [name, what] of Object.entries(outside)) {
    if (given[name]) {
      throw new Trouble(
        `--reset empties only the data folder, but ${name} names a ${what} outside of it.`,
        `Unset ${name}, or empty that ${what} yourself.`,
      )
    }
  }
}
