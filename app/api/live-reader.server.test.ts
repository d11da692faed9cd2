import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#prisma/client.ts'
import { freshDatabase } from '#prisma/fresh-database.ts'
import { createLog } from '#runtime/log.ts'
import { LiveReader } from './live-reader.ts'

const log = createLog({ part: 'test', level: 'silent' })
let fresh: Awaited<ReturnType<typeof freshDatabase>>
let sequence = 0

beforeAll(async () => {
  fresh = await freshDatabase()
  await fresh.database.pool.query(
    `INSERT INTO "order" (id, owner_id, idempotency_key, body_hash, access_key, hash, product, version, quantity, email, address,
       country, shown_amount, currency, stage, waiting_on, waiting_since, created_at, updated_at)
     VALUES ('o1', 'u1', 'k', 'b', 'a', 'h', 'shelf', 1, 1, 'x@example.com', '{}', 'DE', 1, 'EUR', 'quoting', 'factory', now(), now(), now())`,
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
  for await (const event of reader.follow({ cursor, wanted: () => true, signal: stop.signal })) {
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
