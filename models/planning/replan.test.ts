import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Operation, WorkCentreKind } from '../product/routing.ts'
import { type Calendar, sharedTime } from './calendar.ts'
import { type Interval, intersect, tidy, total } from './interval.ts'
import { dayMs, hourMs, minuteMs } from './local-day.ts'
import { place } from './place.ts'
import type { JobToReplan, Plans, ReplanInput } from './remaining-work.ts'
import { replan } from './replan.ts'
import type { Resource } from './resource.ts'
import { shiftRight } from './shift-right.ts'

const monday = Date.UTC(2026, 10, 23)
const until = monday + 120 * dayMs
const calendar: Calendar = {
  zone: 'UTC',
  shifts: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:00' })),
  closures: [],
}
const machine = (id: string, kind: WorkCentreKind): Resource => ({
  id,
  kind: 'machine',
  workCentres: [kind],
  calendar,
  sharePermille: 1000,
})
const person = (id: string, workCentres: WorkCentreKind[]): Resource => ({
  id,
  kind: 'person',
  workCentres,
  calendar,
  sharePermille: 1000,
})
const resources = [
  machine('saw-1', 'saw'),
  machine('saw-2', 'saw'),
  machine('booth', 'finishing'),
  person('ana', ['saw', 'assembly']),
  person('bo', ['saw', 'finishing']),
  person('cy', ['assembly', 'packing']),
]

function shelf(hours: number): Operation[] {
  const step = (key: string, workCentre: WorkCentreKind, part: number, after: string[], lagS = 0): Operation => ({
    key,
    workCentre,
    setupS: 600,
    runS: Math.round(hours * part * 3600),
    lagS,
    batchKey: '',
    after,
  })
  return [
    step('cut', 'saw', 0.3, []),
    step('coat', 'finishing', 0.2, ['cut'], 24 * 3600),
    step('build', 'assembly', 0.4, ['coat']),
    step('pack', 'packing', 0.1, ['build']),
  ]
}

function book(
  busy: Map<string, Interval[]>,
  segments: readonly { resource: string; startsAt: number; endsAt: number }[],
): void {
  for (const { resource, startsAt, endsAt } of segments) {
    busy.set(resource, [...(busy.get(resource) ?? []), { from: startsAt, to: endsAt }])
  }
}

/** Orders that came one after the other, each at its earliest. */
function jobsOf(orders: readonly { hours: number; slackHours: number }[]): JobToReplan[] {
  const busy = new Map<string, Interval[]>()
  return orders.map(({ hours, slackHours }, i) => {
    const operations = shelf(hours)
    const plan = place({ operations, resources, busy, from: monday, until })
    if ('refused' in plan) throw new Error(plan.refused)
    book(busy, plan.segments)
    return { id: `job-${i}`, operations, ready: new Map(), current: plan, dueAt: plan.finishesAt + slackHours * hourMs }
  })
}

function plansOf(input: ReplanInput): Plans {
  const answer = replan(input)
  if ('refused' in answer) throw new Error(answer.refused)
  return answer.plans
}

const twoOrders = [
  { hours: 6, slackHours: 0 },
  { hours: 6, slackHours: 0 },
]

describe('after a breakdown', () => {
  test('work moves to another machine where that is sooner', () => {
    const jobs = jobsOf(twoOrders.slice(0, 1))
    const saw = jobs[0]?.current.segments.find((each) => each.resource.startsWith('saw'))?.resource ?? ''
    const busy = new Map([[saw, [{ from: monday, to: monday + 10 * dayMs }]]])
    const answer = replan({ jobs, resources, busy, from: monday, until })
    expect(answer).toMatchObject({ moved: [] })
    expect(
      plansOf({ jobs, resources, busy, from: monday, until })
        .get('job-0')
        ?.segments.map((each) => each.resource),
    ).not.toContain(saw)
  })

  test('jobs that cannot keep their finish are named with both times', () => {
    const jobs = jobsOf(twoOrders.slice(0, 1))
    const answer = replan({
      jobs,
      resources,
      busy: new Map([['booth', [{ from: monday, to: monday + 7 * dayMs }]]]),
      from: monday,
      until,
    })
    if ('refused' in answer) throw new Error(answer.refused)
    const [moved] = answer.moved
    expect(moved).toMatchObject({ job: 'job-0', from: jobs[0]?.current.finishesAt })
    expect(moved?.to).toBeGreaterThan(monday + 7 * dayMs)
  })

  test('a work centre that is gone, or no time before the horizon, is said with the job', () => {
    const jobs = jobsOf(twoOrders.slice(0, 1))
    const without = resources.filter((each) => each.id !== 'booth')
    const busy = new Map([['booth', [{ from: monday, to: until }]]])
    expect(replan({ jobs, resources: without, busy: new Map(), from: monday, until })).toEqual({
      refused: 'no_work_centre',
      job: 'job-0',
      workCentre: 'finishing',
    })
    expect(replan({ jobs, resources, busy, from: monday, until })).toMatchObject({
      refused: 'no_capacity',
      job: 'job-0',
      workCentre: 'finishing',
    })
  })
})

test('a late finish pushes what waits for it, and nothing else', () => {
  const jobs = jobsOf([{ hours: 6, slackHours: 48 }])
  const [job] = jobs
  if (!job) throw new Error('no job')
  const rest = job.operations.filter((each) => each.key !== 'cut')
  const late = monday + 3 * dayMs + 9 * hourMs
  const plans = plansOf({
    jobs: [{ ...job, operations: rest, ready: new Map([['cut', late]]) }],
    resources,
    busy: new Map(),
    from: monday,
    until,
  })
  expect(plans.get('job-0')?.operations.find((each) => each.key === 'coat')?.startsAt).toBe(late)
})

test('when an order is cancelled, the one behind it comes forward', () => {
  const jobs = jobsOf([
    { hours: 16, slackHours: 0 },
    { hours: 16, slackHours: 0 },
  ])
  const answer = replan({ jobs: jobs.slice(1), resources, busy: new Map(), from: monday, until })
  if ('refused' in answer) throw new Error(answer.refused)
  expect(answer.moved).toEqual([{ job: 'job-1', from: jobs[1]?.current.finishesAt, to: jobs[0]?.current.finishesAt }])
})

test('without a reason nothing moves later, and with no jobs nothing happens', () => {
  const jobs = jobsOf(twoOrders)
  const answer = replan({ jobs, resources, busy: new Map(), from: monday, until })
  if ('refused' in answer) throw new Error(answer.refused)
  for (const each of answer.moved) expect(each.to).toBeLessThan(each.from)
  expect(replan({ jobs: [], resources, busy: new Map(), from: monday, until })).toEqual({ plans: new Map(), moved: [] })
})

// ── for all orders and breakdowns ──

const orders = fc.array(
  fc.record({ hours: fc.integer({ min: 1, max: 12 }), slackHours: fc.integer({ min: -24, max: 96 }) }),
  { minLength: 1, maxLength: 6 },
)
const breakdowns = fc.array(
  fc.record({
    resource: fc.constantFrom(...resources.map((each) => each.id)),
    start: fc.integer({ min: 0, max: 15 * 24 }),
    hours: fc.integer({ min: 1, max: 100 }),
  }),
  { maxLength: 4 },
)
const disrupted = fc
  .tuple(orders, breakdowns, fc.integer({ min: 0, max: 72 }))
  .map(([list, breaks, hoursLater]): ReplanInput => {
    const busy = new Map<string, Interval[]>()
    for (const { resource, start, hours } of breaks) {
      book(busy, [{ resource, startsAt: monday + start * hourMs, endsAt: monday + (start + hours) * hourMs }])
    }
    return { jobs: jobsOf(list), resources, busy, from: monday + hoursLater * hourMs, until }
  })

function cost(jobs: readonly JobToReplan[], plans: Plans): number[] {
  const finishes = jobs.map((job) => ({ due: job.dueAt, at: plans.get(job.id)?.finishesAt ?? Number.NaN }))
  return [
    finishes.filter((each) => each.at > each.due).length,
    finishes.reduce((sum, each) => sum + Math.max(0, each.at - each.due), 0),
    finishes.reduce((sum, each) => sum + each.at, 0),
  ]
}

function isAtMost(a: readonly number[], b: readonly number[]): boolean {
  const i = a.findIndex((value, index) => value !== b[index])
  return i < 0 || (a[i] ?? 0) < (b[i] ?? 0)
}

test('never worse than the plan shifted right', () => {
  fc.assert(
    fc.property(disrupted, (input) => {
      const shifted = shiftRight(input)
      if ('refused' in shifted) return
      expect(isAtMost(cost(input.jobs, plansOf(input)), cost(input.jobs, shifted))).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('every new plan, and every plan shifted right, keeps to shifts, breakdowns, predecessors and times of work', () => {
  fc.assert(
    fc.property(disrupted, (input) => {
      const shifted = shiftRight(input)
      for (const plans of [plansOf(input), ...('refused' in shifted ? [] : [shifted])]) {
        const all = [...plans.values()].flatMap((plan) => plan.segments)
        for (const each of resources) {
          const mine = all
            .filter((segment) => segment.resource === each.id)
            .map((segment) => ({ from: segment.startsAt, to: segment.endsAt }))
          const worked = mine.reduce((sum, span) => sum + span.to - span.from, 0)
          expect(total(intersect(tidy(mine), sharedTime(calendar, 1000, { from: input.from, to: until })))).toBe(worked)
          expect(intersect(tidy(mine), tidy(input.busy.get(each.id) ?? []))).toEqual([])
        }
        for (const job of input.jobs) {
          const plan = plans.get(job.id)
          for (const operation of job.operations) {
            const row = plan?.operations.find((each) => each.key === operation.key)
            const worked = plan?.segments
              .filter((each) => each.operation === operation.key)
              .reduce((sum, each) => sum + each.endsAt - each.startsAt, 0)
            const hands = operation.workCentre === 'saw' || operation.workCentre === 'finishing' ? 2 : 1
            expect(worked).toBe((operation.setupS + operation.runS) * 1000 * hands)
            for (const before of operation.after) {
              expect(row?.startsAt).toBeGreaterThanOrEqual(
                plan?.operations.find((each) => each.key === before)?.readyAt ?? Number.NaN,
              )
            }
          }
        }
      }
    }),
    { numRuns: 100 },
  )
})

test('shifted right, no operation starts before it was planned', () => {
  fc.assert(
    fc.property(disrupted, (input) => {
      const shifted = shiftRight(input)
      if ('refused' in shifted) return
      for (const job of input.jobs) {
        for (const row of shifted.get(job.id)?.operations ?? []) {
          const planned = job.current.segments.filter((each) => each.operation === row.key).map((each) => each.startsAt)
          expect(row.startsAt).toBeGreaterThanOrEqual(Math.min(...planned))
        }
      }
    }),
    { numRuns: 50 },
  )
})

test('500 operations are planned again in one go', () => {
  const jobs = jobsOf(Array.from({ length: 125 }, (_, i) => ({ hours: 1 + (i % 3), slackHours: 8 })))
  const answer = replan({
    jobs,
    resources,
    busy: new Map([['booth', [{ from: monday, to: monday + 300 * minuteMs }]]]),
    from: monday,
    until,
  })
  expect('refused' in answer ? 0 : answer.plans.size).toBe(125)
})
