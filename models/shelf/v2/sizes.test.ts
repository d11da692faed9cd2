import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../product/evaluate.ts'
import { anyOf, reachableOf } from '../../product/product-under-test.ts'
import { layoutOf } from './layout.ts'
import { shelf } from './shelf.ts'
import { sizesOf } from './split.ts'

const open = { ...shelf.defaults, doors: [] }
const refusals = (changes: object, changed?: string) =>
  evaluate(shelf, { ...open, ...changes }, changed === undefined ? {} : { changed }).refusals
const codes = (changes: object) => refusals(changes).map(({ code }) => code)
const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0)

describe('sizes one by one', () => {
  it('are as wanted, and share evenly what is left', () => {
    expect(sizesOf(1128, [], 3)).toEqual([376, 376, 376])
    expect(sizesOf(1130, [300], 3)).toEqual([300, 415, 415])
    expect(sizesOf(1131, [0, 300], 3)).toEqual([416, 300, 415])
    expect(sizesOf(1000, [400, 600], 2)).toEqual([400, 600])
    expect(sizesOf(500, [400, 600], 3)).toEqual([400, 600, 1])
  })

  it('fill the shelf to the millimetre, the wanted ones exactly', () => {
    fc.assert(
      fc.property(reachableOf(shelf), (options) => {
        const { chosen, board, foot, spans, stacks, columnWidths, rowHeights, columnX, rowY } = layoutOf(options)
        const t = board.thickness
        expect(sum(columnWidths) + t * (chosen.columns + spans.length)).toBe(chosen.width)
        expect(foot + sum(rowHeights) + t * (chosen.rows + stacks.length)).toBe(chosen.height)
        for (const [at, width] of chosen.columnWidths.entries()) if (width > 0) expect(columnWidths[at]).toBe(width)
        for (const [at, height] of chosen.rowHeights.entries()) if (height > 0) expect(rowHeights[at]).toBe(height)
        expect((columnX.at(-1) ?? 0) + (columnWidths.at(-1) ?? 0) + t).toBe(chosen.width)
        expect((rowY.at(-1) ?? 0) + (rowHeights.at(-1) ?? 0) + t).toBe(chosen.height)
      }),
    )
  })

  it('say the same shelf when they are what an even division gives', () => {
    const even = layoutOf(open)
    const own = layoutOf({ ...open, columnWidths: even.columnWidths, rowHeights: even.rowHeights })
    for (const field of ['columnX', 'rowY', 'spans', 'stacks', 'heaviestG'] as const)
      expect(own[field]).toEqual(even[field])
  })

  it('never weigh more than is said of the heaviest body', () => {
    fc.assert(
      fc.property(anyOf(shelf), (options) => {
        const layout = layoutOf(options)
        const { parts } = shelf.make(options)
        const bodies = new Map<number, number>()
        for (const { kind, massG, places } of parts) {
          if (!['side', 'partition', 'top', 'bottom', 'shelf'].includes(kind)) continue
          for (const { body } of places) bodies.set(body, (bodies.get(body) ?? 0) + massG)
        }
        // A slanted rear leaves boards inside 20 mm less deep than the straight one that is counted with, but for the outer ones.
        const most = Math.max(...bodies.values())
        expect(Math.abs(most - layout.heaviestG)).toBeLessThan(Math.max(100, layout.heaviestG * 0.12))
      }),
      { numRuns: 60 },
    )
  })

  it('are refused by name', () => {
    expect(codes({ columnWidths: [0, 0, 0, 300] })).toEqual(['width_without_column'])
    expect(codes({ rowHeights: [0, 0, 0, 0, 300] })).toEqual(['height_without_row'])
    expect(codes({ columnWidths: [300, 300, 300] })).toEqual(['columns_do_not_fill'])
    expect(codes({ rowHeights: [400, 400, 400, 400] })).toEqual(['rows_do_not_fill'])
    expect(codes({ columnWidths: [500, 500] })).toEqual(['column_too_narrow'])
    expect(codes({ rowHeights: [600, 600, 400] })).toEqual(['row_too_low'])
    expect(codes({ width: 2000, columnWidths: [1100] })).toEqual(['span_sags'])
  })

  it('give way to the nearest that can be made', () => {
    expect(refusals({ columnWidths: [300, 300, 300] })[0]?.fix).toEqual({ columnWidths: [300, 300, 528] })
    expect(refusals({ columnWidths: [0, 0, 0, 300] })[0]?.fix).toEqual({ columnWidths: [] })
    const [sags] = refusals({ width: 2000, columnWidths: [1100] })
    expect(sags?.values).toMatchObject({ column: 1, span: 1100, longest: 1021 })
    expect(sags?.fix).toEqual({ columnWidths: [1021] })
  })
})
