import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shelf } from '../shelf/v1/shelf.ts'
import { nearestFix } from './fix.ts'
import { countOfValues, everyValue } from './nearby.ts'
import type { Options } from './options.ts'
import type { Product } from './product.ts'
import { sampleOptions, seeded } from './sample.ts'
import { distance, every, isValid, smallProduct, suggestions } from './small-products-under-test.ts'

const seed = fc.integer({ min: 0, max: 2 ** 31 })
const anything = seed.map((from) => sampleOptions(shelf, seeded(from)))

type Distance = ReturnType<typeof distance>

const nearer = (one: Distance, other: Distance) =>
  one.changes < other.changes || (one.changes === other.changes && one.cost < other.cost)

/** The least distance of any valid configuration that leaves `kept` alone, by trying all of them. */
function bruteForce(product: Product, options: Options, kept: string | undefined): Distance | undefined {
  const free = product.options.filter(({ key }) => key !== kept)
  let least: Distance | undefined
  for (const one of every(free, options, ['', ...suggestions(product, options)], product)) {
    if (!isValid(product, one)) continue
    const found = distance(product, options, one)
    if (least === undefined || nearer(found, least)) least = found
  }
  return least
}

/** Holds the fix of a configuration to all configurations there are. */
function expectNearest(product: Product, options: Options, keep: string | undefined): void {
  const fix = nearestFix(product, options, keep)
  const keeping = bruteForce(product, options, keep)
  const least = keeping ?? bruteForce(product, options, undefined)
  if (fix === undefined) {
    expect(least).toBeUndefined()
    return
  }
  const fixed = { ...options, ...fix.change }
  expect(isValid(product, fixed)).toBe(true)
  if (least === undefined) throw new Error('a fix beyond all configurations')
  if (keeping !== undefined && keeping.changes <= 3 && keep !== undefined) expect(fix.change).not.toHaveProperty([keep])
  if (least.changes > 3) expect(fix.proved).toBe(false)
  else expect({ ...distance(product, options, fixed), proved: fix.proved }).toEqual({ ...least, proved: true })
}

/** A part of the shelf: some options, lengths in wide steps, the others as they are. */
const slice = fc
  .record({
    from: seed,
    keys: fc.subarray(['columns', 'rows', 'load', 'material', 'thickness', 'finish', 'feet', 'name'], {
      minLength: 2,
      maxLength: 4,
    }),
    length: fc.constantFrom(undefined, 'width', 'height', 'depth'),
    step: fc.integer({ min: 100, max: 400 }),
  })
  .map(({ from, keys, length, step }) => {
    const sampled = sampleOptions(shelf, seeded(from))
    const options = shelf.options
      .filter(({ key }) => keys.includes(key) || key === length)
      .map((option) => (option.kind === 'length' ? { ...option, step } : option))
    const snapped = (from: Options) =>
      Object.fromEntries(
        options.map((option) => {
          const value = from[option.key] ?? ''
          if (option.kind !== 'length' || typeof value !== 'number') return [option.key, value]
          return [option.key, option.min + Math.floor((value - option.min) / step) * step]
        }),
      )
    const defaults = { ...shelf.defaults, ...snapped(shelf.defaults) }
    return { product: { ...shelf, options, defaults }, options: { ...sampled, ...snapped(sampled) } }
  })
  .filter(({ product }) => product.options.reduce((all, option) => all * Math.min(countOfValues(option), 3), 1) <= 400)

const single = (change: Options) => {
  const [key = '', value] = Object.entries(change)[0] ?? []
  return shelf.options.flatMap((option) =>
    [...everyValue(option)]
      .filter((other) => option.key !== key || other !== value)
      .map((other) => ({ [option.key]: other })),
  )
}

describe('the nearest fix', () => {
  it('is empty for what can be made', () => {
    expect(nearestFix(shelf, shelf.defaults)).toEqual({ change: {}, proved: true })
  })

  it('is the nearest of all configurations there are, of any small product', () => {
    fc.assert(
      fc.property(smallProduct, fc.nat(), ({ product, options }, pick) => {
        const keys = [undefined, ...product.options.map(({ key }) => key)]
        expectNearest(product, options, keys[pick % keys.length])
      }),
      { numRuns: 1000 },
    )
  })

  it('is the nearest of all configurations there are, of any part of the shelf', () => {
    fc.assert(
      fc.property(slice, fc.nat(), ({ product, options }, pick) => {
        const keys = [undefined, ...product.options.map(({ key }) => key)]
        expectNearest(product, options, keys[pick % keys.length])
      }),
      { numRuns: 60 },
    )
  })

  it('always works, names only what changes, and is mostly proved', () => {
    let proved = 0
    let all = 0
    fc.assert(
      fc.property(anything, (options) => {
        const fix = nearestFix(shelf, options)
        if (fix === undefined) throw new Error('no fix was found')
        expect(isValid(shelf, { ...options, ...fix.change })).toBe(true)
        for (const [key, value] of Object.entries(fix.change)) expect(value).not.toEqual(options[key])
        all += 1
        if (fix.proved) proved += 1
      }),
      { numRuns: 200 },
    )
    expect(proved / all).toBeGreaterThan(0.85)
  })

  it('changes one option wherever one is enough, and that one by the least cost', () => {
    fc.assert(
      fc.property(anything, (options) => {
        if (isValid(shelf, options)) return
        const fix = nearestFix(shelf, options)
        if (fix === undefined) throw new Error('no fix was found')
        const { changes, cost } = distance(shelf, options, { ...options, ...fix.change })
        const cheaper = single(fix.change).find((change) => {
          const one = distance(shelf, options, { ...options, ...change })
          return (changes > 1 || one.cost < cost) && isValid(shelf, { ...options, ...change })
        })
        expect(cheaper).toBeUndefined()
      }),
      { numRuns: 60 },
    )
  })

  it('offers what a cabinet maker would: a column more, its own finish', () => {
    expect(nearestFix(shelf, { ...shelf.defaults, width: 2400, columns: 2, doors: [], load: 'books' })).toEqual({
      change: { columns: 3 },
      proved: true,
    })
    expect(nearestFix(shelf, { ...shelf.defaults, finish: 'clear-lacquer', material: 'melamine' })?.change).toEqual({
      finish: 'decor-white',
    })
  })

  it('leaves alone what was chosen last, where another change helps', () => {
    const options = { ...shelf.defaults, finish: 'paint-ink' }
    expect(nearestFix(shelf, options)?.change).toEqual({ finish: 'dark-stain' })
    expect(nearestFix(shelf, options, 'finish')?.change).toEqual({ material: 'mdf' })
    expect(nearestFix(shelf, { ...shelf.defaults, name: 'Ада' }, 'name')?.change).toEqual({ name: '' })
  })

  it('takes milliseconds', () => {
    const random = seeded(11)
    const spent = Array.from({ length: 300 }, () => {
      const options = sampleOptions(shelf, random)
      const start = performance.now()
      nearestFix(shelf, options)
      return performance.now() - start
    }).sort((a, b) => a - b)
    const at = (share: number) => spent[Math.floor(spent.length * share)] ?? 0
    console.info(`a fix takes ${at(0.5).toFixed(1)} ms (median), ${at(0.99).toFixed(1)} ms (p99)`)
    // The promise is 50 ms at p99 on a quiet machine; this one may be busy.
    expect(at(0.5)).toBeLessThan(50)
  })
})
