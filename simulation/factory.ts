import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '#runtime/log.ts'
import { type Act, answerTo, type Job, nextActs, type QuoteRequest } from './decide.ts'
import { perform } from './perform.ts'
import { refusalOf, type Session } from './session.ts'
import { readClock, type SiteClock } from './site-clock.ts'
import type { Temper } from './temper.ts'

/** How often everything is read again though nothing was heard: 4 business hours, but no more and no less than these, wall ms. */
const poll = { business: 4 * 3_600_000, least: 2_000, most: 30_000 } as const
/** Waited on top of drying times, wall ms: a request takes a moment, and clocks differ. */
const grace = 50
/** Jobs that a factory's office handles at once. */
const hands = 4
const longestBackoff = 10_000

/** What the platform tells of the factory's own doing; it knows that already. */
const ownDoing: ReadonlySet<string> = new Set([
  'accepted',
  'production_started',
  'operation_started',
  'operation_paused',
  'operation_finished',
  'shipped',
  'handed_over',
])

export type PlayedFactory = {
  readonly session: Session
  readonly temper: Temper
  readonly log: Log
  readonly signal: AbortSignal
}

/**
 * Plays one factory until the signal: hears of changes, looks at its open requests and jobs, and does what is due.
 * Keeps nothing that the API does not give again, so it may be stopped and started at any time.
 * Throws when it is not signed in any more; everything else is tried again.
 */
export async function playFactory(played: PlayedFactory): Promise<void> {
  const clock = await readClock(played.session)
  const { zone } = await played.session.api.plan.own.query({ days: 1 })
  await new Factory(played, clock, zone).run()
}

class Factory {
  private readonly jobs = new Map<string, Job>()
  private requests: readonly QuoteRequest[] = []
  private stale = true
  private wake: () => void = () => undefined
  /** what was refused or failed waits until then, wall ms, longer each time */
  private readonly waits = new Map<string, { until: number; times: number }>()
  private readonly played: PlayedFactory
  private readonly clock: SiteClock
  private readonly zone: string
  private readonly pollMs: number
  /** wall ms */
  private looked = 0

  constructor(played: PlayedFactory, clock: SiteClock, zone: string) {
    this.zone = zone
    this.played = played
    this.clock = clock
    this.pollMs = Math.min(poll.most, Math.max(poll.least, poll.business / clock.speed))
    played.signal.addEventListener('abort', () => this.wake())
  }

  async run(): Promise<void> {
    const { signal } = this.played
    const stopListening = this.listen()
    try {
      for (let failures = 0; !signal.aborted; ) {
        try {
          if (this.stale || Date.now() >= this.looked + this.pollMs) await this.look()
          await this.turn()
          failures = 0
        } catch (error) {
          if (signal.aborted) return
          if (refusalOf(error)?.code === 'not_signed_in') throw error
          failures += 1
          this.stale = true
          this.played.log.warn({ err: error }, 'The site did not answer as it should')
          await pause(Math.min(5_000, 250 * 2 ** failures), signal)
        }
      }
    } finally {
      stopListening()
    }
  }

  /** Reads everything again. */
  private async look(): Promise<void> {
    this.stale = false
    this.looked = Date.now()
    const { api } = this.played.session
    const [requests, jobs] = await Promise.all([
      api.jobs.requests.query(),
      api.jobs.list.query({ stages: ['awaiting_acceptance', 'scheduled', 'in_production'] }),
    ])
    this.requests = requests
    this.jobs.clear()
    for (const job of jobs) this.jobs.set(job.job, job)
  }

  /** Does what is due, or waits until something is. */
  private async turn(): Promise<void> {
    const { temper, signal } = this.played
    const deciding = { temper, now: this.clock.now(), zone: this.zone, grace: this.clock.span(grace) }
    const wall = Date.now()
    const acts = [
      ...this.requests.map((request) => answerTo(request, temper)),
      ...[...this.jobs.values()].flatMap((job) => nextActs(job, deciding)),
    ].map((act) => ({ act, wait: Math.max(this.clock.until(act.at), (this.waits.get(keyOf(act))?.until ?? 0) - wall) }))
    const due = acts.filter(({ wait }) => wait <= 0).map(({ act }) => act)
    if (due.length > 0) return this.doAll(due)
    const next = Math.min(Math.max(0, this.looked + this.pollMs - wall), ...acts.map(({ wait }) => wait))
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, next)
      this.wake = () => {
        clearTimeout(timer)
        resolve()
      }
      if (this.stale || signal.aborted) this.wake()
    })
  }

  /** A few at a time; of one job one after the other, each seeing what the one before has changed. */
  private async doAll(due: readonly Act[]): Promise<void> {
    const left = [...new Map(due.map((act) => [keyOf(act), act])).values()]
    const work = async () => {
      for (let act = left.shift(); act !== undefined && !this.played.signal.aborted; act = left.shift())
        await this.tryTo(act)
    }
    await Promise.all(Array.from({ length: hands }, work))
  }

  private async tryTo(act: Act): Promise<void> {
    const { session, temper, log, signal } = this.played
    const key = keyOf(act)
    try {
      const job = await perform(session, act, temper)
      this.waits.delete(key)
      if ('request' in act) this.requests = this.requests.filter((request) => request !== act.request)
      else if (job === undefined) this.jobs.delete(key)
      else this.jobs.set(key, job)
    } catch (error) {
      const refusal = refusalOf(error)
      if (signal.aborted || refusal?.code === 'not_signed_in') throw error
      const times = (this.waits.get(key)?.times ?? 0) + 1
      const wait = Number(refusal?.values.retryAfter) * 1000 || Math.min(longestBackoff, 100 * 2 ** times)
      this.waits.set(key, { until: Date.now() + wait, times })
      this.stale = true
      if (refusal === undefined) log.warn({ err: error, act: act.kind, about: key }, 'Something could not be done')
      else log.info({ refusal, act: act.kind, about: key }, 'Something was refused')
    }
  }

  /** Hears what changes; where the stream ends it is opened again, and everything is read anew. */
  private listen(): () => void {
    const { session, signal, log } = this.played
    let stopped = false
    let close: () => void = () => undefined
    const changed = () => {
      this.stale = true
      this.wake()
    }
    const open = () => {
      if (stopped || signal.aborted) return
      const subscription = session.api.live.changes.subscribe(
        { topics: ['factory'] },
        {
          onStarted: changed,
          onData: ({ data }) => {
            if (!ownDoing.has(data.kind)) changed()
          },
          onError: (error) => {
            log.info({ err: error }, 'The stream of changes ended')
            changed()
            setTimeout(open, 1_000).unref()
          },
        },
      )
      close = () => subscription.unsubscribe()
    }
    open()
    return () => {
      stopped = true
      close()
    }
  }
}

const keyOf = (act: Act): string => ('request' in act ? act.request.request : act.job.job)

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined)
}
