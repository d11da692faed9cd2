import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { servedCountries } from '../../money/tax.ts'
import { evaluate } from '../../product/evaluate.ts'
import { sampleOptions, sampleReachable, seeded } from '../../product/sample.ts'
import { falseClaims } from '../../product/solid/claims.ts'
import { evaluateSolid } from '../../product/solid/evaluate-solid.ts'
import { bundledFonts } from '../../product/solid/instrument-sans.ts'
import { loadBench } from '../../product/solid/kernel-under-test.ts'
import type { SolidBench } from '../../product/solid/solid-cache.ts'
import { freeze } from '../../product/specification.ts'
import { startedFor } from '../../product/yield.ts'
import { yieldPermille } from './bill.ts'
import { layoutOf } from './layout.ts'
import { mug } from './mug.ts'
import { mugOptions } from './options.ts'
import { hollow } from './profile.ts'
import { solidOf } from './recipe.ts'

let bench: SolidBench
beforeAll(async () => {
  bench = await loadBench(bundledFonts)
})

const seed = fc.integer({ min: 0, max: 2 ** 31 })
const reachable = seed.map((from) => sampleReachable(mug, seeded(from)))
const anything = seed.map((from) => sampleOptions(mug, seeded(from)))

describe('the mug', () => {
  it('opens with one that can be made: 350 ml, about 300 g', () => {
    const { valid, checks, options, make } = evaluate(mug, {})
    expect(valid).toBe(true)
    expect(options).toEqual(mug.defaults)
    expect(checks.every(({ ok }) => ok)).toBe(true)
    expect(make.massG).toBeGreaterThan(270)
    expect(make.massG).toBeLessThan(340)
  })

  it('prices every reachable configuration, and the trace sums exactly', () => {
    fc.assert(
      fc.property(
        reachable,
        fc.constantFrom(...servedCountries),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('PT', 'GB', 'CN'),
        (options, country, quantity, origin) => {
          const { valid, price, checks } = evaluate(mug, options, { country, quantity, origin })
          expect(valid).toBe(true)
          expect(checks.every(({ ok }) => ok)).toBe(true)
          expect(price.trace.reduce((sum, line) => sum + line.amount, 0)).toBe(price.amount)
          for (const { amount } of price.trace) expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true)
        },
      ),
    )
  })

  it('passes all checks just when it can be made', () => {
    fc.assert(
      fc.property(anything, (options) => {
        const { valid, checks } = evaluate(mug, options)
        expect(checks.every(({ ok }) => ok)).toBe(valid)
      }),
    )
  })

  it('writes only whole numbers into its specification', () => {
    const walk = (value: unknown): void => {
      if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true)
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
    }
    fc.assert(
      fc.property(reachable, (options) => walk(JSON.parse(freeze(mug, options).bytes))),
      { numRuns: 30 },
    )
  })

  it('starts as many as it takes to have enough, and asks the mould once', () => {
    const cast = { ...mug.defaults, way: 'cast' }
    const trace = (quantity: number) => evaluate(mug, cast, { quantity }).price.trace
    const line = (quantity: number, code: string) => trace(quantity).find((each) => each.code === code)
    expect(line(1, 'tooling')?.amount).toBe(line(50, 'tooling')?.amount)
    // With the workshop's margin: €60–150 in Europe (practitioners).
    expect((line(1, 'tooling')?.amount ?? 0) * 1.45).toBeGreaterThan(6000)
    expect((line(1, 'tooling')?.amount ?? 0) * 1.45).toBeLessThan(15_000)
    expect(line(12, 'scrap')?.values.started).toBe(startedFor(12, yieldPermille.cast))
    expect(evaluate(mug, {}).price.trace.some(({ code }) => code === 'tooling')).toBe(false)
  })

  it('pays anti-dumping duty from China into the EU', () => {
    const { trace } = evaluate(mug, {}, { origin: 'CN' }).price
    const before = trace.slice(
      0,
      trace.findIndex(({ code }) => code === 'duty'),
    )
    const goods = before.reduce((sum, { amount }) => sum + amount, 0)
    expect(trace.find(({ code }) => code === 'anti_dumping')).toMatchObject({
      amount: Math.round(goods * 0.79),
      values: { percent: 79 },
    })
    expect(evaluate(mug, {}).price.trace.some(({ code }) => code === 'anti_dumping')).toBe(false)
  })
})

describe('what a mug costs to send', () => {
  it('is one small parcel alone, and shares parcels with others', () => {
    const door = (quantity: number) =>
      evaluate(mug, {}, { quantity }).price.trace.find(({ code }) => code === 'freight_door')
    expect(door(1)).toMatchObject({ amount: 1050, values: { mode: 'parcel' } })
    expect(door(6)).toMatchObject({ amount: 1900, values: { mode: 'parcel', cartons: 6 } })
    expect(door(60)?.amount).toBe(1900 * 4)
  })
})

describe('the solid of a mug', () => {
  it('can be made for all that is allowed, holds its volume within 1 %, weighs what is said, and claims nothing false', () => {
    fc.assert(
      fc.property(reachable, (options) => {
        const layout = layoutOf(options)
        const node = solidOf(layout)
        const solid = evaluateSolid(node, bench)
        if ('refused' in solid) throw new Error(`${solid.refused} ${JSON.stringify(options)}`)
        const { name } = mugOptions(options)
        // A name takes away a little; the price leaves it out.
        const off = Math.abs(solid.volumeMm3 / layout.clayVolume - 1)
        expect(off, JSON.stringify(options)).toBeLessThan(name === '' ? 0.005 : 0.02)
        expect(falseClaims(node, bench)).toEqual([])
        const room = evaluateSolid({ kind: 'revolution', outline: hollow(layout.profile), holes: [] }, bench)
        if ('refused' in room) throw new Error(room.refused)
        expect(Math.abs(room.volumeMm3 / (layout.chosen.volume * 1000) - 1)).toBeLessThan(0.01)
        expect(solid.bounds.to.y - solid.bounds.from.y).toBeCloseTo(layout.chosen.height, 1)
        expect(solid.bounds.to.x - solid.bounds.from.x).toBeCloseTo(layout.across, 0)
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})
