import { describe, expect, it } from 'vitest'
import { evaluate } from '../../product/evaluate.ts'
import { hingesFor } from './doors.ts'
import { leafSize } from './leaf-size.ts'
import { shelf } from './shelf.ts'

const codes = (changes: object) =>
  evaluate(shelf, { ...shelf.defaults, ...changes }).refusals.map((refusal) => refusal.code)

describe('doors', () => {
  it('take hinges by weight and height', () => {
    expect(hingesFor(4_000, 400)).toBe(2)
    expect(hingesFor(6_001, 400)).toBe(3)
    expect(hingesFor(4_000, 1_000)).toBe(3)
    expect(hingesFor(13_000, 700)).toBe(4)
    expect(hingesFor(3_000, 2_300)).toBe(5)
  })

  it('become a pair where one leaf would be wider than high or than 600 mm', () => {
    expect(leafSize(376, 422)).toEqual({ count: 1, width: 370, height: 416 })
    expect(leafSize(576, 378)).toEqual({ count: 2, width: 283, height: 372 })
    expect(leafSize(900, 1900)).toEqual({ count: 2, width: 445, height: 1894 })
  })

  it('are hung in pairs, left and right', () => {
    const make = shelf.make({ ...shelf.defaults, width: 1800, doors: ['2-1'] })
    const doors = make.parts.filter((part) => part.kind === 'door')
    expect(doors.map((part) => part.hinge).sort()).toEqual(['left', 'right'])
    expect(make.materials.find((line) => line.material === 'hinge')?.net).toBe(4)
  })

  it('are refused by name', () => {
    expect(codes({ doors: ['4-1'] })).toEqual(['door_without_cell'])
    expect(codes({ rows: 7, doors: ['1-1'] })).toEqual(['door_too_low'])
    expect(codes({ rows: 5, doors: ['1-1'], height: 1500, width: 1500 })).toEqual([])
    expect(codes({ width: 800, columns: 1, rows: 2, height: 700, feet: 'none', doors: ['1-1'] })).toEqual([
      'door_wider_than_high',
    ])
  })

  it('over two metres get a straightener', () => {
    const tall = shelf.make({ ...shelf.defaults, height: 2160, rows: 1, doors: ['1-1'] })
    expect(tall.materials.some((line) => line.material === 'straightener')).toBe(true)
  })

  it('can be left out by the fix that is offered', () => {
    const { refusals } = evaluate(shelf, { ...shelf.defaults, doors: ['1-1', '4-1', '4-2'] })
    expect(refusals[0]?.values).toMatchObject({ cell: '4-1', column: 4, row: 1 })
    expect(refusals[0]?.fix).toEqual({ columns: 4 })
    const last = evaluate(shelf, { ...shelf.defaults, doors: ['1-1', '4-1'] }, { changed: 'columns' })
    expect(last.refusals[0]?.fix).toEqual({ doors: ['1-1'] })
  })
})
