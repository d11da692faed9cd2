import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deadlines } from '#models/order/deadlines.ts'
import { type Act, answerTo, type Job, type JobOperation, nextActs, type QuoteRequest } from './decide.ts'
import type { Temper } from './temper.ts'

const zone = 'Europe/Rome'
const start = Date.parse('2027-03-01T08:00:00Z')
const hour = 3_600_000
const minute = 60_000
const iso = (at: number) => new Date(at).toISOString()
const tempers: readonly Temper[] = ['quick', 'steady', 'slow', 'eager', 'instant']

function operation(key: string, after: readonly string[], more: Partial<JobOperation> = {}): JobOperation {
  return {
    operation: key,
    workCentre: 'saw',
    state: 'planned',
    startsAt: iso(start + 48 * hour),
    endsAt: iso(start + 50 * hour),
    startedAt: null,
    finishedAt: null,
    after: [...after],
    setupS: 600,
    runS: 3000,
    lagS: 0,
    note: null,
    photo: null,
    pauseReason: null,
    ...more,
  }
}

function job(id: string, operations: JobOperation[], stage: Job['stage'] = 'scheduled'): Job {
  return {
    job: id,
    order: 'o',
    stage,
    orderStage: 'scheduled',
    waitingOn: 'factory',
    waitingSince: null,
    dueAt: null,
    hash: 'h',
    product: 'shelf',
    version: 1,
    options: {},
    quantity: 1,
    country: 'DE',
    acceptBy: iso(start + deadlines.acceptance),
    finishesAt: null,
    finishBy: iso(start),
    projectedFinishAt: null,
    promisedAt: iso(start),
    projectedAt: null,
    late: false,
    price: { amount: 1, currency: 'EUR' },
    net: { amount: 1, currency: 'EUR' },
    trace: [],
    operations,
  }
}

const anyTemper = fc.constantFrom(...tempers)
const anyId = fc.string({ minLength: 1, maxLength: 12 })

describe('a factory decides', () => {
  it('within the deadline, and the same when it is asked again', () => {
    fc.assert(
      fc.property(anyTemper, anyId, (temper, id) => {
        const won = job(id, [], 'awaiting_acceptance')
        const [act] = nextActs(won, { temper, now: start, zone })
        expect(nextActs(won, { temper, now: start + hour, zone })[0]).toEqual(act)
        expect(act?.at).toBeGreaterThanOrEqual(start)
        expect(act?.at).toBeLessThan(Date.parse(won.acceptBy))
        const request: QuoteRequest = { request: id, deadline: iso(start + deadlines.handRound) }
        const answer = answerTo(request, temper)
        expect(answer.at).toBeGreaterThanOrEqual(start)
        expect(answer.at).toBeLessThan(Date.parse(request.deadline))
      }),
    )
  })

  it('never gives a job back nor declines when it is eager or instant', () => {
    fc.assert(
      fc.property(anyId, fc.constantFrom<Temper>('eager', 'instant'), (id, temper) => {
        expect(nextActs(job(id, [], 'awaiting_acceptance'), { temper, now: start, zone })[0]?.kind).toBe('accept')
        expect(answerTo({ request: id, deadline: iso(start) }, temper).kind).toBe('bid')
      }),
    )
  })

  it('to start nothing before what it builds on is done and dry', () => {
    const finished = start + 40 * hour
    fc.assert(
      fc.property(anyTemper, anyId, fc.integer({ min: 0, max: 86_400 }), (temper, id, lagS) => {
        const coat = operation('coat', [], { state: 'done', startedAt: iso(start), finishedAt: iso(finished), lagS })
        const pack = operation('pack', ['coat'])
        const acts = nextActs(job(id, [coat, pack]), { temper, now: finished, zone, grace: 5 })
        expect(acts).toHaveLength(1)
        expect(acts[0]?.at).toBeGreaterThanOrEqual(finished + lagS * 1000 + (lagS > 0 ? 5 : 0))
        const open = operation('coat', [], { state: 'running', startedAt: iso(start) })
        const [only, ...others] = nextActs(job(id, [open, pack]), { temper, now: finished, zone })
        expect(only?.kind === 'start').toBe(false)
        expect(others).toEqual([])
      }),
    )
  })

  it('to begin at its planned time, earlier only in working hours, later only when slow', () => {
    const cut = operation('cut', [])
    const startOf = (temper: Temper, id: string) => nextActs(job(id, [cut]), { temper, now: start, zone })[0]?.at ?? 0
    const planned = Date.parse(cut.startsAt)
    expect(startOf('quick', 'a')).toBe(start)
    expect(startOf('eager', 'a')).toBe(start)
    // A Sunday evening: work begins on Monday at eight, local time.
    const sunday = Date.parse('2027-02-28T20:00:00Z')
    expect(nextActs(job('a', [cut]), { temper: 'eager', now: sunday, zone })[0]?.at).toBe(
      Date.parse('2027-03-01T07:00:00Z'),
    )
    fc.assert(
      fc.property(anyId, (id) => {
        expect(startOf('steady', id) - planned).toBeGreaterThanOrEqual(0)
        expect(startOf('steady', id) - planned).toBeLessThanOrEqual(10 * minute)
        expect(startOf('slow', id) - planned).toBeLessThanOrEqual(3 * hour)
      }),
    )
  })

  it('to pause at most once, and to finish after it', () => {
    fc.assert(
      fc.property(anyTemper, anyId, (temper, id) => {
        const begun = Date.parse(operation('cut', []).startsAt)
        let now = begun
        let current = operation('cut', [], { state: 'running', startedAt: iso(begun) })
        const kinds: Act['kind'][] = []
        for (let step = 0; step < 6 && current.state !== 'done'; step += 1) {
          const [act] = nextActs(job(id, [current]), { temper, now, zone })
          if (act === undefined) throw new Error('a running operation always goes on')
          kinds.push(act.kind)
          expect(act.at).toBeGreaterThanOrEqual(begun)
          now = Math.max(now, act.at)
          const state = act.kind === 'pause' ? 'paused' : act.kind === 'finish' ? 'done' : 'running'
          current = { ...current, state }
        }
        expect([['finish'], ['pause', 'start', 'finish']]).toContainEqual(kinds)
      }),
      { numRuns: 400 },
    )
  })

  it('to ship when everything is done and dry', () => {
    const done = operation('pack', [], { state: 'done', startedAt: iso(start), finishedAt: iso(start), lagS: 3600 })
    for (const temper of tempers) {
      const [act] = nextActs(job('a', [done], 'in_production'), { temper, now: start, zone })
      expect(act?.kind).toBe('ship')
      expect(act?.at).toBeGreaterThanOrEqual(start + hour)
    }
    expect(nextActs(job('a', [done], 'shipped'), { temper: 'quick', now: start, zone })).toEqual([])
  })
})
