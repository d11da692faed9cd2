// One whole order, from a design to the factory's payout, by the public API alone: as the shopper, as the member of the one
// factory that bids by hand, and as the operator, each with their own account.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { createLog } from '#runtime/log.ts'
import { playFactory } from '../factory.ts'
import { openSession, type Site, signIn } from '../session.ts'
import { SimulatedShopper } from '../shopper.ts'
import { readClock } from '../site-clock.ts'
import { orderTheWholeWay } from './order.ts'
import { createView } from './view.ts'

const readySchema = z.object({
  web: z.string(),
  temporalUi: z.string(),
  accounts: z.array(z.object({ role: z.string(), email: z.string(), password: z.string() })),
})

const ready = readySchema.parse(JSON.parse(readFileSync(z.string().parse(process.env.READY), 'utf8')))
const site: Site = { site: ready.web, origin: ready.web }
const ending = new AbortController()
process.on('SIGTERM', () => process.exit(1))

function account(role: string) {
  const found = ready.accounts.find((each) => each.role === role)
  if (found === undefined) throw new Error(`There is no ${role} to sign in as`)
  return found
}

const [shopper, maker, operator] = await Promise.all([
  SimulatedShopper.signedIn(site, account('shopper')),
  signIn(site, account('factory')).then((token) => openSession(site, token)),
  signIn(site, account('operator')).then((token) => openSession(site, token)),
])
const view = createView(process.stdout, await readClock(shopper.session), 'Europe/Rome')
const log = createLog({ part: 'demo', level: 'silent' })
const making = playFactory({ session: maker, temper: 'eager', log, signal: ending.signal })

let done = false
try {
  done = await Promise.race([
    orderTheWholeWay({ shopper, operator, view, temporalUi: ready.temporalUi }),
    making.then(() => false),
  ])
} catch (error) {
  view.step('Failed', error instanceof Error ? error.message : String(error))
}
view.end()
ending.abort()
shopper.close()
process.exit(done ? 0 : 1)
