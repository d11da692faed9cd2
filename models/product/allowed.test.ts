import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shelf } from '../shelf/v1/shelf.ts'
import { allowedRange, cellStandings, standingOf, standings } from './allowed.ts'
import { isListOption } from './entries.ts'
import { sampleReachable, seeded } from './sample.ts'
import { every, isValid, smallProduct, valuesIn } from './small-products-under-test.ts'

const reachable = fc.integer({ min: 0, max: 2 ** 31 }).map((from) => sampleReachable(shelf, seeded(from)))

describe('what is allowed', () => {
  it('is held to all configurations there are, of any small product', () => {
    const seen = { now: 0, change: 0, never: 0, unknown: 0 }
    fc.assert(
      fc.property(smallProduct, fc.nat(), ({ product, options }, pick) => {
        if (!isValid(product, options)) return
        const option = product.options[pick % product.options.length]
        if (option === undefined || ['length', 'text', 'lengths', 'cell-choices'].includes(option.kind)) return
        const all = option.kind === 'cells' ? cellStandings : standings
        for (const { value, because, way } of all(product, options, option.key)) {
          const chosen = { ...options, [option.key]: value }
          expect(because === undefined).toBe(isValid(product, chosen))
          if (because === undefined) {
            seen.now += 1
            continue
          }
          const found = way()
          seen[found.kind] += 1
          const others = product.options.filter(({ key }) => key !== option.key)
          const isPossible = every(others, chosen).some((one) => isValid(product, one))
          if (found.kind === 'change') {
            expect(found.change).not.toHaveProperty([option.key])
            expect(isValid(product, { ...chosen, ...found.change })).toBe(true)
          } else if (found.kind === 'never') expect(isPossible).toBe(false)
          // What has lists of values alone can always be told.
          else expect(others.some((other) => other.kind === 'text' || isListOption(other))).toBe(true)
        }
      }),
      { numRuns: 2500 },
    )
    for (const count of [seen.now, seen.change, seen.never]) expect(count).toBeGreaterThan(50)
  })

  it('tells every length that is allowed now, and no other', () => {
    fc.assert(
      fc.property(smallProduct, ({ product, options }) => {
        const option = product.options.find(({ kind }) => kind === 'length')
        if (option === undefined || !isValid(product, options)) return
        const { step, intervals } = allowedRange(product, options, option.key)
        expect(step).toBe(50)
        for (const value of valuesIn(option, options)) {
          const isTold = intervals.some(({ from, to }) => Number(value) >= from && Number(value) <= to)
          expect(isTold).toBe(isValid(product, { ...options, [option.key]: value }))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('says of a shelf what a cabinet maker would', () => {
    const finish = standings(shelf, shelf.defaults, 'finish')
    expect(finish.filter(({ because }) => because === undefined).map(({ value }) => value)).toEqual([
      'oil',
      'clear-lacquer',
      'dark-stain',
    ])
    const paint = finish.find(({ value }) => value === 'paint-sage')
    expect(paint?.because?.code).toBe('finish_not_on_material')
    expect(paint?.way()).toEqual({ kind: 'change', change: { material: 'mdf' }, proved: true })
    const name = standingOf(shelf, shelf.defaults, 'name', 'Ада')
    expect(name.because?.code).toBe('engraving_letter_missing')
    expect(name.way()).toEqual({ kind: 'never' })
    expect(allowedRange(shelf, shelf.defaults, 'depth').intervals).toEqual([{ from: 240, to: 600 }])
    const cells = cellStandings(shelf, { ...shelf.defaults, rows: 7, doors: [] }, 'doors')
    expect(cells.every(({ because }) => because?.code === 'door_too_low')).toBe(true)
  })

  it('blames a cell only for what it does itself', () => {
    const options = { ...shelf.defaults, rows: 7, doors: ['1-1'] }
    const wider = { ...shelf.defaults, columns: 2, width: 2000, doors: ['1-1'], height: 2200, rows: 3 }
    for (const { cell, because } of cellStandings(shelf, options, 'doors')) {
      if (cell === '1-1') expect(because).toBeUndefined()
      else expect(because?.values.cells).toContain(cell)
    }
    for (const { because } of cellStandings(shelf, wider, 'doors')) expect(because).toBeUndefined()
  })

  it('takes milliseconds, also for the ways of a whole option', () => {
    const random = seeded(3)
    const spent: number[] = []
    for (let count = 0; count < 30; count += 1) {
      const options = sampleReachable(shelf, random)
      for (const { key, kind } of shelf.options) {
        const start = performance.now()
        if (kind === 'length') allowedRange(shelf, options, key)
        else if (kind === 'cells') cellStandings(shelf, options, key)
        else for (const { because, way } of standings(shelf, options, key)) if (because !== undefined) way()
        spent.push(performance.now() - start)
      }
    }
    spent.sort((a, b) => a - b)
    const at = (share: number) => spent[Math.floor(spent.length * share)] ?? 0
    console.info(`one option takes ${at(0.5).toFixed(1)} ms (median), ${at(0.99).toFixed(1)} ms (p99)`)
    // The promise is 50 ms on a quiet machine; this one may be busy.
    expect(at(0.5)).toBeLessThan(50)
  })

  it('leaves every value of a shelf with a way to it, unless it is never to be had', () => {
    fc.assert(
      fc.property(reachable, fc.constantFrom(...shelf.options), (options, { key }) => {
        for (const { value, because, way } of standings(shelf, options, key)) {
          if (because === undefined) continue
          const found = way()
          expect(found.kind).toBe('change')
          if (found.kind === 'change') expect(isValid(shelf, { ...options, [key]: value, ...found.change })).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })
})
