import { describe, expect, it } from 'vitest'
import { layoutOf } from './layout.ts'
import { shelf } from './shelf.ts'
import { studyOf } from './study.ts'
import { holdingMoment, mustBeFixed } from './tipping.ts'

const stability = (changes: object) => {
  const layout = layoutOf({ ...shelf.defaults, ...changes })
  const study = studyOf(layout)
  return { ...study.stability, fixed: mustBeFixed(layout, study.stability), notes: shelf.make(layout.chosen).notes }
}

describe('tipping', () => {
  it('agrees with the worked example: 65 kg, 2000×240 mm, flat floor: 77 Nm against 80 Nm', () => {
    expect(holdingMoment(65_000, 120, 0, 240)).toBeCloseTo(76.5, 1)
  })

  it('is made worse by open doors, carpet height and high feet', () => {
    const open = stability({ doors: [] })
    const doors = stability({ doors: ['1-1', '2-1', '3-1'] })
    expect(doors.holds).toBeLessThan(open.holds)
    expect(stability({ doors: [], feet: 'none' }).holds).toBeGreaterThan(open.holds)
    expect(holdingMoment(50_000, 150, 1000, 300)).toBeLessThan(holdingMoment(50_000, 150, 0, 300))
  })

  it('pulls at the top or at 1 600 mm', () => {
    expect(stability({ height: 1200, rows: 3 }).tips).toBe(60)
    expect(stability({ height: 2200, rows: 6, doors: [] }).tips).toBe(80)
  })

  it('makes the wall fixing compulsory over 1 000 mm and puts it in the box from 600 mm', () => {
    expect(stability({}).fixed).toBe(true)
    expect(stability({}).notes).toContainEqual({ code: 'fix_to_wall', values: { height: 1800 } })
    const low = stability({ height: 700, rows: 2, doors: [], depth: 400, width: 1800, columns: 4 })
    expect(low.fixed).toBe(false)
    expect(low.notes.map((note) => note.code)).toContain('wall_fixing_in_box')
    const kit = (height: number) =>
      shelf
        .make({ ...shelf.defaults, height, rows: 1, doors: [] })
        .materials.some((line) => line.material === 'anchor-kit')
    expect(kit(599)).toBe(false)
    expect(kit(600)).toBe(true)
  })

  it('fixes what is over four times as high as deep', () => {
    expect(stability({ height: 980, depth: 240, rows: 2, doors: [] }).fixed).toBe(true)
  })
})
