import pg from 'pg'
import { z } from 'zod'
import type { Ready } from './ready.ts'

const stripeEffects = z.object({
  counts: z.record(z.string(), z.number()),
  effects: z.array(z.object({ kind: z.string(), amount: z.number() })),
})

/** What was done to the shopper's money and the factory's for one order, counted where it happened; amounts in minor units by kind. */
export async function atStripe({ stripe }: Pick<Ready, 'stripe'>, order: string): Promise<Record<string, number[]>> {
  const response = await fetch(`${stripe}/_sandbox/effects?order=${order}`)
  const { counts, effects } = stripeEffects.parse(await response.json())
  const amounts = (kind: string) => effects.filter((effect) => effect.kind === kind).map(({ amount }) => amount)
  return Object.fromEntries(Object.keys(counts).map((kind) => [kind, amounts(kind)]))
}

const carrierEffects = z.object({
  counts: z.object({ shipments: z.number(), cancelled: z.number(), cartons: z.number() }),
})

/** How much the carrier was given for one order. */
export async function atCarrier({ carrier }: Pick<Ready, 'carrier'>, order: string) {
  return carrierEffects.parse(await (await fetch(`${carrier}/_sandbox/effects?order=${order}`)).json()).counts
}

/** Makes the carrier do now what would take days. */
export async function carrierDoes({ carrier }: Pick<Ready, 'carrier'>, order: string, kind: 'collected' | 'delivered') {
  await fetch(`${carrier}/_sandbox/events`, { method: 'POST', body: JSON.stringify({ order, kind }) })
}

/** An order's books: what each account holds by the end, and whether every transaction sums to zero in its currency. */
export async function booksOf({ databaseUrl }: Pick<Ready, 'databaseUrl'>, order: string) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ transaction: string; account: string; amount: number; currency: string }>(
      'SELECT transaction, account, amount, currency FROM ledger_entry WHERE order_id = $1',
      [order],
    )
    const sums = new Map<string, number>()
    const balances: Record<string, number> = {}
    for (const { transaction, account, amount, currency } of rows) {
      const key = `${transaction} ${currency}`
      sums.set(key, (sums.get(key) ?? 0) + amount)
      balances[account] = (balances[account] ?? 0) + amount
    }
    return { transactions: sums.size, unbalanced: [...sums].filter(([, sum]) => sum !== 0), balances }
  } finally {
    await client.end()
  }
}
