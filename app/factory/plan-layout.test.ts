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

describe('the strip of time', () => {
  it('gives each square its hours', () => {
    const strip = stripOf(planOf(monday, 7), 'week')
    expect(strip.width).toBe(7 * 8 * 26)
    expect(strip.x(iso(monday + 3 * hour))).toBe(26)
    expect(readZoom('year')).toBe('week')
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
      bars: [bar('saw-1', monday + 6 * hour, monday + 9 * hour), bar('anna', monday - 3 * hour, monday + 3 * hour)],
      jobs: [someJob({ job: 'a-1' })],
    }
    const groups = groupsOf(plan, stripOf(plan, 'week'))
    expect(groups.map(({ workCentre }) => workCentre)).toEqual(['saw', 'packing', 'people'])
    expect(groups[0]?.rows[0]?.bars).toMatchObject([{ left: 52, width: 26, job: { job: 'a-1' } }])
    expect(groups[2]?.rows[0]?.bars).toMatchObject([{ left: 0, width: 26 }])
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
