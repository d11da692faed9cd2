import { describe, expect, it } from 'vitest'
import type { Calendar } from './calendar.ts'
import { freeMinutes, tightest } from './free-minutes.ts'
import type { Resource } from './resource.ts'

const days: Calendar = {
  zone: 'Europe/Rome',
  shifts: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:00' })),
  closures: [],
}
const saw: Resource = { id: 'saw', kind: 'machine', workCentres: ['saw'], calendar: days, sharePermille: 500 }
const anna: Resource = {
  id: 'anna',
  kind: 'person',
  workCentres: ['saw', 'packing'],
  calendar: days,
  sharePermille: 1000,
}
const monday = { from: Date.parse('2026-11-23T00:00:00Z'), to: Date.parse('2026-11-24T00:00:00Z') }

describe('free minutes', () => {
  it('are those of the scarcer of machines and people', () => {
    const free = freeMinutes([saw, anna], new Map(), monday)
    expect(free.get('saw')).toBe(240)
    expect(free.get('packing')).toBe(480)
    expect(free.has('finishing')).toBe(false)
  })

  it('shrink by what is booked', () => {
    const busy = new Map([
      ['saw', [{ from: Date.parse('2026-11-23T13:00:00Z'), to: Date.parse('2026-11-23T14:00:00Z') }]],
    ])
    expect(freeMinutes([saw, anna], busy, monday).get('saw')).toBe(180)
  })
})

describe('the tightest work centre', () => {
  it('is the one that gives the largest part of its free time', () => {
    const needed = new Map([['saw', 60] as const, ['packing', 100] as const])
    const free = new Map([['saw', 240] as const, ['packing', 480] as const])
    expect(tightest(needed, free)).toEqual({ kind: 'saw', part: 0.25 })
    expect(tightest(new Map(), free)).toBeUndefined()
    expect(tightest(needed, new Map())?.part).toBe(Number.POSITIVE_INFINITY)
  })
})
