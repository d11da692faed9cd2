import { describe, expect, it } from 'vitest'
import { evaluate } from '../../product/evaluate.ts'
import type { Options } from '../../product/options.ts'
import { makersShare } from '../../product/price.ts'
import { shelf as shelfBefore } from '../v1/shelf.ts'
import { shelf } from './shelf.ts'

/** 1800×2000×320, three columns, five rows, three doors, birch: the shelf that trades are compared by. */
const reference = { ...shelf.defaults, width: 1800, height: 2000, columns: 3, rows: 5 }

const exWorks = (changes: Options) => makersShare(evaluate(shelf, { ...reference, ...changes }).price) / 100
const hours = (changes: Options) =>
  evaluate(shelf, { ...reference, ...changes }).make.operations.reduce(
    (sum, { setupS, runS }) => sum + setupS + runS,
    0,
  ) / 3600

describe('the reference shelf', () => {
  it('costs €950–1 300 ex works in Brianza, in 4.5 to 6 hours of touch time', () => {
    expect(exWorks({})).toBeGreaterThanOrEqual(950)
    expect(exWorks({})).toBeLessThanOrEqual(1300)
    expect(hours({})).toBeGreaterThanOrEqual(4.5)
    expect(hours({})).toBeLessThanOrEqual(6)
  })

  it('costs a little more than by the book before, and never less', () => {
    for (const [material, finish] of [
      ['birch', 'oil'],
      ['oak', 'clear-lacquer'],
      ['melamine', 'decor-white'],
      ['mdf', 'paint-sage'],
    ] as const) {
      const options = { ...shelfBefore.defaults, material, finish }
      const before = evaluate(shelfBefore, options).price.amount
      const now = evaluate(shelf, { ...shelf.defaults, material, finish }).price.amount
      expect(now).toBeGreaterThan(before)
      expect(now).toBeLessThan(before * 1.03)
    }
  })

  // A workshop's drawer on ball-bearing runners is €70–140 ex works in Brianza, a painted door €60–120 more than one of the shelf's own board,
  // a slanted rear €30–60 of work, less what shallower boards save: practitioners.
  it('asks for what is new about what a workshop does', () => {
    const more = (changes: Options) => exWorks({ ...changes }) - exWorks({})
    const drawers =
      exWorks({ doors: [], drawers: ['1-1', '2-1', '3-1'], depth: 340 }) - exWorks({ doors: [], depth: 340 })
    expect(drawers / 3).toBeGreaterThan(70)
    expect(drawers / 3).toBeLessThan(140)
    expect(more({ rear: 'slanted' })).toBeGreaterThan(0)
    expect(more({ rear: 'slanted' })).toBeLessThan(60)
    expect(more({ cables: ['1-2', '2-2'] })).toBeGreaterThan(5)
    expect(more({ cables: ['1-2', '2-2'] })).toBeLessThan(30)
    const painted = more({ colours: ['1-1:paint-sage', '2-1:paint-sage', '3-1:paint-sage'] })
    expect(painted / 3).toBeGreaterThan(50)
    expect(painted / 3).toBeLessThan(130)
    expect(more({ edge: 'bevel' })).toBeGreaterThan(more({ edge: 'eased' }))
    expect(more({ edge: 'eased' })).toBeGreaterThan(10)
  })
})
