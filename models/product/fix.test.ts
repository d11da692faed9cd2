import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shelf } from '../shelf/v1/shelf.ts'
import { nearestFix } from './fix.ts'
import type { Option, Options, OptionValue } from './options.ts'
import { sampleOptions, seeded } from './sample.ts'

const anything = fc.integer({ min: 0, max: 2 ** 31 }).map((seed) => sampleOptions(shelf, seeded(seed)))
const isValid = (options: Options) => shelf.examine(options).broken.length === 0

/** Every value of one option, the cells left to the test of rules. */
function everyValue(option: Option): OptionValue[] {
  if (option.kind === 'choice') return [...option.values]
  if (option.kind !== 'length' && option.kind !== 'count') return option.kind === 'text' ? [''] : []
  const values: number[] = []
  for (let value = option.min; value <= option.max; value += option.step) values.push(value)
  return values
}

/** The least cost of a change of one number, by trying every value. */
function bruteForce(options: Options): number {
  let least = Number.POSITIVE_INFINITY
  for (const option of shelf.options) {
    if (option.kind !== 'length' && option.kind !== 'count') continue
    for (const value of everyValue(option)) {
      const cost =
        ((shelf.stepCost[option.key] ?? 1) * Math.abs(Number(value) - Number(options[option.key]))) / option.step
      if (cost < least && isValid({ ...options, [option.key]: value })) least = cost
    }
  }
  return least
}

describe('the nearest fix', () => {
  it('is empty for what can be made', () => {
    expect(nearestFix(shelf, shelf.defaults)).toEqual({})
  })

  it('always works and names only what changes', () => {
    fc.assert(
      fc.property(anything, (options) => {
        const fix = nearestFix(shelf, options)
        expect(fix).toBeDefined()
        expect(isValid({ ...options, ...fix })).toBe(true)
        for (const [key, value] of Object.entries(fix ?? {})) expect(value).not.toEqual(options[key])
      }),
    )
  })

  it('changes one option wherever one is enough, and a number by the smallest step', () => {
    fc.assert(
      fc.property(anything, (options) => {
        if (isValid(options)) return
        const fix = nearestFix(shelf, options) ?? {}
        const keys = Object.keys(fix)
        const single = shelf.options.some((option) =>
          everyValue(option).some((value) => isValid({ ...options, [option.key]: value })),
        )
        if (single) expect(keys).toHaveLength(1)
        const option = shelf.options.find(({ key }) => key === keys[0])
        if (keys.length !== 1 || (option?.kind !== 'length' && option?.kind !== 'count')) return
        const cost = (shelf.stepCost[option.key] ?? 1) * Math.abs(Number(fix[option.key]) - Number(options[option.key]))
        expect(cost / option.step).toBe(bruteForce(options))
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('offers what a cabinet maker would: a column more, its own finish', () => {
    expect(nearestFix(shelf, { ...shelf.defaults, width: 2400, columns: 2, doors: [], load: 'books' })).toEqual({
      columns: 3,
    })
    expect(nearestFix(shelf, { ...shelf.defaults, finish: 'clear-lacquer', material: 'melamine' })).toEqual({
      finish: 'decor-white',
    })
  })

  it('leaves alone what was chosen last, where another change helps', () => {
    const options = { ...shelf.defaults, finish: 'paint-ink' }
    expect(nearestFix(shelf, options)).toEqual({ finish: 'dark-stain' })
    expect(nearestFix(shelf, options, 'finish')).toEqual({ material: 'mdf' })
    expect(nearestFix(shelf, { ...shelf.defaults, name: 'Ада' }, 'name')).toEqual({ name: '' })
  })
})
