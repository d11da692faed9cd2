import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '#prisma/client.ts'
import { startSystem } from '../scripts/own-system.mjs'
import { byInsert, byStep, connections, orders, rate, seedOrders } from './events/writing.ts'
import { median, rounded } from './system/figures.ts'
import { hold } from './system/hold.ts'

const rounds = 7
const roundMs = 3_000
const watchers = 100

type Round = { readonly off: number; readonly on: number; readonly plain: number }

/** A reader and its watchers, in a process of their own as the site is. */
async function startWatchers(url: string): Promise<ChildProcess> {
  const path = fileURLToPath(new URL('./events/watchers.ts', import.meta.url))
  const child = fork(path, [url, String(watchers), String(orders)], { execArgv: ['--import', 'tsx'] })
  await once(child, 'message')
  return child
}

/** Ends the watchers once they have seen all that was written; throws when some is missing. */
async function endWatchers(child: ChildProcess, written: number): Promise<void> {
  const deadline = Date.now() + 20_000
  for (;;) {
    child.send('seen')
    const [seen] = await once(child, 'message')
    if (seen === written) break
    if (Date.now() > deadline) throw new Error(`The watchers saw ${seen} of ${written} events`)
    await delay(50)
  }
  const gone = once(child, 'exit')
  child.send('end')
  await gone
}

/**
 * The bench `events`: order events written per second over 32 connections by the function every step goes through, with a reader
 * and 100 watchers in a process of their own and without; and the same function against a plain insert of the same row.
 */
export async function run(
  progress: (line: string) => void,
): Promise<{ figures: Record<string, number>; detail: unknown }> {
  const dir = await mkdtemp(join(tmpdir(), 'makerline-bench-'))
  const system = await startSystem({ dir })
  const { databaseUrl, pids } = system.ready()
  const others = [pids.simulation, pids.web, pids.worker]
  hold(others, true)
  const database = openDatabase(databaseUrl, connections)
  try {
    await seedOrders(database)
    await rate(database, 'warm', byStep, roundMs)
    await rate(database, 'warm-plain', byInsert, roundMs)
    const all: Round[] = []
    for (let round = 1; round <= rounds; round += 1) {
      const off = async () => (await rate(database, `off-${round}`, byStep, roundMs)).perSecond
      const plain = async () => (await rate(database, `plain-${round}`, byInsert, roundMs)).perSecond
      const on = async () => {
        const child = await startWatchers(databaseUrl)
        const { perSecond, written } = await rate(database, `on-${round}`, byStep, roundMs)
        await endWatchers(child, written)
        return perSecond
      }
      // Who begins changes from round to round.
      const result =
        round % 2 === 0
          ? { off: await off(), on: await on(), plain: await plain() }
          : { plain: await plain(), on: await on(), off: await off() }
      all.push(result)
      const [a, b, c] = [result.off, result.on, result.plain].map((value) => Math.round(value))
      progress(`round ${round} of ${rounds}: ${a} events a second, ${b} while watched, ${c} plain inserts`)
    }
    return {
      figures: {
        writes_ratio: rounded(median(all.map(({ on, off }) => on / off))),
        insert_ratio: rounded(median(all.map(({ off, plain }) => off / plain))),
      },
      detail: {
        events_per_second: all.map(({ off }) => Math.round(off)),
        watched_per_second: all.map(({ on }) => Math.round(on)),
        plain_inserts_per_second: all.map(({ plain }) => Math.round(plain)),
      },
    }
  } finally {
    await database.close()
    hold(others, false)
    await system.stop()
    await rm(dir, { recursive: true, force: true })
  }
}
