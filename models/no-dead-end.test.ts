import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadProduct, products } from './catalog.ts'
import { allowedRange, cellStandings, standingOf } from './product/allowed.ts'
import { isListOption, tidyLengths } from './product/entries.ts'
import { evaluate } from './product/evaluate.ts'
import { isCells, isLengths, type Option, type Options, type OptionValue } from './product/options.ts'
import type { Product } from './product/product.ts'
import { sortedCells, splitChoice } from './product/read-lists.ts'
import { sampleOptions, sampleReachable, seeded } from './product/sample.ts'
import { say, sayFix } from './product/words.ts'

// What every product owes to those who shape it, whatever its options and rules: held to each that is listed.

const all: Product[] = []
for (const { slug, versions } of products) {
  for (const version of versions) {
    const product = await loadProduct(slug, version)
    if (product !== undefined) all.push(product)
  }
}

const seed = fc.integer({ min: 0, max: 2 ** 31 })
const isValid = (product: Product, options: Options) => product.examine(options).broken.length === 0

/** A value someone may choose for an option next: any of its own, of a list one cell more or less, one length or one choice another. */
function wish(product: Product, options: Options, option: Option, random: () => number): OptionValue {
  if (option.kind === 'cells') {
    const cells = cellStandings(product, options, option.key)
    return cells[Math.floor(random() * cells.length)]?.value ?? []
  }
  const below = (limit: number) => Math.floor(random() * limit)
  if (option.kind === 'lengths') {
    const now = options[option.key]
    const lengths = isLengths(now) ? now : []
    const place = below(Number(options[option.count]))
    const wished =
      random() < 0.3 ? 0 : option.min + below(Math.floor((option.max - option.min) / option.step) + 1) * option.step
    return tidyLengths(
      Array.from({ length: Math.max(lengths.length, place + 1) }, (_, at) =>
        at === place ? wished : (lengths[at] ?? 0),
      ),
    )
  }
  if (option.kind === 'cell-choices') {
    const now = options[option.key]
    const cell = `${below(Number(options[option.columns])) + 1}-${below(Number(options[option.rows])) + 1}`
    const others = isCells(now) ? now.filter((entry) => splitChoice(entry)[0] !== cell) : []
    return sortedCells([...others, `${cell}:${option.values[below(option.values.length)] ?? ''}`])
  }
  return sampleOptions(product, random)[option.key] ?? ''
}

function expectSentence(sentence: string, key: string): void {
  expect(sentence).not.toBe(key)
  expect(sentence).not.toMatch(/[{}[\]]/)
}

function expectWords(
  product: Product,
  rule: { code: string; values: Readonly<Record<string, string | number>> },
): void {
  expectSentence(say(product.words, `rule.${rule.code}`, rule.values), `rule.${rule.code}`)
}

describe.each(all)('$slug $version', (product) => {
  it('lets anyone choose in any order: every value is allowed, or to be had with the change that is told, or never', () => {
    let known = 0
    let unknown = 0
    fc.assert(
      fc.property(seed, (from) => {
        const random = seeded(from)
        let options = sampleReachable(product, random)
        for (let step = 0; step < 12; step += 1) {
          const option = product.options[Math.floor(random() * product.options.length)]
          if (option === undefined) continue
          const value = wish(product, options, option, random)
          const { because, way } = standingOf(product, options, option.key, value)
          const chosen = { ...options, [option.key]: value }
          expect(because === undefined).toBe(isValid(product, chosen))
          if (because !== undefined) expectWords(product, because)
          const found = way()
          // That a list can never be had is beyond proof: there are too many of them.
          if (found.kind === 'unknown') expect(isListOption(option)).toBe(true)
          if (found.kind === 'unknown') unknown += 1
          else known += 1
          if (found.kind !== 'change') continue
          expect(found.change).not.toHaveProperty([option.key])
          options = { ...chosen, ...found.change }
          expect(isValid(product, options)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
    expect(unknown / (known + unknown)).toBeLessThan(0.05)
  })

  it('tells where the lengths that are allowed now begin and end', () => {
    fc.assert(
      fc.property(seed, (from) => {
        const options = sampleReachable(product, seeded(from))
        for (const option of product.options) {
          if (option.kind !== 'length') continue
          const { step, intervals } = allowedRange(product, options, option.key)
          const isAllowed = (value: number) => isValid(product, { ...options, [option.key]: value })
          const now = Number(options[option.key])
          if (step === option.step) expect(intervals.some(({ from, to }) => now >= from && now <= to)).toBe(true)
          for (const { from, to } of intervals) {
            expect([isAllowed(from), isAllowed(to)]).toEqual([true, true])
            if (from > option.min) expect(isAllowed(from - step)).toBe(false)
            if (to + step <= option.max) expect(isAllowed(to + step)).toBe(false)
          }
        }
      }),
      { numRuns: 15 },
    )
  })

  it('gives every refusal a reason in words and a fix that works, from any configuration', () => {
    fc.assert(
      fc.property(seed, fc.constantFrom(undefined, ...product.options.map(({ key }) => key)), (from, changed) => {
        const options = sampleOptions(product, seeded(from))
        const { valid, refusals } = evaluate(product, options, changed === undefined ? {} : { changed })
        expect(valid).toBe(refusals.length === 0)
        for (const refusal of refusals) {
          expectWords(product, refusal)
          expect(Object.keys(refusal.fix ?? {}).length).toBeGreaterThan(0)
          expect(evaluate(product, { ...options, ...refusal.fix }).valid).toBe(true)
          for (const sentence of sayFix(product.words, product.options, refusal.fix ?? {})) expectSentence(sentence, '')
        }
      }),
      { numRuns: 60 },
    )
  })

  it('can be mended only by the options that a broken rule names', () => {
    const random = seeded(2)
    const others = Array.from({ length: 200 }, (_, index) =>
      index % 2 === 0 ? sampleReachable(product, random) : sampleOptions(product, random),
    )
    fc.assert(
      fc.property(seed, (from) => {
        const options = sampleOptions(product, seeded(from))
        for (const rule of product.examine(options).broken) {
          const named = Object.fromEntries(rule.options.map((key) => [key, options[key] ?? '']))
          expect(others.some((other) => isValid(product, { ...other, ...named }))).toBe(false)
        }
      }),
    )
  })

  it('cannot be made while a length stays whose place a broken rule names', () => {
    fc.assert(
      fc.property(seed, (from) => {
        const random = seeded(from)
        const options = sampleOptions(product, random)
        const { broken } = product.examine(options)
        for (const { key } of product.options) {
          const lengths = options[key]
          if (!isLengths(lengths)) continue
          for (const rule of broken) {
            if (!rule.options.includes(key) || typeof rule.values.places !== 'string') continue
            for (const place of rule.values.places.split(' ').map(Number)) {
              const some = lengths.map((length, index) => (index === place - 1 || random() < 0.3 ? length : 0))
              expect(isValid(product, { ...options, [key]: tidyLengths(some) })).toBe(false)
            }
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  it('cannot be made while a cell stays that a broken rule names', () => {
    fc.assert(
      fc.property(seed, (from) => {
        const random = seeded(from)
        const options = sampleOptions(product, random)
        const { broken } = product.examine(options)
        for (const { key, kind } of product.options) {
          const cells = options[key]
          if (kind !== 'cells' || !isCells(cells)) continue
          for (const rule of broken) {
            if (!rule.options.includes(key) || typeof rule.values.cells !== 'string') continue
            for (const cell of rule.values.cells.split(' ').filter((one) => cells.includes(one))) {
              const some = cells.filter((one) => one === cell || random() < 0.3)
              expect(isValid(product, { ...options, [key]: some })).toBe(false)
            }
          }
        }
      }),
      { numRuns: 100 },
    )
  })
})
