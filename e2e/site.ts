import { readFileSync } from 'node:fs'
import { z } from 'zod'

const shape = z.object({
  web: z.url(),
  stripe: z.url(),
  carrier: z.url(),
  mail: z.url(),
  databaseUrl: z.string(),
  accounts: z.array(z.object({ role: z.string(), email: z.string(), password: z.string() })),
  pids: z.record(z.string(), z.number()),
})

export type Ready = z.infer<typeof shape>

/** What DIR/ready.json says at this moment: parts that were started again have other process ids. */
export const readReady = (file = process.env.READY ?? '.data/ready.json'): Ready =>
  shape.parse(JSON.parse(readFileSync(file, 'utf8')))

/** The system the journeys run on. */
export const site = readReady()

/** One of the demonstration's accounts. */
export function account(role: 'shopper' | 'factory' | 'operator'): { email: string; password: string } {
  const found = site.accounts.find((each) => each.role === role)
  if (found === undefined) throw new Error(`There is no demonstration account of a ${role}`)
  return found
}

const stripeEffects = z.object({
  counts: z.record(z.string(), z.number()),
  effects: z.array(z.object({ kind: z.string(), amount: z.number() })),
})

/** What was done to the shopper's money and the factory's for one order, counted where it happened; amounts in minor units by kind. */
export async function atStripe(order: string, stripe = site.stripe): Promise<Record<string, number[]>> {
  const response = await fetch(`${stripe}/_sandbox/effects?order=${order}`)
  const { counts, effects } = stripeEffects.parse(await response.json())
  const amounts = (kind: string) => effects.filter((effect) => effect.kind === kind).map(({ amount }) => amount)
  return Object.fromEntries(Object.keys(counts).map((kind) => [kind, amounts(kind)]))
}

const carrierEffects = z.object({ counts: z.object({ shipments: z.number(), cartons: z.number() }) })

/** How much the carrier was given for one order. */
export async function atCarrier(order: string, carrier = site.carrier) {
  return carrierEffects.parse(await (await fetch(`${carrier}/_sandbox/effects?order=${order}`)).json()).counts
}

/** Makes the carrier do something now that would take days. */
export async function carrierDoes(order: string, kind: 'collected' | 'delivered', carrier = site.carrier) {
  await fetch(`${carrier}/_sandbox/events`, { method: 'POST', body: JSON.stringify({ order, kind }) })
}
