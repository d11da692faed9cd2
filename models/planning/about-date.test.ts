import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Operation, WorkCentreKind } from '../product/routing.ts'
import { aboutDate, aboutDates } from './about-date.ts'
import type { Calendar } from './calendar.ts'
import type { Interval } from './interval.ts'
import { dayMs, hourMs, minuteMs } from './local-day.ts'
import type { Resource } from './resource.ts'
import { firstSlot, type SlotInput } from './slot.ts'
import { summarise } from './summarise.ts'

const now = Date.parse('2026-11-23T09:30:00Z')
const hours: Calendar = {
  zone: 'Europe/Rome',
  shifts: [
    ...[1, 2, 3, 4].flatMap((weekday) => [
      { weekday, from: '08:00', to: '12:00' },
      { weekday, from: '13:00', to: '18:00' },
    ]),
    { weekday: 5, from: '08:00', to: '14:00' },
  ],
  closures: [{ from: '2026-12-24', to: '2027-01-06', reason: 'christmas' }],
}
const nights: Calendar = {
  ...hours,
  shifts: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '22:00', to: '05:00' })),
}
const person = (id: string, workCentres: WorkCentreKind[], rest: Partial<Resource> = {}): Resource => ({
  id,
  kind: 'person',
  workCentres,
  calendar: hours,
  sharePermille: 200,
  ...rest,
})
const resources: readonly Resource[] = [
  { ...person('saw', ['saw']), kind: 'machine' },
  { ...person('saw-by-night', ['saw'], { calendar: nights, sharePermille: 300 }), kind: 'machine' },
  { ...person('booth', ['finishing']), kind: 'machine' },
  person('ana', ['saw', 'office']),
  person('bo', ['saw'], { calendar: nights, sharePermille: 300 }),
  person('cy', ['finishing', 'office']),
  person('di', ['assembly', 'packing'], { sharePermille: 150 }),
]
const kinds: readonly WorkCentreKind[] = ['office', 'saw', 'finishing', 'assembly', 'packing']

function chain(steps: readonly { kind: WorkCentreKind; minutes: number; lagHours: number }[]): Operation[] {
  return steps.map(({ kind, minutes, lagHours }, i) => ({
    key: `o${i}`,
    workCentre: kind,
    setupS: 0,
    runS: minutes * 60,
    lagS: lagHours * 3600,
    batchKey: '',
    after: i > 0 ? [`o${i - 1}`] : [],
  }))
}

function slotInput(operations: readonly Operation[], busy: ReadonlyMap<string, readonly Interval[]>): SlotInput {
  const journey = { calendar: hours, cutOff: '16:00', typicalDays: 3, slowestDays: 5, country: 'DE', bufferDays: 1 }
  return { operations, quantity: 1, resources, busy, from: now, until: now + 400 * dayMs, leadDays: 4, journey }
}

function summaryOf(busy: ReadonlyMap<string, readonly Interval[]>, reference = true, factory = 'f') {
  return summarise({
    factory,
    country: 'IT',
    reference,
    calendar: hours,
    resources,
    busy,
    from: now,
    days: 200,
    queueDays: 4,
    materialDays: { oak: 9, pine: 2 },
  })
}

const request = { materials: [], country: 'DE', bufferDays: 1, slowestDays: () => 5 }

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    minutes: fc.integer({ min: 1, max: 200 }),
    lagHours: fc.constantFrom(0, 0, 4, 24, 36, 48),
  }),
  { minLength: 1, maxLength: 8 },
)
const bookings = fc
  .array(
    fc.tuple(fc.nat(resources.length - 1), fc.integer({ min: 0, max: 30 * 48 }), fc.integer({ min: 1, max: 12 })),
    { maxLength: 40 },
  )
  .map((list) => {
    const busy = new Map<string, Interval[]>()
    for (const [index, start, length] of list) {
      const id = resources[index]?.id ?? ''
      const from = now - 12 * hourMs + start * 30 * minuteMs
      busy.set(id, [...(busy.get(id) ?? []), { from, to: from + length * 30 * minuteMs }])
    }
    return busy
  })

test('the factory’s own date is no later than the estimate, and the estimate is not far off', () => {
  const apart: number[] = []
  fc.assert(
    fc.property(steps, bookings, (list, busy) => {
      const operations = chain(list)
      const slot = firstSlot(slotInput(operations, busy))
      const [about] = aboutDates({ ...request, operations }, [summaryOf(busy)])
      if ('refused' in slot || !about) return
      expect(slot.deliverBy).toBeLessThanOrEqual(about.deliverBy)
      apart.push((about.deliverBy - slot.deliverBy) / dayMs)
    }),
    { numRuns: 200 },
  )
  apart.sort((a, b) => a - b)
  expect(apart.length).toBeGreaterThan(100)
  expect(apart[Math.floor(apart.length / 2)]).toBeLessThan(7)
})

test('material that comes later puts the start off', () => {
  const operations = chain([{ kind: 'packing', minutes: 30, lagHours: 0 }])
  const [plain, oak, pine] = [[], ['oak'], ['pine']].map(
    (materials) => aboutDates({ ...request, operations, materials }, [summaryOf(new Map())])[0]?.deliverBy ?? 0,
  )
  expect(oak).toBeGreaterThan(plain ?? 0)
  expect(pine).toBe(plain)
})

test('the page shows the second soonest of those within the reference card, and says nothing when there is none', () => {
  const operations = chain([{ kind: 'packing', minutes: 30, lagHours: 0 }])
  const full = new Map([['di', [{ from: now, to: now + 20 * dayMs }]]])
  const [soon, late, dear] = [
    summaryOf(new Map(), true, 'soon'),
    summaryOf(full, true, 'late'),
    summaryOf(new Map(), false, 'dear'),
  ]
  expect(
    aboutDate(
      { ...request, operations },
      [soon, late, dear].flatMap((each) => each ?? []),
    )?.factory,
  ).toBe('late')
  expect(
    aboutDate(
      { ...request, operations },
      [soon, dear].flatMap((each) => each ?? []),
    )?.factory,
  ).toBe('soon')
  expect(
    aboutDate(
      { ...request, operations },
      [dear].flatMap((each) => each ?? []),
    ),
  ).toBeUndefined()
  expect(
    aboutDate(
      { ...request, operations: chain([{ kind: 'nesting', minutes: 1, lagHours: 0 }]) },
      [soon].flatMap((each) => each ?? []),
    ),
  ).toBeUndefined()
  expect(
    aboutDates(
      { ...request, operations, slowestDays: () => undefined },
      [soon].flatMap((each) => each ?? []),
    ),
  ).toEqual([])
})

test('a summary is small', () => {
  const busy = new Map(
    resources.map((each) => [
      each.id,
      Array.from({ length: 30 }, (_, i) => ({ from: now + i * dayMs, to: now + i * dayMs + 8 * hourMs })),
    ]),
  )
  expect(JSON.stringify(summaryOf(busy)).length).toBeLessThan(6000)
})
