import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#prisma/client.ts'
import { currentCursor } from '#prisma/events.ts'
import { freshDatabase } from '#prisma/fresh-database.ts'
import { inTransaction } from '#prisma/steps.ts'
import { createLog } from '#runtime/log.ts'
import { type Interest, LiveReader } from './live-reader.ts'

const log = createLog({ part: 'test', level: 'silent' })
let fresh: Awaited<ReturnType<typeof freshDatabase>>
let sequence = 0

const orders = ['o1', 'o2', 'o3', 'o4']
const ownerOf = (order: string) => (order === 'o4' ? 'u2' : 'u1')

beforeAll(async () => {
  fresh = await freshDatabase()
  for (const order of orders)
    await fresh.database.pool.query(
      `INSERT INTO "order" (id, owner_id, idempotency_key, body_hash, access_key, hash, product, version, quantity, email, address,
         country, shown_amount, currency, stage, waiting_on, waiting_since, created_at, updated_at)
       VALUES ($1, $2, $1, 'b', 'a', 'h', 'shelf', 1, 1, 'x@example.com', '{}', 'DE', 1, 'EUR', 'quoting', 'factory', now(), now(), now())`,
      [order, ownerOf(order)],
    )
})
afterAll(() => fresh.drop())

async function happen(): Promise<number> {
  sequence += 1
  await fresh.database.pool.query(
    `INSERT INTO order_event (order_id, workflow, sequence, kind, at, data) VALUES ('o1', 'order/o1', $1, 'tracked', now(), $2::jsonb)`,
    [sequence, JSON.stringify({ n: sequence })],
  )
  return sequence
}

/** The database, with something happening just after somebody has asked where the table ends. */
function withSomethingHappening(after: () => Promise<unknown>): Database {
  let happened = false
  const pool = new Proxy(fresh.database.pool, {
    get(target, name) {
      if (name !== 'query') return Reflect.get(target, name)
      return async (...args: Parameters<typeof target.query>) => {
        const answer = await target.query(...args)
        if (!happened && String(args[0]).includes('pg_snapshot_xmin(pg_current_snapshot())::text AS')) {
          happened = true
          await after()
        }
        return answer
      }
    },
  })
  return { ...fresh.database, pool }
}

async function first(reader: LiveReader, count: number, cursor?: string): Promise<unknown[]> {
  const stop = new AbortController()
  const seen: unknown[] = []
  for await (const event of reader.follow({ cursor, interests: ['everything'], signal: stop.signal })) {
    seen.push(event.data.n)
    if (seen.length === count) stop.abort()
  }
  return seen
}

test('the first subscriber hears what happens while the reader starts', async () => {
  let expected = 0
  const reader = new LiveReader(
    withSomethingHappening(async () => {
      expected = await happen()
    }),
    log,
  )
  expect(await first(reader, 1)).toEqual([expected])
  reader.close()
})

test('one who comes back hears what was missed and what happens meanwhile, each once and in order', async () => {
  const missed = [await happen(), await happen()]
  const { rows } = await fresh.database.pool.query<{ xid: string; id: string }>(
    'SELECT xid::text, id::text FROM order_event WHERE sequence = $1',
    [(missed[0] ?? 0) - 1],
  )
  const [place] = rows
  let meanwhile = 0
  const reader = new LiveReader(
    withSomethingHappening(async () => {
      meanwhile = await happen()
    }),
    log,
  )
  const seen = await first(reader, 3, place === undefined ? undefined : `${place.xid}-${place.id}`)
  expect(seen).toEqual([...missed, meanwhile])
  reader.close()
})

/** Writes events of all orders, several transactions side by side that commit long after others that began later. */
async function writeOutOfOrder(writers: number, each: number): Promise<void> {
  const write = async (writer: number) => {
    for (let n = 1; n <= each; n += 1) {
      await inTransaction(fresh.database.pool, async (client) => {
        for (let part = 0; part <= (writer + n) % 3; part += 1) {
          await client.query(
            `INSERT INTO order_event (order_id, factory_id, workflow, sequence, kind, at, data) VALUES ($1, $2, $3, $4, $5, now(), '{}')`,
            [
              orders[(writer + n + part) % 4],
              n % 2 === 0 ? 'f1' : null,
              `stress/${writer}`,
              n * 3 + part,
              n % 3 === 0 ? 'shipped' : 'tracked',
            ],
          )
          await client.query('SELECT pg_sleep($1)', [((writer * 7 + n * 3) % 10) / 500])
        }
      })
    }
  }
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
}

/** One event of each order that is of everybody's interest: who has heard the last of them has heard all. */
async function writeLast(): Promise<void> {
  await inTransaction(fresh.database.pool, async (client) => {
    for (const [index, order] of orders.entries())
      await client.query(
        `INSERT INTO order_event (order_id, factory_id, workflow, sequence, kind, at, data) VALUES ($1, 'f1', 'stress/last', $2, 'shipped', now(), $3)`,
        [order, index, JSON.stringify({ last: order })],
      )
  })
}

type EventRow = { cursor: string; order_id: string; factory_id: string | null; kind: string }
/** What one listens for, which rows that are, and whose last event ends it. */
type Wanted = {
  readonly interests: readonly Interest[]
  readonly covers: (row: EventRow) => boolean
  readonly until: string
}

/** Follows from `start`, is cut off after every few events and comes back with the last one seen. */
async function followWithCuts(reader: LiveReader, { interests, until }: Wanted, start: string, cutAfter: number) {
  const seen: string[] = []
  for (let over = false; !over; ) {
    const cut = new AbortController()
    let here = 0
    for await (const event of reader.follow({ cursor: seen.at(-1) ?? start, interests, signal: cut.signal })) {
      seen.push(event.cursor)
      here += 1
      over = event.data.last === until
      if (over || here === cutAfter) cut.abort()
    }
  }
  return seen
}

test('whoever listens, and however often they are cut off, hears all that is theirs once and in the order of commits', async () => {
  const all: Wanted[] = [
    ...orders.map(
      (order): Wanted => ({ interests: [`order/${order}`], covers: (row) => row.order_id === order, until: order }),
    ),
    { interests: ['owner/u1'], covers: (row) => ownerOf(row.order_id) === 'u1', until: 'o3' },
    { interests: ['factory/f1'], covers: (row) => row.factory_id === 'f1', until: 'o4' },
    { interests: ['kind/shipped'], covers: (row) => row.kind === 'shipped', until: 'o4' },
    { interests: ['everything', 'order/o1', 'owner/u2'], covers: () => true, until: 'o4' },
    {
      interests: ['order/o2', 'order/o3', 'factory/f1'],
      covers: (row) => ['o2', 'o3'].includes(row.order_id) || row.factory_id === 'f1',
      until: 'o4',
    },
  ]
  const reader = new LiveReader(fresh.database, log)
  const start = await currentCursor(fresh.database.pool)
  const following = all.flatMap((wanted) =>
    [1, 7, 40, Number.POSITIVE_INFINITY].map(async (cutAfter) => ({
      name: `${wanted.interests}, cut after ${cutAfter}`,
      wanted,
      seen: await followWithCuts(reader, wanted, start, cutAfter),
    })),
  )
  await writeOutOfOrder(8, 30)
  await writeLast()
  const { rows } = await fresh.database.pool.query<EventRow>(
    `SELECT xid || '-' || id AS cursor, order_id, factory_id, kind FROM order_event WHERE workflow LIKE 'stress/%'
     ORDER BY xid, id`,
  )
  expect(rows.length).toBeGreaterThan(400)
  for (const { name, wanted, seen } of await Promise.all(following))
    expect(seen, name).toEqual(rows.filter(wanted.covers).map(({ cursor }) => cursor))
  reader.close()
}, 60_000)
