import fc from 'fast-check'
import { expect, it } from 'vitest'
import { timeLine } from './time-line.ts'

const day = 86_400_000

it('puts promised and projected on one line whose end is the later of them', () => {
  const line = timeLine(0, { now: 5 * day, promised: 16 * day, projected: 20 * day })
  expect(line).toEqual({
    now: { at: 5 * day, permille: 250, hangs: 'start' },
    promised: { at: 16 * day, permille: 800, hangs: 'end' },
    projected: { at: 20 * day, permille: 1000, hangs: 'end' },
  })
})

it('leaves out what is not known', () => {
  expect(timeLine(0, { now: day, promised: undefined })).toEqual({ now: { at: day, permille: 1000, hangs: 'end' } })
})

it('keeps every tick on the line, in the order of time', () => {
  const moment = fc.option(fc.integer({ min: -100 * day, max: 400 * day }), { nil: undefined })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 * day }), moment, moment, moment, (from, now, promised, projected) => {
      const ticks = Object.values(timeLine(from, { now, promised, projected }))
      for (const a of ticks) {
        expect(a.permille).toBeGreaterThanOrEqual(0)
        expect(a.permille).toBeLessThanOrEqual(1000)
        for (const b of ticks) if (a.at < b.at) expect(a.permille).toBeLessThanOrEqual(b.permille)
      }
    }),
  )
})
