// Seeds the demonstration: factories, their organisations and accounts, and the three accounts one signs in with.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { createAuth } from '#app/api/auth.ts'
import { openDatabase } from '#prisma/client.ts'
import { readClock } from '#prisma/clock.ts'
import { setPayoutAccount } from '#prisma/factories.ts'
import { factories } from '#prisma/seed/factories.ts'
import { linkedFactories, linkOrganization, seedFactories } from '#prisma/seed/seed.ts'
import { environmentOrExit } from '#runtime/start.ts'
import { openPayoutAccount } from '#services/payout-accounts.ts'
import { railFor } from '#services/payout-rail.ts'
import { keepAccount } from './keep-account.ts'

const accountsGiven = z.array(
  z.object({ role: z.enum(['shopper', 'factory', 'operator']), email: z.email(), password: z.string() }),
)

const environment = environmentOrExit()
if (!environment.demo) {
  process.stderr.write(
    'Demonstration accounts are made in demo mode only. Make the first operator with: npm run operator -- add EMAIL\n',
  )
  process.exit(1)
}
const accounts = accountsGiven.parse(JSON.parse(process.env.ACCOUNTS ?? '[]'))
const simulationPassword = z.string().min(10).parse(process.env.SIMULATION_PASSWORD)

const database = openDatabase(environment.database.url, 4)
const auth = createAuth(database, {
  origin: environment.web.origin,
  secret: environment.authSecret,
  demo: true,
  sendReset: async () => undefined,
})
// The clock begins with the installation, not with its first order.
await readClock(database, environment.speed, Date.now())
await seedFactories(database, factories)

const linked = new Map((await linkedFactories(database)).map((factory) => [factory.id, factory]))
for (const { profile, demo } of factories) {
  const known = linked.get(profile.id)
  const member = demo ? accounts.find(({ role }) => role === 'factory') : undefined
  const email = member?.email ?? `${profile.id}@factories.makerline.example`
  const isNew = known?.organizationId == null
  if (isNew || member !== undefined) {
    const user = await keepAccount(auth, {
      email,
      name: profile.name,
      password: member?.password ?? simulationPassword,
      role: 'shopper',
    })
    if (isNew) {
      const organization = await auth.api.createOrganization({
        body: { name: profile.name, slug: profile.id, userId: user },
      })
      await linkOrganization(database, profile.id, organization.id)
    }
  }
  if (known?.payoutAccount == null && railFor(profile.country) === 'connect') {
    const account = { factory: profile.id, country: profile.country, email, idempotencyKey: `account/${profile.id}` }
    const opened = await openPayoutAccount(environment.stripe, account)
    await setPayoutAccount(database, profile.id, opened)
    await onboard(opened)
  }
}
for (const { role, email, password } of accounts) {
  if (role !== 'factory')
    await keepAccount(auth, { email, name: role === 'operator' ? 'Olga Operator' : 'Sam Shopper', password, role })
}
/** A simulated factory has nobody to fill in Stripe's form; at Stripe itself a factory does that. */
async function onboard(account: string): Promise<void> {
  const { apiUrl } = environment.stripe
  if (apiUrl === undefined) return
  await fetch(new URL('/_sandbox/onboard', apiUrl), { method: 'POST', body: JSON.stringify({ account }) })
}

// Who the simulation plays: it knows no database.
const simulated = factories
  .filter(({ demo }) => !demo)
  .map(({ profile, temper, bidding }) => ({ factory: profile.id, temper, bidding }))
writeFileSync(join(environment.dataDir, 'simulated-factories.json'), JSON.stringify(simulated), { mode: 0o600 })
await database.close()
