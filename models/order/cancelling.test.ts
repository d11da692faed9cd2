import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CancelledOperation, cancelling } from './cancelling.ts'
import { stages } from './stages.ts'

const keys = ['prepare', 'saw', 'drill', 'coat-1', 'pack'] as const
const centres = { prepare: 'office', saw: 'saw', drill: 'drilling', 'coat-1': 'finishing', pack: 'packing' } as const
const cents = fc.integer({ min: 0, max: 500_000 })

const anyPrice = fc
  .tuple(fc.array(cents, { minLength: 5, maxLength: 5 }), fc.array(cents, { maxLength: 3 }), cents, cents, cents)
  .map(([work, material, margin, freight, tax]) => {
    const trace = [
      ...material.map((amount) => ({ code: 'material', values: { material: 'board' }, amount })),
      ...keys.map((operation, index) => ({
        code: 'work',
        values: { operation, 'work-centre': centres[operation] },
        amount: work[index] ?? 0,
      })),
      { code: 'margin', values: {}, amount: margin },
      { code: 'freight_door', values: {}, amount: freight },
      { code: 'tax', values: {}, amount: tax },
    ]
    return { trace, amount: trace.reduce((sum, line) => sum + line.amount, 0) }
  })

/** The first `count` operations are done, as work goes on. */
const workedOff = (count: number): CancelledOperation[] =>
  keys.map((key, index) => ({ key, state: index < count ? 'done' : 'planned' }))

describe('cancelling', () => {
  test('in production gives back the price less begun work and cut material, to the cent', () => {
    fc.assert(
      fc.property(anyPrice, fc.integer({ min: 0, max: 5 }), (paid, count) => {
        const terms = cancelling({ stage: 'in_production', paid, operations: workedOff(count) })
        if (!terms.allowed) throw new Error('refused')
        expect(terms.refund + terms.kept).toBe(paid.amount)
        expect(terms.kept).toBeGreaterThanOrEqual(0)
        expect(terms.refund).toBeGreaterThanOrEqual(0)
        expect(terms.lines.reduce((sum, line) => sum + line.amount, 0)).toBe(terms.kept)
        expect(terms.lines.some(({ code }) => code === 'material')).toBe(
          count >= 2 && paid.trace.some(({ code }) => code === 'material'),
        )
      }),
    )
  })

  test('never costs less later', () => {
    fc.assert(
      fc.property(anyPrice, fc.integer({ min: 0, max: 4 }), (paid, count) => {
        const now = cancelling({ stage: 'in_production', paid, operations: workedOff(count) })
        const later = cancelling({ stage: 'in_production', paid, operations: workedOff(count + 1) })
        if (!now.allowed || !later.allowed) throw new Error('refused')
        expect(later.refund).toBeLessThanOrEqual(now.refund)
      }),
    )
  })

  test('is free before the first operation, and closed once it is shipped', () => {
    fc.assert(
      fc.property(anyPrice, fc.constantFrom(...stages), (paid, stage) => {
        const terms = cancelling({ stage, paid, operations: workedOff(0) })
        if (stage === 'shipped' || stage === 'delivered') expect(terms).toEqual({ allowed: false, way: 'return' })
        else if (terms.allowed) expect(terms).toMatchObject({ refund: paid.amount, kept: 0 })
        else expect(terms.way).toBe('ended')
      }),
    )
  })
})
