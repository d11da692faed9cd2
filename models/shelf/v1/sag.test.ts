import { describe, expect, it } from 'vitest'
import { type Board, boards } from './materials.ts'
import { finalSag, initialSag, loadClasses, longestSpan } from './sag.ts'

const birch = boards.birch.standard
const strongBirch = boards.birch.strong ?? birch
const across: Board = { ...birch, stiffness: 7_452 }
const melamine16: Board = { ...boards.melamine.standard, thickness: 16, stiffness: 2_600 }

describe('the longest span', () => {
  /** Tables computed elsewhere from the same formula: L/200 after creep and L/600 when new, mm. */
  it.each([
    [birch, 'decor', 1157, 938],
    [birch, 'mixed', 1022, 829],
    [birch, 'books', 904, 733],
    [across, 'decor', 1047, 849],
    [across, 'books', 818, 663],
    [strongBirch, 'decor', 1499, 1215],
    [strongBirch, 'books', 1181, 958],
  ] as const)('agrees with the table of plywood, row %#', (board, load, final, initial) => {
    expect(Math.abs(longestSpan(board, load) - final)).toBeLessThanOrEqual(1)
    expect(Math.abs(longestSpan(board, load, 600, 1) - initial)).toBeLessThanOrEqual(1)
  })

  it.each([
    [melamine16, 613, 540, 477],
    [boards.melamine.standard, 677, 598, 528],
    [boards.melamine.strong ?? melamine16, 898, 797, 707],
    [boards.mdf.standard, 726, 643, 569],
    [boards.mdf.strong ?? melamine16, 823, 731, 648],
  ] as const)('agrees with the table of particle boards, row %#', (board, decor, mixed, books) => {
    for (const [load, span] of [
      ['decor', decor],
      ['mixed', mixed],
      ['books', books],
    ] as const) {
      expect(Math.abs(longestSpan(board, load) - span)).toBeLessThanOrEqual(3)
    }
  })

  it('lets a melamine book shelf of 900 mm end about 22 mm down', () => {
    expect(finalSag(boards.melamine.standard, 'books', 900)).toBeCloseTo(22.3, 1)
    expect(initialSag(boards.melamine.standard, 'books', 900)).toBeLessThan(
      finalSag(boards.melamine.standard, 'books', 900),
    )
  })

  it('has the load classes of the standards', () => {
    expect(loadClasses).toEqual({ decor: 0.65, mixed: 1, books: 1.5 })
  })
})
