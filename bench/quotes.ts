import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plainOptions } from '#models/product/options.ts'
import { somebody } from '#simulation/people.ts'
import { anyOptions, SimulatedShopper } from '#simulation/shopper.ts'
import { startSystem } from '../scripts/own-system.mjs'
import { openPeer, type Peer } from './bare/peer.ts'
import { median, rounded, timed } from './system/figures.ts'
import { hold } from './system/hold.ts'

const rounds = 5
const perRound = 16
const warmUps = 30

type Shopper = SimulatedShopper
type Round = { readonly quotes: number[]; readonly bare: number[]; without: number }

/** The options as the API takes them. */
/**
 * One submission of a random reachable shelf over HTTP, timed from the request to the answer with its quotes. The order is
 * cancelled afterwards, so that each finds the factories as free as the one before.
 */
async function submit(shopper: Shopper, seed: string): Promise<{ ms: number; quotes: number }> {
  const { version, options } = await anyOptions(seed)
  const { api } = shopper.session
  const design = await api.designs.save.mutate({ product: 'shelf', version, options: plainOptions(options) })
  const address = somebody(seed, 'DE')
  let quotes = 0
  let order = ''
  const ms = await timed(async () => {
    const answer = await api.orders.submit.mutate({
      design: design.id,
      idempotencyKey: seed,
      email: 'bench@shoppers.makerline.example',
      address,
      quantity: 1,
    })
    quotes = answer.quotes.length
    order = answer.order
  })
  await api.orders.cancel.mutate({ order })
  return { ms, quotes }
}

async function measure(shopper: Shopper, peer: Peer, round: number): Promise<Round> {
  const result: Round = { quotes: [], bare: [], without: 0 }
  const ask = async () => {
    for (let index = 0; index < perRound; index += 1) {
      const { ms, quotes } = await submit(shopper, `round ${round} ${index}`)
      if (quotes > 0) result.quotes.push(ms)
      else result.without += 1
    }
  }
  const run = async () => {
    for (let index = 0; index < perRound; index += 1) result.bare.push(await timed(() => peer.run(`${round}/${index}`)))
  }
  // Who begins changes from round to round.
  for (const side of round % 2 === 0 ? [ask, run] : [run, ask]) await side()
  return result
}

/**
 * The bench `quotes`: from the submission over HTTP to the first quotes, their slots held, against a bare workflow of three
 * activities on the same Temporal server; both one at a time, p50 of each round, the median of the rounds' ratios.
 */
export async function run(
  progress: (line: string) => void,
): Promise<{ figures: Record<string, number>; detail: unknown }> {
  const dir = await mkdtemp(join(tmpdir(), 'makerline-bench-'))
  const system = await startSystem({ dir })
  try {
    const { web, temporalAddress, accounts, pids } = system.ready()
    // What the simulated factories do on the same cores meanwhile is no part of the question.
    hold([pids.simulation], true)
    const account = accounts.find(({ role }) => role === 'shopper')
    if (account === undefined) throw new Error('The system has no shopper')
    const peer = await openPeer(temporalAddress)
    const shopper = await SimulatedShopper.signedIn({ site: web, origin: web }, account)
    progress('system ready, warming up')
    for (let index = 0; index < warmUps; index += 1) {
      await submit(shopper, `warm ${index}`)
      await peer.run(`warm/${index}`)
    }
    const all: Round[] = []
    for (let round = 1; round <= rounds; round += 1) {
      const result = await measure(shopper, peer, round)
      all.push(result)
      progress(
        `round ${round} of ${rounds}: quotes ${median(result.quotes).toFixed(0)} ms, bare ${median(result.bare).toFixed(0)} ms`,
      )
    }
    await peer.close()
    shopper.close()
    return {
      figures: {
        first_quotes_ratio: rounded(median(all.map(({ quotes, bare }) => median(quotes) / median(bare)))),
      },
      detail: {
        quotes_p50_ms: all.map(({ quotes }) => rounded(median(quotes), 1)),
        bare_p50_ms: all.map(({ bare }) => rounded(median(bare), 1)),
        submissions_without_quotes: all.reduce((sum, { without }) => sum + without, 0),
        submissions: rounds * perRound,
      },
    }
  } finally {
    hold([system.ready().pids.simulation], false)
    await system.stop()
    await rm(dir, { recursive: true, force: true })
  }
}
