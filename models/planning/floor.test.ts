import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Operation, WorkCentreKind } from '../product/routing.ts'
import { type Calendar, sharedTime } from './calendar.ts'
import { type Floor, type FloorJob, type FloorStretch, movable, type NewPlaces, replanFloor } from './floor.ts'
import { type Interval, intersect, tidy, total } from './interval.ts'
import { dayMs, hourMs } from './local-day.ts'
import { place } from './place.ts'
import type { JobToReplan } from './remaining-work.ts'
import type { Resource } from './resource.ts'
import { workS } from './sequence.ts'
import { shiftRight } from './shift-right.ts'

const monday = Date.UTC(2026, 10, 23)
const until = monday + 120 * dayMs
const calendar: Calendar = {
  zone: 'UTC',
  shifts: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:00' })),
  closures: [],
}
const resource = (id: string, kind: Resource['kind'], workCentres: WorkCentreKind[]): Resource => ({
  ...{ id, kind, workCentres, calendar },
  sharePermille: 1000,
})
const resources = [
  resource('saw-1', 'machine', ['saw']),
  resource('saw-2', 'machine', ['saw']),
  resource('booth', 'machine', ['finishing']),
  resource('ana', 'person', ['saw', 'assembly']),
  resource('bo', 'person', ['saw', 'finishing']),
  resource('cy', 'person', ['assembly', 'packing']),
]

function shelf(hours: number): Operation[] {
  const step = (key: string, workCentre: WorkCentreKind, part: number, after: string[], lagS = 0): Operation => ({
    ...{ key, workCentre, setupS: 600, lagS, batchKey: '', after },
    runS: Math.round(hours * part * 3600),
  })
  return [
    step('cut', 'saw', 0.3, []),
    step('coat', 'finishing', 0.2, ['cut'], 24 * 3600),
    step('build', 'assembly', 0.4, ['coat']),
    step('pack', 'packing', 0.1, ['build']),
  ]
}

type Booked = { readonly hours: number; readonly hold: boolean; readonly slackHours: number; readonly pace: number }

/**
 * A factory some time after its orders came one after the other: what should have ended is done, or still runs where `pace` is over one, and
 * nothing begins before what it waits for is ready. Of what should have begun and could, the first that did not begins now, if wanted.
 */
function floorAt(orders: readonly Booked[], at: number, beginsLate: boolean): Floor {
  const busy = new Map<string, Interval[]>()
  const stretches: FloorStretch[] = []
  const jobs: FloorJob[] = []
  let goingOn: Floor['goingOn']
  for (const [index, { hours, hold, slackHours, pace }] of orders.entries()) {
    const operations = shelf(hours)
    const plan = place({ operations, resources, busy, from: monday, until })
    if ('refused' in plan) throw new Error(plan.refused)
    for (const { resource: id, startsAt, endsAt } of plan.segments)
      busy.set(id, [...(busy.get(id) ?? []), { from: startsAt, to: endsAt }])
    const id = `job-${index}`
    stretches.push(...plan.segments.map((each) => (hold ? each : { ...each, job: id })))
    if (hold) continue
    let free = monday
    const floor = operations.map((operation) => {
      const row = plan.operations.find(({ key }) => key === operation.key)
      if (row === undefined) throw new Error(operation.key)
      const { startsAt, endsAt } = row
      const took = pace <= 1 ? endsAt : endsAt + (endsAt - startsAt) * (pace - 1)
      const mayBegin = free <= at && startsAt <= at
      if (mayBegin && free > startsAt && !(beginsLate && goingOn === undefined)) {
        free = Number.POSITIVE_INFINITY
        return { ...operation, state: 'planned' as const, endsAt }
      }
      if (mayBegin && free > startsAt) {
        goingOn = { job: id, operation: operation.key, workMs: workS(operation) * 1000 }
        free = Number.POSITIVE_INFINITY
        return { ...operation, state: 'begun' as const, endsAt }
      }
      if (mayBegin && took <= at) {
        free = took + operation.lagS * 1000
        return { ...operation, state: 'done' as const, endsAt, finishedAt: took }
      }
      free = Number.POSITIVE_INFINITY
      return { ...operation, state: mayBegin ? ('begun' as const) : ('planned' as const), endsAt }
    })
    jobs.push({ id, operations: floor, finishesAt: plan.finishesAt, dueAt: plan.finishesAt + slackHours * hourMs })
  }
  return { jobs, stretches, resources, at, until, goingOn }
}

const floors = fc
  .tuple(
    fc.array(
      fc.record({
        hours: fc.integer({ min: 1, max: 12 }),
        hold: fc.boolean(),
        slackHours: fc.integer({ min: -24, max: 96 }),
        pace: fc.constantFrom(1, 1, 1.5, 3, 20),
      }),
      { minLength: 1, maxLength: 7 },
    ),
    fc.integer({ min: 0, max: 12 * 24 * 4 }),
    fc.boolean(),
  )
  .map(([orders, quarters, beginsLate]) => floorAt(orders, monday + (quarters * hourMs) / 4, beginsLate))

function placesOf(floor: Floor): readonly NewPlaces[] {
  const answer = replanFloor(floor)
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}

const moved = (places: readonly NewPlaces[], { job, operation }: FloorStretch): boolean =>
  places.some((each) => each.job === job && each.operations.some(({ key }) => key === operation))

/** The whole plan afterwards. */
function after(floor: Floor, places: readonly NewPlaces[]): FloorStretch[] {
  const kept = floor.stretches.filter((each) => !moved(places, each))
  return [...kept, ...places.flatMap(({ job, segments }) => segments.map((each) => ({ ...each, job })))]
}

function remainingOf(floor: Floor) {
  const found = movable(floor)
  if ('refused' in found) throw new Error(found.refused)
  return found.input
}

/** When a job is ready: where it moved as said, else by what has begun and where the rest stays. */
function finishOf(job: JobToReplan, places: readonly NewPlaces[]): number {
  const place = places.find((each) => each.job === job.id)
  const ends = job.current.segments.map(({ operation, endsAt }) => {
    const lagS = job.operations.find(({ key }) => key === operation)?.lagS ?? 0
    return endsAt + lagS * 1000
  })
  return place?.finishesAt ?? Math.max(...job.ready.values(), ...ends)
}

function cost(jobs: readonly JobToReplan[], finish: (job: JobToReplan) => number): number[] {
  const ends = jobs.map((job) => ({ due: job.dueAt, at: finish(job) }))
  return [
    ends.filter(({ at, due }) => at > due).length,
    ends.reduce((sum, { at, due }) => sum + Math.max(0, at - due), 0),
    ends.reduce((sum, { at }) => sum + at, 0),
  ]
}

describe('for every factory at every moment', () => {
  test('nothing overlaps from then on, holds included, and what is new lies in shifts', () => {
    fc.assert(
      fc.property(floors, (floor) => {
        const places = placesOf(floor)
        const plan = after(floor, places)
        for (const { id } of resources) {
          const mine = plan.filter((each) => each.resource === id && each.endsAt > floor.at)
          const spans = mine.map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt }))
          expect(total(tidy(spans))).toBe(spans.reduce((sum, { from, to }) => sum + to - from, 0))
        }
        for (const { startsAt, endsAt } of places.flatMap(({ segments }) => segments)) {
          const given = sharedTime(calendar, 1000, { from: floor.at, to: until })
          expect(total(intersect([{ from: startsAt, to: endsAt }], given))).toBe(endsAt - startsAt)
        }
      }),
    )
  })

  test('done work and holds stay, what has begun keeps its machine, and all is worked that is left', () => {
    fc.assert(
      fc.property(floors, (floor) => {
        const { goingOn } = floor
        const places = placesOf(floor)
        for (const { job, segments, operations } of places) {
          const rows = floor.jobs.find(({ id }) => id === job)?.operations ?? []
          for (const { key } of operations) {
            const row = rows.find((each) => each.key === key)
            const goes = goingOn?.job === job && goingOn.operation === key
            expect(row?.state).toBe(goes ? 'begun' : 'planned')
            const mine = segments.filter(({ operation }) => operation === key)
            const hands = new Set(mine.map((each) => each.resource))
            const before = floor.stretches.filter((each) => each.job === job && each.operation === key)
            if (goes) expect([...hands].sort()).toEqual([...new Set(before.map((each) => each.resource))].sort())
            const worked = mine.reduce((sum, { startsAt, endsAt }) => sum + endsAt - startsAt, 0)
            expect(worked).toBe(hands.size * (row === undefined ? 0 : workS(row) * 1000))
          }
        }
      }),
    )
  })

  test('nothing begins before what it waits for is ready, nor before its material is there', () => {
    fc.assert(
      fc.property(floors, (floor) => {
        const places = placesOf(floor)
        for (const job of remainingOf(floor).jobs) {
          const place = places.find((each) => each.job === job.id)
          for (const operation of place === undefined ? [] : job.operations) {
            const row = place?.operations.find(({ key }) => key === operation.key)
            expect(row?.startsAt).toBeGreaterThanOrEqual(Math.max(floor.at, job.notBefore ?? 0))
            for (const key of operation.after) {
              const ready = job.ready.get(key) ?? place?.operations.find((each) => each.key === key)?.readyAt
              expect(row?.startsAt).toBeGreaterThanOrEqual(ready ?? Number.NaN)
            }
          }
        }
      }),
    )
  })

  test('never worse than shifting everything right, and whoever can keep a place is left alone', () => {
    fc.assert(
      fc.property(floors, (floor) => {
        const places = placesOf(floor)
        const input = remainingOf(floor)
        const shifted = shiftRight(input)
        if ('refused' in shifted) throw new Error(shifted.refused)
        const ours = cost(input.jobs, (job) => finishOf(job, places))
        const theirs = cost(input.jobs, (job) => shifted.get(job.id)?.finishesAt ?? Number.NaN)
        const first = ours.findIndex((value, index) => value !== theirs[index])
        if (first >= 0) expect(ours[first]).toBeLessThan(theirs[first] ?? Number.NaN)
        for (const { id, current } of input.jobs) {
          if (floor.goingOn?.job === id) continue
          const rows = shifted.get(id)?.operations ?? []
          const stays = rows.every(({ key, startsAt }) =>
            current.segments.some((each) => each.operation === key && each.startsAt === startsAt),
          )
          if (stays && (shifted.get(id)?.finishesAt ?? 0) <= current.finishesAt)
            expect(places.map(({ job }) => job)).not.toContain(id)
        }
      }),
    )
  })
})

describe('two jobs on one machine', () => {
  const few = resources.filter(({ id }) => ['saw-1', 'booth', 'bo', 'cy'].includes(id))
  const two = [8, 8].map((hours) => ({ hours, hold: false, slackHours: 0, pace: 1 }))
  const on = (floor: Floor): Floor => ({ ...floor, resources: few })
  const narrow = (at: number): Floor => {
    const busy = new Map<string, Interval[]>()
    const stretches: FloorStretch[] = []
    const jobs = two.map(({ hours }, index): FloorJob => {
      const operations = shelf(hours)
      const plan = place({ operations, resources: few, busy, from: monday, until })
      if ('refused' in plan) throw new Error(plan.refused)
      for (const each of plan.segments) {
        stretches.push({ ...each, job: `job-${index}` })
        busy.set(each.resource, [...(busy.get(each.resource) ?? []), { from: each.startsAt, to: each.endsAt }])
      }
      const ends = (key: string) => plan.operations.find((each) => each.key === key)?.endsAt ?? 0
      return {
        id: `job-${index}`,
        operations: operations.map((each) => ({ ...each, state: 'planned', endsAt: ends(each.key) })),
        finishesAt: plan.finishesAt,
        dueAt: plan.finishesAt,
      }
    })
    return on({ jobs, stretches, resources: few, at, until })
  }
  const cutDone = (floor: Floor): Floor => ({
    ...floor,
    jobs: floor.jobs.map((job, index) =>
      index > 0
        ? job
        : {
            ...job,
            operations: job.operations.map((each) =>
              each.key === 'cut' ? { ...each, state: 'done', finishedAt: floor.at } : each,
            ),
          },
    ),
  })

  test('the first finishes two days late: the second begins when the machine is free', () => {
    const late = monday + 2 * dayMs + 10 * hourMs
    const places = placesOf(cutDone(narrow(late)))
    expect(places.map(({ job }) => job).sort()).toEqual(['job-0', 'job-1'])
    const second = places.find(({ job }) => job === 'job-1')
    expect(second?.operations.find(({ key }) => key === 'cut')?.startsAt).toBeGreaterThanOrEqual(late)
  })

  test('a finish in time moves nobody', () => {
    const floor = narrow(0)
    const cut = floor.jobs[0]?.operations.find(({ key }) => key === 'cut')
    expect(placesOf(cutDone(narrow(cut?.endsAt ?? 0)))).toEqual([])
  })

  test('a job for which there is no place any more keeps what it has, and the others still move', () => {
    const late = monday + 2 * dayMs + 10 * hourMs
    const floor = cutDone(narrow(late))
    const lost = { ...floor, resources: few.filter(({ id }) => id !== 'booth') }
    expect(placesOf(lost)).toEqual([])
    // Its coating was planned on a machine that is not there any more, and nothing else here can coat.
    const gone = floor.stretches.map((each) =>
      each.job === 'job-0' && each.operation === 'coat' ? { ...each, resource: 'old-booth' } : each,
    )
    const jobs = floor.jobs.map((job, index) => (index === 0 ? withoutBooth(job) : job))
    expect(placesOf({ ...floor, jobs, stretches: gone }).map(({ job }) => job)).toEqual(['job-1'])
  })

  test('a machine resumed late goes on from now, around a hold, and pushes what was planned behind it', () => {
    const at = monday + 8 * hourMs
    const hold = { operation: 'cut', resource: 'saw-1', startsAt: at + hourMs, endsAt: at + 2 * hourMs }
    const floor = narrow(at)
    const free = floor.stretches.filter(({ job, operation }) => !(job === 'job-1' && operation === 'cut'))
    const begun = floor.jobs.map((job, index) => ({
      ...job,
      operations: job.operations.map((each) =>
        index === 0 && each.key === 'cut' ? { ...each, state: 'begun' as const } : each,
      ),
    }))
    const goingOn = { job: 'job-0', operation: 'cut', workMs: 2 * hourMs }
    const places = placesOf({ ...floor, jobs: begun, stretches: [...free, hold], goingOn })
    const first = places.find(({ job }) => job === 'job-0')
    expect(first?.segments.filter((each) => each.operation === 'cut' && each.resource === 'saw-1')).toEqual([
      { operation: 'cut', resource: 'saw-1', startsAt: at, endsAt: at + hourMs },
      { operation: 'cut', resource: 'saw-1', startsAt: at + 2 * hourMs, endsAt: at + 3 * hourMs },
    ])
  })
})

/** The same job, coated on a kind of machine that is not here. */
function withoutBooth(job: FloorJob): FloorJob {
  return {
    ...job,
    operations: job.operations.map((each) => (each.key === 'coat' ? { ...each, workCentre: 'nesting' } : each)),
  }
}
