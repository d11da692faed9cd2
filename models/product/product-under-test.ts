import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { servedCountries } from '../money/tax.ts'
import { evaluate } from './evaluate.ts'
import type { Options } from './options.ts'
import type { Product } from './product.ts'
import { sampleOptions, sampleReachable, seeded } from './sample.ts'
import { overlap, solidsOf } from './solids.ts'
import { freeze } from './specification.ts'
import { say } from './words.ts'

const seed = fc.integer({ min: 0, max: 2 ** 31 })

/** Configurations that can be made, and any whatever. */
export const reachableOf = (product: Product) => seed.map((from) => sampleReachable(product, seeded(from)))
export const anyOf = (product: Product) => seed.map((from) => sampleOptions(product, seeded(from)))

/** The same options written in another key order. */
const reversed = (options: Options): Options => Object.fromEntries(Object.entries(options).reverse())

function holdsForPrices(product: Product): void {
  it('prices every reachable configuration, and the trace sums exactly', () => {
    const terms = fc.record({ country: fc.constantFrom(...servedCountries), quantity: fc.integer({ min: 1, max: 20 }) })
    fc.assert(
      fc.property(reachableOf(product), terms, (options, asked) => {
        const { valid, price, checks } = evaluate(product, options, asked)
        expect(valid).toBe(true)
        expect(checks.every((check) => check.ok)).toBe(true)
        expect(price.amount).toBeGreaterThan(0)
        expect(price.trace.reduce((sum, line) => sum + line.amount, 0)).toBe(price.amount)
        for (const line of price.trace) {
          expect(Number.isSafeInteger(line.amount) && line.amount >= 0).toBe(true)
          expect(say(product.words, `trace.${line.code}`, line.values)).not.toMatch(/[{[]|^trace\./)
        }
      }),
    )
  })
}

function holdsForRefusals(product: Product): void {
  it('gives every refused configuration a reason in words and a fix that works', () => {
    fc.assert(
      fc.property(anyOf(product), (options) => {
        const { valid, refusals, checks } = evaluate(product, options)
        expect(valid).toBe(refusals.length === 0)
        expect(valid).toBe(checks.every((check) => check.ok))
        const [first] = refusals
        for (const refusal of refusals) {
          const words = say(product.words, `rule.${refusal.code}`, refusal.values)
          expect(words).not.toContain('{')
          expect(words).not.toBe(`rule.${refusal.code}`)
        }
        if (first === undefined) return
        expect(Object.keys(first.fix ?? {}).length).toBeGreaterThan(0)
        expect(evaluate(product, { ...options, ...first.fix }).valid).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('reads anything without a throw, and every fix of it works', () => {
    const keys = fc.constantFrom(...product.options.map((option) => option.key), 'no such option')
    const value = fc.oneof(
      fc.integer(),
      fc.string(),
      fc.constantFrom(300, 600, 3600, 12),
      fc.array(fc.string()),
      fc.array(fc.constantFrom('1-1', '2-1', '1-1:paint-ink', '40-2', 300, 0, '400')),
      fc.anything(),
    )
    fc.assert(
      fc.property(fc.oneof(fc.dictionary(keys, value), fc.anything()), (raw) => {
        const { valid, options, refusals, price } = evaluate(product, raw)
        expect(Number.isSafeInteger(price.amount)).toBe(true)
        expect(valid).toBe(refusals.length === 0)
        expect(evaluate(product, { ...options, ...refusals[0]?.fix }).valid).toBe(true)
      }),
    )
  })
}

function holdsForSpecifications(product: Product): void {
  it('freezes the same hash whatever the order of keys', () => {
    fc.assert(
      fc.property(reachableOf(product), (options) => {
        expect(freeze(product, reversed(options)).hash).toBe(freeze(product, options).hash)
      }),
      { numRuns: 30 },
    )
  })

  it('writes only whole numbers into a specification', () => {
    const walk = (value: unknown): void => {
      if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true)
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
    }
    fc.assert(
      fc.property(reachableOf(product), (options) => walk(JSON.parse(freeze(product, options).bytes))),
      { numRuns: 30 },
    )
  })
}

function holdsForMakes(product: Product): void {
  it('has parts that do not overlap and fill exactly the envelope', () => {
    fc.assert(
      fc.property(reachableOf(product), (options) => {
        const make = product.make(options)
        const solids = solidsOf(make)
        for (const [index, solid] of solids.entries()) {
          for (const other of solids.slice(index + 1)) {
            if (overlap(solid, other)) throw new Error(`${solid.part} and ${other.part} share room`)
          }
        }
        for (const axis of ['x', 'y', 'z'] as const) {
          expect(Math.min(...solids.map((solid) => solid.from[axis]))).toBe(0)
          expect(Math.max(...solids.map((solid) => solid.to[axis]))).toBe(make.envelope[axis])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is made in steps that follow one another, each named in words', () => {
    fc.assert(
      fc.property(reachableOf(product), (options) => {
        const known = new Set<string>()
        for (const { key, after, setupS, runS, lagS } of product.make(options).operations) {
          expect(known.has(key)).toBe(false)
          for (const before of after) expect(known.has(before)).toBe(true)
          for (const seconds of [setupS, runS, lagS]) expect(Number.isSafeInteger(seconds) && seconds >= 0).toBe(true)
          for (const what of ['operation', 'doing', 'done']) expect(product.words).toHaveProperty([`${what}.${key}`])
          known.add(key)
        }
        expect([...known].at(-1)).toBe('pack')
      }),
      { numRuns: 60 },
    )
  })
}

/** What must be true of every product, whatever it is. */
export function holdsForEveryProduct(product: Product): void {
  describe(`${product.slug}, version ${product.version}`, () => {
    it('opens with what can be made, and has a right of withdrawal', () => {
      const { valid, checks, options } = evaluate(product, {})
      expect(valid).toBe(true)
      expect(options).toEqual(product.defaults)
      expect(checks.every((check) => check.ok)).toBe(true)
      const { withdrawal } = freeze(product, product.defaults).specification
      expect(withdrawal).toEqual({ right: 'fourteen_days', because: [] })
    })
    holdsForPrices(product)
    holdsForRefusals(product)
    holdsForSpecifications(product)
    holdsForMakes(product)
  })
}
