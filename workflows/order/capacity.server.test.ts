import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedTime } from '#models/planning/calendar.ts'
import { factories } from '#prisma/seed/factories.ts'
import { ordered, submitted } from '../../e2e/drive.ts'
import { type PlatformUnderTest, platformUnderTest, type TestCaller } from '../../e2e/platform-under-test.ts'

const day = 86_400_000
const factory = 'falegnameria-tre-pini'
let platform: PlatformUnderTest
let shopper: TestCaller
let member: TestCaller

// One factory with a single unit of each machine: what one order takes another has to wait for.
const alone = factories.filter(({ profile }) => profile.id === factory)

beforeAll(async () => {
  platform = await platformUnderTest({ speed: 240, factories: alone })
  await platform.startWorker()
  shopper = await platform.as((await platform.signUp('Bea')).token)
  member = await platform.as((await platform.memberOf(factory)).token)
}, 180_000)
afterAll(() => platform.stop(), 180_000)

type Bar = { readonly resource: string; readonly operation: string; readonly from: number; readonly to: number }

/** What an order has on the factory's plan, earliest first, as the factory's own page reads it. */
async function barsOf(order: string): Promise<Bar[]> {
  const first = platform.platform.now()
  const weeks = await Promise.all(
    [0, 60].map((days) => member.plan.own({ from: new Date(first + days * day).toISOString().slice(0, 10), days: 60 })),
  )
  const bars = weeks.flatMap(({ bars: some }) => some).filter((bar) => bar.order === order)
  return bars
    .map((bar) => ({ ...bar, from: Date.parse(bar.startsAt), to: Date.parse(bar.endsAt) }))
    .sort((a, b) => a.from - b.from || a.to - b.to)
}

const finish = (bars: readonly Bar[]) => Math.max(...bars.map(({ to }) => to))
const minutes = (bars: readonly Bar[]) => bars.reduce((sum, { from, to }) => sum + (to - from) / 60_000, 0)

/** Minutes of a resource's given time in a span. */
function given(resource: string, from: number, to: number): number {
  const found = alone[0]?.resources.find(({ id }) => id === resource)
  if (found === undefined) throw new Error(`no resource ${resource}`)
  const spans = sharedTime(found.calendar, found.sharePermille, { from, to })
  return spans.reduce((sum, span) => sum + (span.to - span.from) / 60_000, 0)
}

/** The resource an order keeps busiest. */
function bottleneckOf(bars: readonly Bar[]): string {
  const load = new Map<string, number>()
  for (const bar of bars) load.set(bar.resource, (load.get(bar.resource) ?? 0) + minutes([bar]))
  const [most] = [...load].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? ''
}

test('a second order ends later by what the first has booked, and as early as ever once the first is cancelled', async () => {
  const probe = await submitted(shopper)
  const free = await barsOf(probe.order)
  await shopper.orders.cancel({ order: probe.order })
  expect(await barsOf(probe.order)).toEqual([])

  const first = await ordered(platform, shopper)
  await first.maker.jobs.accept({ job: first.job })
  const booked = await barsOf(first.order)
  expect(minutes(booked)).toBe(minutes(free))

  const second = await submitted(shopper)
  const later = await barsOf(second.order)
  expect(minutes(later)).toBe(minutes(free))
  expect(finish(later)).toBeGreaterThan(finish(free))
  // On the machine or person they both need most, the second waits for as much given time as the first has booked.
  const most = bottleneckOf(free)
  const on = (bars: readonly Bar[]) => bars.filter(({ resource }) => resource === most)
  const begin = Math.min(...on(booked).map(({ from }) => from))
  expect(given(most, begin, finish(on(later)))).toBeGreaterThanOrEqual(minutes(on(booked)) + minutes(on(later)))
  const [early] = await shopper.quotes.list({ order: probe.order })
  const [late] = await shopper.quotes.list({ order: second.order })
  expect(Date.parse(late?.deliverBy ?? '')).toBeGreaterThanOrEqual(Date.parse(early?.deliverBy ?? ''))
  await shopper.orders.cancel({ order: second.order })

  await shopper.orders.cancel({ order: first.order })
  const again = await submitted(shopper)
  const third = await barsOf(again.order)
  expect(finish(third)).toBeLessThan(finish(later))
  expect(minutes(third)).toBe(minutes(free))
  await shopper.orders.cancel({ order: again.order })
}, 60_000)

test('nothing is booked outside the time a factory gives, and drying needs nobody', async () => {
  const { order, job, maker } = await ordered(platform, shopper)
  const accepted = await maker.jobs.accept({ job })
  const bars = await barsOf(order)
  expect(bars.length).toBeGreaterThan(accepted.operations.length)
  for (const { resource, from, to } of bars) expect(given(resource, from, to)).toBe((to - from) / 60_000)
  const drying = accepted.operations.filter(({ lagS }) => lagS > 3600)
  expect(drying.length).toBeGreaterThan(0)
  for (const { operation, lagS } of drying) {
    const own = bars.filter((bar) => bar.operation === operation)
    const next = accepted.operations.find(({ after }) => after.includes(operation))
    const start = Math.min(...bars.filter((bar) => bar.operation === next?.operation).map(({ from }) => from))
    expect(start - finish(own)).toBeGreaterThanOrEqual(lagS * 1000)
    // The bars are as long as the work: the drying stands on nobody's plan.
    expect(minutes(own)).toBeLessThan(lagS / 60)
  }
}, 60_000)
