import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupsOf, readZoom, stripOf, ticksOf } from './plan-layout.ts'
import { planOf, someJob } from './sample-data.ts'

const monday = Date.parse('2026-11-23T00:00:00Z')
const hour = 3_600_000
const iso = (at: number) => new Date(at).toISOString()

const bar = (resource: string, from: number, to: number) => ({
  resource,
  job: 'a-1',
  order: 'a',
  operation: 'saw',
  product: 'shelf',
  version: 1,
  options: {},
  startsAt: iso(from),
  endsAt: iso(to),
  heldUntil: null,
})

const saw = (given: readonly (readonly [from: number, to: number])[]) => ({
  id: 'saw-1',
  name: 'Saw',
  kind: 'machine' as const,
  workCentres: ['saw' as const],
  given: given.map(([from, to]) => ({ startsAt: iso(monday + from * hour), endsAt: iso(monday + to * hour) })),
})

describe('the strip of time', () => {
  it('has days as wide as the hours in which one works, a square for each', () => {
    const plan = {
      ...planOf(monday, 7),
      resources: [
        saw([
          [11, 12],
          [41, 42],
        ]),
      ],
    }
    const strip = stripOf(plan, 'week')
    expect(strip).toMatchObject({ opens: 11, closes: 18, dayPx: 154, width: 1078 })
    expect(strip.x(iso(monday + 12 * hour))).toBe(22)
    expect(strip.x(iso(monday + 24 * hour + 11 * hour))).toBe(154)
    expect(readZoom('year')).toBe('week')
  })

  it('puts what lies in the night at the edge of its day, and what lies outside outside', () => {
    const strip = stripOf({ ...planOf(monday, 7), resources: [saw([[8, 18]])] }, 'week')
    expect(strip.x(iso(monday + 3 * hour))).toBe(0)
    expect(strip.x(iso(monday + 23 * hour))).toBe(220)
    expect(strip.x(iso(monday - hour))).toBeLessThan(0)
    expect(strip.x(iso(monday + 8 * 24 * hour))).toBeGreaterThan(strip.width)
  })

  it('never runs backwards', () => {
    const plan = {
      ...planOf(monday, 28),
      resources: [
        saw([
          [6, 14],
          [30, 47],
        ]),
      ],
    }
    const minute = fc.integer({ min: -3000, max: 28 * 1440 + 3000 })
    fc.assert(
      fc.property(fc.constantFrom('day', 'week', 'month'), minute, minute, (zoom, a, b) => {
        const strip = stripOf(plan, zoom)
        const [first, second] = [Math.min(a, b), Math.max(a, b)]
        expect(strip.x(monday + first * 60_000)).toBeLessThanOrEqual(strip.x(monday + second * 60_000))
      }),
    )
  })
})

describe('the rows', () => {
  it('are machines by work centre and then people, with what is booked on each', () => {
    const plan = {
      ...planOf(monday, 7),
      resources: [
        { id: 'anna', name: 'Anna', kind: 'person' as const, workCentres: ['saw' as const], given: [] },
        { id: 'pack-1', name: 'Packing', kind: 'machine' as const, workCentres: ['packing' as const], given: [] },
        { id: 'saw-1', name: 'Saw', kind: 'machine' as const, workCentres: ['saw' as const], given: [] },
      ],
      bars: [bar('saw-1', monday + 6 * hour, monday + 9 * hour), bar('anna', monday, monday + 3 * hour)],
      jobs: [someJob({ job: 'a-1' })],
    }
    const groups = groupsOf(plan, stripOf(plan, 'week'))
    expect(groups.map(({ workCentre }) => workCentre)).toEqual(['saw', 'packing', 'people'])
    expect(groups[0]?.rows[0]?.runs).toMatchObject([{ left: 132, width: 66, job: { job: 'a-1' } }])
    expect(groups[2]?.rows[0]?.runs).toMatchObject([{ left: 0, width: 66 }])
  })

  it('gather what one order has without another in between, with one label as wide as there is room', () => {
    const other = { ...bar('saw-1', monday + 30 * hour, monday + 33 * hour), order: 'b', job: null }
    const plan = {
      ...planOf(monday, 7),
      resources: [saw([])],
      bars: [
        bar('saw-1', monday + 6 * hour, monday + 9 * hour),
        bar('saw-1', monday + 24 * hour, monday + 27 * hour),
        other,
      ],
    }
    const strip = stripOf(plan, 'week')
    expect(groupsOf(plan, strip)[0]?.rows[0]?.runs).toMatchObject([
      { left: 132, width: 132, room: 198, bars: [{ left: 132 }, { left: 198 }] },
      { left: 330, width: 66, room: strip.width - 330, order: 'b', job: undefined },
    ])
  })
})

describe('promised dates', () => {
  it('never touch each other’s labels and stay on the strip', () => {
    const offsets = fc.array(fc.integer({ min: -20, max: 200 }), { maxLength: 30 })
    fc.assert(
      fc.property(offsets, (hours) => {
        const plan = {
          ...planOf(monday, 7),
          jobs: hours.map((after, index) =>
            someJob({ job: `j${index}-1`, finishBy: iso(monday + after * hour), promisedAt: iso(monday + 900 * hour) }),
          ),
        }
        const strip = stripOf(plan, 'week')
        const { ticks, lines } = ticksOf(plan, strip)
        for (const tick of ticks) {
          expect(tick.left).toBeGreaterThanOrEqual(0)
          expect(tick.left).toBeLessThanOrEqual(strip.width)
          expect(tick.line).toBeLessThan(lines)
        }
        for (const a of ticks)
          for (const b of ticks)
            if (a !== b && a.line === b.line) expect(Math.abs(a.left - b.left)).toBeGreaterThanOrEqual(92)
      }),
    )
  })

  it('are late when the work will end later than promised', () => {
    const job = someJob({ finishBy: iso(monday + 24 * hour), projectedFinishAt: iso(monday + 30 * hour) })
    const plan = { ...planOf(monday, 7), jobs: [job] }
    expect(ticksOf(plan, stripOf(plan, 'week')).ticks.find(({ kind }) => kind === 'finish')?.isLate).toBe(true)
  })
})
