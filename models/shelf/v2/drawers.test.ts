import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../product/evaluate.ts'
import { reachableOf } from '../../product/product-under-test.ts'
import { drawerLimits } from './drawers.ts'
import { layoutOf } from './layout.ts'
import { shelf } from './shelf.ts'

const open = { ...shelf.defaults, doors: [] }
const codes = (changes: object) => evaluate(shelf, { ...open, ...changes }).refusals.map((refusal) => refusal.code)
const drawer = (changes: object) => {
  const [found] = layoutOf({ ...open, drawers: ['1-1'], ...changes }).drawers
  if (found === undefined) throw new Error('there is a drawer in cell 1-1')
  return found
}

describe('a drawer', () => {
  it('hangs on the longest runners that its depth takes', () => {
    expect(drawer({}).runner).toBe(250)
    expect(drawer({ depth: 378 }).runner).toBe(350)
    expect(drawer({ depth: 377 }).runner).toBe(300)
    expect(drawer({ depth: 600 }).runner).toBe(550)
    expect(drawer({ depth: 378, rear: 'slanted' }).runner).toBe(300)
    expect(drawer({ depth: 378, colours: ['1-1:paint-ink'] }).runner).toBe(300)
  })

  it('takes stronger runners when it is loaded heavily', () => {
    expect(drawer({ load: 'decor' }).box?.load).toBe(30)
    const heavy = { width: 1900, depth: 500, load: 'books' }
    expect(drawer(heavy).box?.load).toBe(45)
    expect(drawer(heavy).loadedG).toBeGreaterThan(30_000)
  })

  it('leaves a grip over its front and stands behind it, in its cell', () => {
    fc.assert(
      fc.property(reachableOf(shelf), (options) => {
        for (const { at, front, box, side } of layoutOf(options).drawers) {
          expect(at.y + at.height - front.y - front.height).toBe(25)
          expect(front.x - at.x).toBe(3)
          expect(at.x + at.width - front.x - front.width).toBe(3)
          expect(box?.width).toBe(at.width - 26)
          expect(side).toBeGreaterThanOrEqual(drawerLimits.side)
          expect((box?.y ?? 0) + 8 + side).toBe(front.y + front.height - 10)
        }
      }),
    )
  })

  it('is refused by name', () => {
    expect(codes({ drawers: ['4-1'] })).toEqual(['drawer_without_cell'])
    expect(codes({ drawers: ['1-1'], doors: ['1-1', '2-1'] })).toEqual(['drawer_behind_door'])
    expect(codes({ drawers: ['1-1'], depth: 270 })).toEqual(['drawer_too_shallow'])
    expect(codes({ drawers: ['1-1'], width: 660 })).toEqual(['drawer_too_narrow'])
    expect(codes({ drawers: ['1-1'], width: 1700 })).toEqual(['drawer_too_wide'])
    expect(codes({ drawers: ['1-4'], rowHeights: [0, 0, 0, 120] })).toEqual(['drawer_too_low'])
    expect(codes({ drawers: ['1-1'], rows: 3 })).toEqual(['drawer_too_high'])
    expect(codes({ drawers: ['1-1'], width: 2600, depth: 600, load: 'books', thickness: 'strong' })).toEqual([
      'drawer_too_heavy',
    ])
  })

  it('gives way to a fix a cabinet maker would offer', () => {
    const fix = (changes: object, changed?: string) =>
      evaluate(shelf, { ...open, ...changes }, changed === undefined ? {} : { changed }).refusals[0]?.fix
    expect(fix({ drawers: ['1-1', '2-2'], doors: ['1-1'] }, 'drawers')).toEqual({ doors: [] })
    expect(fix({ drawers: ['1-1', '2-2'], doors: ['1-1'] }, 'doors')).toEqual({ drawers: ['2-2'] })
    expect(fix({ drawers: ['1-1'], depth: 277 })).toEqual({ depth: 278 })
    expect(fix({ drawers: ['1-1'], width: 1700 })).toEqual({ depth: 328 })
  })

  it('is on the bill: its boards, a pair of runners and screws', () => {
    const line = (changes: object, material: string) =>
      shelf.make({ ...open, ...changes }).materials.find((one) => one.material === material)
    expect(line({ drawers: ['1-1', '2-1'] }, 'runner-250-30')?.net).toBe(2)
    expect(line({ drawers: ['1-1'] }, 'birch-ply-12')?.net).toBeGreaterThan(3000)
    expect(line({}, 'birch-ply-12')).toBeUndefined()
    const screws = (line({ drawers: ['1-1'] }, 'back-screw')?.net ?? 0) - (line({}, 'back-screw')?.net ?? 0)
    expect(screws).toBe(16 + 2 * Math.ceil((350 + 250) / 150))
  })

  it('pulls the shelf forward when it is open', () => {
    const holds = (changes: object) =>
      shelf
        .examine({ ...open, ...changes })
        .checks()
        .find((check) => check.code === 'stability')?.values.holds
    expect(holds({ drawers: ['1-3', '2-3', '3-3'] })).toBeLessThan(Number(holds({})))
  })
})
