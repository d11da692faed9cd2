import { describe, expect, it } from 'vitest'
import { shelf } from '../../shelf/v1/shelf.ts'
import { shelf as newer } from '../../shelf/v2/shelf.ts'
import type { Options } from '../options.ts'
import { workpiecesOf } from '../panels/workpiece.ts'
import { sampleReachable, seeded } from '../sample.ts'
import { cuttingPlanOf, type PlannedSheet } from './cutting-plan.ts'
import { areaBound } from './lower-bound.ts'
import { sawKerfUm } from './sheet-stock.ts'

const planOf = (options: Options, product = shelf) =>
  cuttingPlanOf(workpiecesOf(product.make(options)), product.sheets ?? {})

/** Sheets of one material over those its parts' bare area would fill. */
function over(sheets: readonly PlannedSheet[]): number {
  const [{ format } = { format: { length: 1, width: 1, trim: 0 } }] = sheets
  const usable = {
    lengthUm: (format.length - 2 * format.trim) * 1000,
    widthUm: (format.width - 2 * format.trim) * 1000,
  }
  const blanks = sheets.flatMap(({ pieces }) => pieces.map((piece) => ({ ...piece, turns: false })))
  return sheets.length - areaBound(blanks, usable)
}

describe('a cutting plan', () => {
  it.each([shelf, newer])(
    'takes at most a sheet more than the bare area asks for, for 95 of 100 shelves, version $version',
    (product) => {
      const random = seeded(1)
      const shelves = 500
      let within = 0
      let parts = 0
      let board = 0
      for (let index = 0; index < shelves; index += 1) {
        const { sheets, yieldWithOffcutsPermille } = planOf(sampleReachable(product, random), product)
        const materials = [...new Set(sheets.map(({ material }) => material))]
        if (materials.every((material) => over(sheets.filter((sheet) => sheet.material === material)) <= 1)) within += 1
        const area = sheets.reduce(
          (sum, { format, yieldPermille }) => sum + format.length * format.width * yieldPermille,
          0,
        )
        parts += area
        board += (area * 1000) / yieldWithOffcutsPermille
      }
      console.info(
        `version ${product.version}: ${within} of ${shelves} random shelves take at most the area bound plus one sheet of each material; ` +
          `parts are ${((parts / board) * 100).toFixed(1)} % of the board that does not go back to stock`,
      )
      expect(within / shelves).toBeGreaterThanOrEqual(0.95)
    },
    180_000,
  )

  it.each([shelf, newer])(
    'says how to cut: every cut stays on its sheet, and sets every part free, version $version',
    (product) => {
      const random = seeded(2)
      for (let index = 0; index < 40; index += 1) {
        for (const { cuts, pieces, format } of planOf(sampleReachable(product, random), product).sheets) {
          const atSize = cuts.flatMap(({ piece }) => piece ?? [])
          expect(new Set(atSize).size).toBe(atSize.length)
          const trim = format.trim * 1000
          for (const { kind, x, y, lengthUm } of cuts) {
            const [toX, toY] = kind === 'rip' ? [x + lengthUm, y] : [x, y + lengthUm]
            expect(Math.min(x, y)).toBeGreaterThanOrEqual(trim)
            expect(toX).toBeLessThanOrEqual(format.length * 1000 - trim)
            expect(toY).toBeLessThanOrEqual(format.width * 1000 - trim)
            const through = pieces.some(
              (piece) => x < piece.x + piece.lengthUm && toX > piece.x && y < piece.y + piece.widthUm && toY > piece.y,
            )
            expect(through).toBe(false)
          }
          for (const piece of pieces) {
            const end = { x: piece.x + piece.lengthUm, y: piece.y + piece.widthUm }
            const cut = (kind: 'rip' | 'cross', at: number, from: number, to: number) =>
              cuts.some((one) => {
                const [line, start] = kind === 'rip' ? [one.y, one.x] : [one.x, one.y]
                return one.kind === kind && line === at && start <= from && start + one.lengthUm >= to
              })
            expect(piece.x === trim || cut('cross', piece.x - sawKerfUm, piece.y, end.y)).toBe(true)
            expect(piece.y === trim || cut('rip', piece.y - sawKerfUm, piece.x, end.x)).toBe(true)
            expect(end.x === format.length * 1000 - trim || cut('cross', end.x, piece.y, end.y)).toBe(true)
            expect(end.y === format.width * 1000 - trim || cut('rip', end.y, piece.x, end.x)).toBe(true)
          }
        }
      }
    },
  )

  it('is the same for the same shelf, with the kerf of a panel saw', () => {
    expect(planOf(shelf.defaults)).toEqual(planOf(shelf.defaults))
    expect(planOf(shelf.defaults).kerfUm).toBe(sawKerfUm)
  })

  it('refuses a material whose sheets are not known', () => {
    expect(() => cuttingPlanOf(workpiecesOf(shelf.make(shelf.defaults)), {})).toThrow('no sheet is known for birch')
  })
})
