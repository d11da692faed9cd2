import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, Connection } from '@temporalio/client'
import { startSystem } from '../scripts/own-system.mjs'
import { openPeer, type Peer } from './orders/direct.ts'
import { atOnce, rate } from './orders/rate.ts'
import { type House, openHouse } from './orders/real.ts'
import { eventsOf, record } from './orders/recording.ts'
import { median, rounded } from './system/figures.ts'
import { hold } from './system/hold.ts'
import { processorTimes, usedPer } from './system/processor-time.ts'

const rounds = 5
const perRound = 24
const warmUps = 16
/** Business seconds a second: a day's drying takes ten, and nobody's deadline passes meanwhile. */
const speed = 8_640
const dryMs = 86_400_000 / speed + 200

type Measured = {
  readonly perSecond: number
  readonly orders: readonly string[]
  readonly used: Record<string, number>
}
type Round = { readonly real: Measured; readonly direct: Measured }

/**
 * The bench `orders`: whole orders a second through the public API, from the design to the payout, against the same workflows told
 * the same messages by a Temporal client, with activities that do nothing. The messages and the activities' answers are those
 * of a real order, read from its histories. The bench plays shoppers and factories, each call when the one before is answered.
 */
export async function run(
  progress: (line: string) => void,
): Promise<{ figures: Record<string, number>; detail: unknown }> {
  const dir = await mkdtemp(join(tmpdir(), 'makerline-bench-'))
  const system = await startSystem({ dir, speed })
  const ready = system.ready()
  const { simulation, web, worker, postgres, temporal, stripe, carrier, mail } = ready.pids
  const parts = { web, worker, postgres, temporal, stripe, carrier, mail }
  const site = [web, worker]
  // The bench plays the factories.
  hold([simulation], true)
  const connection = await Connection.connect({ address: ready.temporalAddress })
  const client = new Client({ connection })
  let house: House | undefined
  let peer: Peer | undefined
  try {
    const real = await openHouse(dir, ready)
    house = real
    progress('system ready, warming up')
    const { orders } = await rate(real, { count: warmUps, name: 'warm', dryMs })
    const recording = await record(client, orders.at(-1) ?? '')
    const direct = await openPeer(client, ready.temporalAddress, dir, recording)
    peer = direct
    await rate(direct, { count: warmUps, name: 'warm', dryMs })
    hold([direct.pid], true)

    const measured = async (name: string, take: (name: string) => ReturnType<typeof rate>): Promise<Measured> => {
      const times = () => {
        const { user, system: kernel } = process.cpuUsage()
        return { ...processorTimes({ ...parts, noOpWorker: direct.pid }), bench: (user + kernel) / 1000 }
      }
      const before = times()
      const taken = await take(name)
      return { ...taken, used: usedPer(perRound, before, times()) }
    }
    const takeReal = (name: string) => rate(real, { count: perRound, name, dryMs })
    const takeDirect = async (name: string) => {
      hold(site, true)
      hold([direct.pid], false)
      const taken = await rate(direct, { count: perRound, name, dryMs })
      hold([direct.pid], true)
      hold(site, false)
      return taken
    }
    const all: Round[] = []
    for (let round = 1; round <= rounds; round += 1) {
      const one = () => measured(`real-${round}`, takeReal)
      const other = () => measured(`direct-${round}`, takeDirect)
      // Who begins changes from round to round.
      const result =
        round % 2 === 0 ? { real: await one(), direct: await other() } : { direct: await other(), real: await one() }
      all.push(result)
      const [a, b] = [result.real, result.direct].map(({ perSecond }) => perSecond.toFixed(2))
      progress(`round ${round} of ${rounds}: ${a} orders a second, ${b} without effects`)
    }
    const last = all.at(-1)
    const events = await Promise.all((last?.real.orders ?? []).map((order) => eventsOf(client, order)))
    return {
      figures: {
        orders_ratio: rounded(median(all.map((round) => round.real.perSecond / round.direct.perSecond))),
        history_events: Math.max(...events),
      },
      detail: {
        orders_per_second: all.map((round) => rounded(round.real.perSecond, 2)),
        no_op_orders_per_second: all.map((round) => rounded(round.direct.perSecond, 2)),
        no_op_history_events: await eventsOf(client, last?.direct.orders[0] ?? ''),
        messages: recording.before.length + recording.after.length + 1,
        orders: rounds * perRound,
        at_once: atOnce,
        processor_ms_an_order: last?.real.used,
        no_op_processor_ms_an_order: last?.direct.used,
      },
    }
  } catch (error) {
    // What is still asked again when the connection closes would hide it.
    progress(error instanceof Error ? `${error.stack}` : String(error))
    throw error
  } finally {
    hold([simulation, ...site, peer?.pid], false)
    house?.close()
    await peer?.close()
    await connection.close()
    await system.stop()
    await rm(dir, { recursive: true, force: true })
  }
}
