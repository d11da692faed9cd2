import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Outputs, openSession, type Session, type Site, signIn } from '#simulation/session.ts'
import { SimulatedShopper } from '#simulation/shopper.ts'
import type { Ready } from '../../scripts/own-system.mjs'
import type { Side } from './rate.ts'

/** Factories of Italy are paid by transfer; what they make of decor dries once, when its edges are glued. */
const country = 'IT'
const finish = { material: 'melamine', finish: 'decor-white' }

const remembered = z.object({ secrets: z.object({ simulationPassword: z.string() }) })
const simulated = z.array(z.object({ factory: z.string() }))

/** A shopper and the factories' people, signed in; each order is taken through the public API as fast as it answers. */
export type House = Side<Begun> & { close(): void }

type Begun = { readonly order: string; readonly maker: Session }

/** Signs everybody in at a running system whose data folder is `dir`. */
export async function openHouse(dir: string, ready: Ready): Promise<House> {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(dir, name), 'utf8'))
  const { secrets } = remembered.parse(read('makerline.json'))
  const site: Site = { site: ready.web, origin: ready.web }
  const account = ready.accounts.find(({ role }) => role === 'shopper')
  if (account === undefined) throw new Error('The system has no shopper')
  const shopper = await SimulatedShopper.signedIn(site, account)
  const { defaults } = await shopper.session.api.catalog.product.query({ product: 'shelf' })
  const makers = new Map<string, Session>()
  for (const { factory } of simulated.parse(read('simulated-factories.json'))) {
    const password = secrets.simulationPassword
    makers.set(
      factory,
      openSession(site, await signIn(site, { email: `${factory}@factories.makerline.example`, password })),
    )
  }
  return {
    async begin(n, seed) {
      const answer = await shopper.submit({ seed, options: { ...defaults, ...finish }, country })
      const { order } = answer
      // On a busy machine the answer may come before the quotes.
      const quotes = answer.quotes.length > 0 ? answer.quotes : await shopper.quotes(order)
      const here = quotes.filter(({ factory }) => factory.country === country && makers.has(factory.id))
      const quote = here[n % here.length]
      const maker = quote && makers.get(quote.factory.id)
      if (quote === undefined || maker === undefined) throw new Error(`No factory from ${country} quoted on ${order}`)
      await shopper.pick(order, quote.id)
      const paid = await shopper.pay(order)
      if (!paid.paid) throw new Error(`The card was not taken: ${paid.says}`)
      const { operations } = await maker.api.jobs.accept.mutate({ job: jobOf(order) })
      await work(maker, order, operations)
      return { order, maker }
    },
    async complete({ order, maker }) {
      const { operations } = await maker.api.jobs.get.query({ job: jobOf(order) })
      await work(maker, order, operations)
      await maker.api.jobs.ship.mutate({ job: jobOf(order) })
      await deliver(ready.carrier, order)
      await shopper.until(order, ['delivered'])
      const { stage } = await shopper.confirm(order)
      if (stage !== 'completed') throw new Error(`Order ${order} is ${stage} after its confirmation`)
      return order
    },
    close: () => shopper.close(),
  }
}

/** An order's first job. */
const jobOf = (order: string): string => `${order}-1`

type Operation = Pick<Outputs['jobs']['accept']['operations'][number], 'operation' | 'state' | 'lagS'>

/** Does one operation after the other, up to the first that has to dry. */
async function work({ api }: Session, order: string, operations: readonly Operation[]): Promise<void> {
  const job = jobOf(order)
  for (const { operation, state, lagS } of operations) {
    if (state === 'done') continue
    await api.jobs.start.mutate({ job, operation })
    await api.jobs.finish.mutate({ job, operation })
    if (lagS > 0) return
  }
}

/** The carrier collects and delivers at once, and tells of both by its signed notices. */
async function deliver(carrier: string, order: string): Promise<void> {
  const response = await fetch(`${carrier}/_sandbox/events`, {
    method: 'POST',
    body: JSON.stringify({ order, kind: 'delivered' }),
  })
  if (!response.ok) throw new Error(`The carrier answered with ${response.status}`)
  await response.body?.cancel()
}
