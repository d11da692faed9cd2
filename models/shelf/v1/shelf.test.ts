import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { servedCountries } from '../../money/tax.ts'
import { evaluate } from '../../product/evaluate.ts'
import type { Options, OptionValue } from '../../product/options.ts'
import { sampleOptions, sampleReachable, seeded } from '../../product/sample.ts'
import { freeze } from '../../product/specification.ts'
import { say } from '../../product/words.ts'
import { shelf } from './shelf.ts'

const seed = fc.integer({ min: 0, max: 2 ** 31 })
const reachable = seed.map((from) => sampleReachable(shelf, seeded(from)))
const anything = seed.map((from) => sampleOptions(shelf, seeded(from)))

/** The same options written in another key order. */
const reversed = (options: Options): Options => Object.fromEntries(Object.entries(options).reverse())

describe('the shelf', () => {
  it('opens with a shelf that can be made', () => {
    const { valid, checks, options } = evaluate(shelf, {})
    expect(valid).toBe(true)
    expect(options).toEqual(shelf.defaults)
    expect(checks.map((check) => check.ok)).toEqual([true, true, true, true, true, true])
  })

  it('prices every reachable configuration, and the trace sums exactly', () => {
    fc.assert(
      fc.property(
        reachable,
        fc.constantFrom(...servedCountries),
        fc.integer({ min: 1, max: 20 }),
        (options, country, quantity) => {
          const { valid, price, checks } = evaluate(shelf, options, { country, quantity })
          expect(valid).toBe(true)
          expect(checks.every((check) => check.ok)).toBe(true)
          expect(price.amount).toBeGreaterThan(0)
          expect(price.trace.reduce((sum, line) => sum + line.amount, 0)).toBe(price.amount)
          for (const line of price.trace) expect(Number.isSafeInteger(line.amount) && line.amount >= 0).toBe(true)
        },
      ),
    )
  })

  it('gives every refused configuration a reason in words and a fix that works', () => {
    fc.assert(
      fc.property(anything, (options) => {
        const { valid, refusals, checks } = evaluate(shelf, options)
        expect(valid).toBe(refusals.length === 0)
        expect(valid).toBe(checks.every((check) => check.ok))
        for (const refusal of refusals) {
          const words = say(shelf.words, `rule.${refusal.code}`, refusal.values)
          expect(words).not.toContain('{')
          expect(words).not.toBe(`rule.${refusal.code}`)
          expect(refusal.fix).toBeDefined()
          expect(Object.keys(refusal.fix ?? {}).length).toBeGreaterThan(0)
          expect(evaluate(shelf, { ...options, ...refusal.fix }).valid).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('reads anything without a throw, and every fix of it works', () => {
    const keys = fc.constantFrom(...shelf.options.map((option) => option.key), 'colour')
    const value = fc.oneof(
      fc.integer(),
      fc.string(),
      fc.constantFrom(300, 600, 3600, 12),
      fc.array(fc.string()),
      fc.anything(),
    )
    fc.assert(
      fc.property(fc.oneof(fc.dictionary(keys, value), fc.anything()), (raw) => {
        const { valid, options, refusals, price } = evaluate(shelf, raw)
        expect(Number.isSafeInteger(price.amount)).toBe(true)
        expect(valid).toBe(refusals.length === 0)
        for (const { fix } of refusals) expect(evaluate(shelf, { ...options, ...fix }).valid).toBe(true)
      }),
    )
  })

  it('freezes the same hash whatever the order of keys', () => {
    fc.assert(
      fc.property(reachable, (options) => {
        expect(freeze(shelf, reversed(options)).hash).toBe(freeze(shelf, options).hash)
      }),
      { numRuns: 30 },
    )
  })

  it('changes the hash with every option', () => {
    const base: Options = { ...shelf.defaults, material: 'mdf', finish: 'paint-white' }
    const others: Record<string, OptionValue> = {
      width: 1201,
      height: 1801,
      depth: 321,
      columns: 4,
      rows: 3,
      load: 'books',
      back: 'braced',
      doors: ['1-1'],
      material: 'melamine',
      thickness: 'strong',
      finish: 'paint-sage',
      feet: 'high',
      name: 'Ada',
    }
    const hashes = [freeze(shelf, base).hash]
    for (const { key } of shelf.options) {
      const value = others[key]
      if (value === undefined) throw new Error(`no other value for ${key}`)
      const changed = { ...base, [key]: value }
      hashes.push(freeze(shelf, key === 'material' ? { ...changed, finish: 'decor-white' } : changed).hash)
    }
    expect(new Set(hashes).size).toBe(shelf.options.length + 1)
  })

  it('refuses to freeze what cannot be made', () => {
    expect(() => freeze(shelf, { ...shelf.defaults, finish: 'decor-oak' })).toThrow(/finish_not_on_material/)
  })

  it('writes only whole numbers into a specification', () => {
    const walk = (value: unknown): void => {
      if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true)
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
    }
    fc.assert(
      fc.property(reachable, (options) => walk(JSON.parse(freeze(shelf, options).bytes))),
      { numRuns: 30 },
    )
  })

  it('names its right of withdrawal', () => {
    expect(freeze(shelf, shelf.defaults).specification.withdrawal).toEqual({ right: 'fourteen_days', because: [] })
    const own = freeze(shelf, { ...shelf.defaults, width: 1187, name: 'Ada' }).specification
    expect(own.withdrawal).toEqual({ right: 'none', because: ['width', 'name'] })
  })
})
