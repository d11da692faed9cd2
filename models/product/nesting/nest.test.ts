import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Blank, choices, cutFrom, type Placed, splits } from './guillotine.ts'
import { areaBound, lowerBound } from './lower-bound.ts'
import { type Nest, nest } from './nest.ts'

const blank = fc.record({
  lengthUm: fc.integer({ min: 60_000, max: 2_470_000 }),
  widthUm: fc.integer({ min: 60_000, max: 1_220_000 }),
  turns: fc.boolean(),
})
const blanks = fc.array(blank, { minLength: 1, maxLength: 40 })
const formats = [
  { length: 2500, width: 1250, trim: 15 },
  { length: 3000, width: 1500, trim: 15 },
]

/** What is wrong with a nest, in words; nothing when all is well. */
function faults(of: readonly Blank[], { sheets, usable, kerfUm }: Nest): string[] {
  const found: string[] = []
  const seen = new Map<number, number>()
  for (const { placed } of sheets) {
    for (const [index, one] of placed.entries()) {
      const { x, y } = one.room
      const { lengthUm = 0, widthUm = 0, turns = false } = of[one.blank] ?? {}
      seen.set(one.blank, (seen.get(one.blank) ?? 0) + 1)
      if (one.turned && !turns) found.push(`${one.blank} lost its grain`)
      const [length, width] = one.turned ? [widthUm, lengthUm] : [lengthUm, widthUm]
      if (one.lengthUm !== length || one.widthUm !== width) found.push(`${one.blank} changed its size`)
      const inside = x >= 0 && y >= 0 && x + length <= usable.lengthUm && y + width <= usable.widthUm
      if (!inside) found.push(`${one.blank} leaves the trimmed sheet`)
      for (const other of placed.slice(index + 1)) {
        const apart =
          x + length + kerfUm <= other.room.x ||
          other.room.x + other.lengthUm + kerfUm <= x ||
          y + width + kerfUm <= other.room.y ||
          other.room.y + other.widthUm + kerfUm <= y
        if (!apart) found.push(`${one.blank} and ${other.blank} are closer than the kerf`)
      }
    }
  }
  for (const [index] of of.entries())
    if (seen.get(index) !== 1) found.push(`${index} is cut ${seen.get(index) ?? 0} times`)
  return found
}

/** Whether a set of rectangles can be parted by cuts from edge to edge alone, down to single ones. */
function isGuillotine(placed: readonly Placed[]): boolean {
  if (placed.length < 2) return true
  for (const axis of ['x', 'y'] as const) {
    const end = (one: Placed) => one.room[axis] + (axis === 'x' ? one.lengthUm : one.widthUm)
    const sorted = [...placed].sort((a, b) => a.room[axis] - b.room[axis])
    let reach = 0
    for (const [index, one] of sorted.entries()) {
      if (index > 0 && one.room[axis] >= reach)
        return isGuillotine(sorted.slice(0, index)) && isGuillotine(sorted.slice(index))
      reach = Math.max(reach, end(one))
    }
  }
  return false
}

describe('a nest', () => {
  it('cuts every blank once, inside the trim, a kerf apart, with its grain', () => {
    fc.assert(
      fc.property(blanks, (of) => {
        const nested = nest(of, formats)
        expect(faults(of, nested)).toEqual([])
        for (const { placed } of nested.sheets) expect(isGuillotine(placed)).toBe(true)
        expect(nested.sheets.length).toBeGreaterThanOrEqual(lowerBound(of, nested.usable, nested.kerfUm))
        expect(nested.sheets.length).toBeGreaterThanOrEqual(areaBound(of, nested.usable))
      }),
      { numRuns: 60 },
    )
  })

  it('holds with every habit of choosing and splitting', () => {
    const usable = { lengthUm: 2_470_000, widthUm: 1_220_000 }
    fc.assert(
      fc.property(blanks, fc.constantFrom(...choices), fc.constantFrom(...splits), (of, choose, split) => {
        const order = of.map((_, index) => index)
        const sheets = cutFrom(of, order, usable, 4400, { choose, split })
        const format = { length: 2500, width: 1250, trim: 15 }
        const whole = { format, kerfUm: 4400, usable, sheets: sheets.map((placed) => ({ placed, offcuts: [] })) }
        expect(faults(of, whole)).toEqual([])
      }),
    )
  })

  it('leaves offcuts that nothing was cut from, large enough for stock', () => {
    fc.assert(
      fc.property(blanks, (of) => {
        for (const { placed, offcuts } of nest(of, formats).sheets) {
          for (const { x, y, lengthUm, widthUm } of offcuts) {
            expect(Math.min(lengthUm, widthUm)).toBeGreaterThanOrEqual(300_000)
            expect(Math.max(lengthUm, widthUm)).toBeGreaterThanOrEqual(600_000)
            for (const { room, ...one } of placed) {
              const apart =
                room.x + one.lengthUm <= x ||
                x + lengthUm <= room.x ||
                room.y + one.widthUm <= y ||
                y + widthUm <= room.y
              expect(apart).toBe(true)
            }
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  it('fills a sheet to the last millimetre, and turns only what has no grain', () => {
    const whole = { lengthUm: 2_470_000, widthUm: 1_220_000, turns: false }
    expect(nest([whole], formats.slice(0, 1)).sheets).toHaveLength(1)
    const halves = Array.from({ length: 2 }, () => ({ ...whole, widthUm: (1_220_000 - 4400) / 2 }))
    expect(nest(halves, formats.slice(0, 1)).sheets).toHaveLength(1)
    const tooLong = { lengthUm: 1_220_000, widthUm: 2_470_000 }
    expect(nest([{ ...tooLong, turns: true }], formats.slice(0, 1)).sheets).toHaveLength(1)
    expect(() => nest([{ ...tooLong, turns: false }], formats.slice(0, 1))).toThrow(RangeError)
  })

  it('takes the format that needs least board', () => {
    const six = Array.from({ length: 6 }, () => ({ lengthUm: 1_480_000, widthUm: 487_000, turns: false }))
    expect(nest(six, formats)).toMatchObject({ format: { length: 3000 }, sheets: [{}] })
    expect(nest(six.slice(0, 1), formats)).toMatchObject({ format: { length: 2500 }, sheets: [{}] })
  })
})
