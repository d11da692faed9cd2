import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Operation, WorkCentreKind } from '../product/routing.ts'
import { type Calendar, sharedTime } from './calendar.ts'
import { clip, type Interval, intersect, tidy, total } from './interval.ts'
import { dayMs, hourMs, minuteMs } from './local-day.ts'
import { type PlaceInput, type Plan, place } from './place.ts'
import { forQuantity } from './quantity.ts'
import type { Resource } from './resource.ts'
import { needsMachine } from './work-centres.ts'

const monday = Date.UTC(2026, 10, 23)
const until = monday + 56 * dayMs
const everyDay: Calendar = {
  zone: 'UTC',
  shifts: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '08:00', to: '16:00' })),
  closures: [],
}

function resource(
  id: string,
  kind: Resource['kind'],
  workCentres: WorkCentreKind[],
  rest: Partial<Resource> = {},
): Resource {
  return { id, kind, workCentres, calendar: everyDay, sharePermille: 1000, ...rest }
}

function operation(key: string, workCentre: WorkCentreKind, minutes: number, rest: Partial<Operation> = {}): Operation {
  return { key, workCentre, setupS: 0, runS: minutes * 60, lagS: 0, batchKey: '', after: [], ...rest }
}

function planned(input: Omit<PlaceInput, 'from' | 'until' | 'busy'> & Partial<PlaceInput>): Plan {
  const plan = place({ from: monday, until, busy: new Map(), ...input })
  if ('refused' in plan) throw new Error(plan.refused)
  return plan
}

describe('one operation', () => {
  const saw = resource('saw', 'machine', ['saw'])
  const ana = resource('ana', 'person', ['saw', 'packing'])

  test('takes a machine and a person at the same time, and only a person at a bench', () => {
    const plan = planned({
      operations: [operation('cut', 'saw', 60), operation('pack', 'packing', 30)],
      resources: [saw, ana],
    })
    expect(plan.segments).toEqual([
      { operation: 'cut', resource: 'saw', startsAt: monday + 8 * hourMs, endsAt: monday + 9 * hourMs },
      { operation: 'cut', resource: 'ana', startsAt: monday + 8 * hourMs, endsAt: monday + 9 * hourMs },
      { operation: 'pack', resource: 'ana', startsAt: monday + 9 * hourMs, endsAt: monday + 9.5 * hourMs },
    ])
  })

  test('goes on after the shift, a row per part', () => {
    const plan = planned({ operations: [operation('pack', 'packing', 600)], resources: [ana] })
    expect(plan.segments.map((each) => [each.startsAt - monday, each.endsAt - monday])).toEqual([
      [8 * hourMs, 16 * hourMs],
      [32 * hourMs, 34 * hourMs],
    ])
  })

  test('is not interrupted by another order, but waits until it fits', () => {
    const busy = new Map([['ana', [{ from: monday + 12 * hourMs, to: monday + 13 * hourMs }]]])
    const plan = planned({ operations: [operation('pack', 'packing', 300)], resources: [ana], busy })
    expect(plan.segments.map((each) => [each.startsAt - monday, each.endsAt - monday])).toEqual([
      [13 * hourMs, 16 * hourMs],
      [32 * hourMs, 34 * hourMs],
    ])
  })

  test('uses only the share given', () => {
    const bea = resource('bea', 'person', ['packing'], { sharePermille: 250 })
    const plan = planned({ operations: [operation('pack', 'packing', 150)], resources: [bea] })
    expect(plan.segments.map((each) => [each.startsAt - monday, each.endsAt - monday])).toEqual([
      [14 * hourMs, 16 * hourMs],
      [38 * hourMs, 38.5 * hourMs],
    ])
  })

  test('finds no place without its machine, without anybody who can serve it, and beyond the horizon', () => {
    const operations = [operation('cut', 'saw', 60)]
    const ask = (resources: Resource[], end = until) =>
      place({ operations, resources, busy: new Map(), from: monday, until: end })
    expect(ask([ana])).toEqual({ refused: 'no_work_centre', workCentre: 'saw' })
    expect(ask([saw])).toEqual({ refused: 'no_work_centre', workCentre: 'saw' })
    expect(ask([saw, { ...ana, sharePermille: 0 }])).toEqual({ refused: 'no_work_centre', workCentre: 'saw' })
    expect(ask([saw, ana], monday + 8.5 * hourMs)).toEqual({ refused: 'no_capacity', workCentre: 'saw' })
  })
})

test('lag runs through the night and needs nobody', () => {
  const painter = resource('painter', 'person', ['finishing', 'packing'])
  const booth = resource('booth', 'machine', ['finishing'])
  const plan = planned({
    operations: [
      operation('lacquer', 'finishing', 60, { lagS: 24 * 3600 }),
      operation('pack', 'packing', 30, { after: ['lacquer'] }),
    ],
    resources: [painter, booth],
  })
  expect(plan.operations[0]?.readyAt).toBe(monday + 33 * hourMs)
  expect(plan.operations[1]?.startsAt).toBe(monday + 33 * hourMs)
  expect(
    plan.segments.filter((each) => each.resource === 'painter').map((each) => (each.endsAt - each.startsAt) / minuteMs),
  ).toEqual([60, 30])
})

test('a second order comes later by the time the first has booked, and earlier again when that is cancelled', () => {
  const bench = resource('bench', 'person', ['assembly'])
  const first = planned({ operations: [operation('build', 'assembly', 300)], resources: [bench] })
  const busy = new Map([['bench', first.segments.map((each) => ({ from: each.startsAt, to: each.endsAt }))]])
  const second = planned({ operations: [operation('build', 'assembly', 120)], resources: [bench], busy })
  expect(second.segments[0]?.startsAt).toBe(first.finishesAt)
  expect(planned({ operations: [operation('build', 'assembly', 300)], resources: [bench] })).toEqual(first)
})

test('work that is done already counts by when it was ready; work that is neither planned nor done is a mistake', () => {
  const bench = resource('bench', 'person', ['assembly'])
  const operations = [operation('build', 'assembly', 60, { after: ['lacquer'] })]
  const plan = planned({ operations, resources: [bench], ready: new Map([['lacquer', monday + 10 * hourMs]]) })
  expect(plan.segments[0]?.startsAt).toBe(monday + 10 * hourMs)
  expect(() => planned({ operations, resources: [bench] })).toThrow(RangeError)
  const knot = [operation('a', 'assembly', 1, { after: ['b'] }), operation('b', 'assembly', 1, { after: ['a'] })]
  expect(() => planned({ operations: knot, resources: [bench] })).toThrow(RangeError)
})

test('a lot multiplies run times and sets up once', () => {
  const [lot] = forQuantity([operation('cut', 'saw', 10, { setupS: 300, lagS: 60 })], 4)
  expect(lot).toMatchObject({ setupS: 300, runS: 2400, lagS: 60 })
  expect(() => forQuantity([], 0)).toThrow(RangeError)
})

// ── what holds for every factory, order and state of the plan ──

const kinds: readonly WorkCentreKind[] = ['office', 'saw', 'edge-banding', 'finishing', 'assembly', 'packing']
const calendars: readonly Calendar[] = [
  everyDay,
  {
    zone: 'Europe/Rome',
    shifts: [1, 2, 3, 4, 5].flatMap((weekday) => [
      { weekday, from: '08:00', to: '12:00' },
      { weekday, from: '13:00', to: '17:00' },
    ]),
    closures: [{ from: '2026-12-07', to: '2026-12-08', reason: 'bridge' }],
  },
  {
    zone: 'Asia/Shanghai',
    shifts: [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: '21:00', to: '05:00' })),
    closures: [],
  },
]
const share = fc.constantFrom(150, 300, 700, 1000)
const someKinds = fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1, maxLength: 4 })
const extra = fc.record({ calendar: fc.constantFrom(...calendars), sharePermille: share })
const resources = fc
  .tuple(
    fc.array(fc.record({ workCentres: someKinds, rest: extra }), { maxLength: 3 }),
    fc.array(fc.record({ kind: fc.constantFrom(...kinds), rest: extra }), { maxLength: 4 }),
  )
  .map(([people, machines]): Resource[] => [
    ...kinds.filter(needsMachine).map((kind) => resource(`m-${kind}`, 'machine', [kind])),
    ...machines
      .filter((each) => needsMachine(each.kind))
      .map(({ kind, rest }, i) => resource(`n${i}`, 'machine', [kind], rest)),
    resource('all', 'person', [...kinds], { calendar: calendars[1] ?? everyDay, sharePermille: 400 }),
    ...people.map(({ workCentres, rest }, i) => resource(`p${i}`, 'person', workCentres, rest)),
  ])
const operations = fc
  .array(
    fc.record({
      workCentre: fc.constantFrom(...kinds),
      setupS: fc.integer({ min: 0, max: 1200 }),
      runS: fc.integer({ min: 0, max: 20_000 }),
      lagS: fc.constantFrom(0, 0, 3600, 86_400),
      after: fc.array(fc.nat(6), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((list): Operation[] =>
    list.map((each, i) => ({
      ...each,
      key: `o${i}`,
      batchKey: '',
      after: [...new Set(each.after.filter((other) => other < i).map((other) => `o${other}`))],
    })),
  )
type Booking = { readonly resource: number; readonly span: Interval }
const bookings = fc.array(
  fc
    .tuple(fc.nat(12), fc.integer({ min: 0, max: 20 * 24 * 4 }), fc.integer({ min: 1, max: 40 }))
    .map(([index, quarter, length]): Booking => {
      const from = monday + quarter * 15 * minuteMs
      return { resource: index, span: { from, to: from + length * 15 * minuteMs } }
    }),
  { maxLength: 25 },
)

function busyFrom(list: readonly Booking[], all: readonly Resource[]): Map<string, Interval[]> {
  const busy = new Map<string, Interval[]>()
  for (const { resource: index, span } of list) {
    const id = all[index % all.length]?.id ?? ''
    busy.set(id, [...(busy.get(id) ?? []), span])
  }
  return busy
}

test('every plan keeps to shifts, shares, bookings, predecessors, lag and times of work', () => {
  fc.assert(
    fc.property(operations, resources, bookings, (ops, all, booked) => {
      const busy = busyFrom(booked, all)
      const plan = place({ operations: ops, resources: all, busy, from: monday, until })
      if ('refused' in plan) return
      for (const each of all) {
        const mine = plan.segments
          .filter((segment) => segment.resource === each.id)
          .map((segment) => ({ from: segment.startsAt, to: segment.endsAt }))
        const given = sharedTime(each.calendar, each.sharePermille, { from: monday, to: until })
        expect(total(intersect(tidy(mine), given))).toBe(mine.reduce((sum, span) => sum + span.to - span.from, 0))
        expect(intersect(tidy(mine), tidy(busy.get(each.id) ?? []))).toEqual([])
      }
      for (const op of ops) {
        const row = plan.operations.find((each) => each.key === op.key)
        const segments = plan.segments.filter((each) => each.operation === op.key)
        const used = all.filter((each) => segments.some((segment) => segment.resource === each.id))
        const work = op.setupS + op.runS
        expect(used.map((each) => each.kind).sort()).toEqual(
          work === 0 ? [] : needsMachine(op.workCentre) ? ['machine', 'person'] : ['person'],
        )
        for (const each of used) {
          expect(each.workCentres).toContain(op.workCentre)
          const mine = segments
            .filter((segment) => segment.resource === each.id)
            .map((segment) => ({ from: segment.startsAt, to: segment.endsAt }))
          expect(total(mine)).toBe(work * 1000)
          expect([mine.at(0)?.from, mine.at(-1)?.to]).toEqual([row?.startsAt, row?.endsAt])
        }
        const others = clip(tidy(used.flatMap((each) => busy.get(each.id) ?? [])), {
          from: row?.startsAt ?? 0,
          to: row?.endsAt ?? 0,
        })
        expect(others).toEqual([])
        expect(row?.readyAt).toBe((row?.endsAt ?? 0) + op.lagS * 1000)
        for (const before of op.after) {
          expect(row?.startsAt).toBeGreaterThanOrEqual(
            plan.operations.find((each) => each.key === before)?.readyAt ?? Number.NaN,
          )
        }
      }
      expect(plan.finishesAt).toBe(Math.max(...plan.operations.map((each) => each.readyAt)))
    }),
    { numRuns: 300 },
  )
})

test('a fuller factory never finishes earlier, and freeing it brings the plan back', () => {
  fc.assert(
    fc.property(operations, resources, bookings, bookings, (ops, all, booked, more) => {
      const input = { operations: ops, resources: all, from: monday, until }
      const before = place({ ...input, busy: busyFrom(booked, all) })
      const fuller = place({ ...input, busy: busyFrom([...booked, ...more], all) })
      if ('refused' in before) expect(fuller).toHaveProperty('refused')
      else if (!('refused' in fuller)) {
        expect(fuller.finishesAt).toBeGreaterThanOrEqual(before.finishesAt)
        for (const [i, each] of fuller.operations.entries())
          expect(each.endsAt).toBeGreaterThanOrEqual(before.operations[i]?.endsAt ?? Number.NaN)
      }
      expect(place({ ...input, busy: busyFrom(booked, all) })).toEqual(before)
    }),
    { numRuns: 300 },
  )
})

test('one operation ends as soon as trying every minute can make it', () => {
  const minutes = fc.integer({ min: 1, max: 900 })
  fc.assert(
    fc.property(minutes, fc.constantFrom(...calendars), share, bookings, (length, calendar, sharePermille, booked) => {
      const person = resource('only', 'person', ['packing'], { calendar, sharePermille })
      const busy = tidy(booked.map((each) => each.span))
      const horizon = monday + 12 * dayMs
      const plan = place({
        operations: [operation('pack', 'packing', length)],
        resources: [person],
        busy: new Map([['only', busy]]),
        from: monday,
        until: horizon,
      })
      const given = sharedTime(calendar, sharePermille, { from: monday, to: horizon })
      let best: number | undefined
      let worked = 0
      let last = monday
      for (const span of given) {
        for (let at = span.from; at < span.to && best === undefined; at += minuteMs) {
          const next = at + minuteMs
          if (busy.some((each) => each.from < next && each.to > last)) worked = 0
          worked += busy.some((each) => each.from <= at && at < each.to) ? 0 : 1
          last = next
          if (worked === length) best = next
        }
      }
      expect('refused' in plan ? undefined : plan.finishesAt).toBe(best)
    }),
    { numRuns: 100 },
  )
})
