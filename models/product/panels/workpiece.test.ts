import { describe, expect, it } from 'vitest'
import { shelf } from '../../shelf/v1/shelf.ts'
import type { Options } from '../options.ts'
import { nextStation } from './next-station.ts'
import { type Workpiece, workpiecesOf } from './workpiece.ts'

const shelfOf = (options: Options) => shelf.make({ ...shelf.defaults, ...options })
const workpieces = (options: Options) => workpiecesOf(shelfOf(options))
const small: Options = { width: 400, height: 400, depth: 240, columns: 1, rows: 1, doors: [], feet: 'none' }
const ofPart = (all: readonly Workpiece[], kind: string) => all.filter(({ panel }) => panel.part.kind === kind)

describe('a workpiece', () => {
  it('lies along its grain, the side with its holes up, measured from its corner', () => {
    const [left, right] = ofPart(workpieces(small), 'side')
    // 18 mm boards: the bottom's middle is 9 mm up, bolts 37 mm and dowels 69 mm from front and back of 232 mm.
    expect(left?.holes.map(({ use, side, u, v }) => [use, side, u, v])).toEqual([
      ['cam-bolt', 'up', 9, 37],
      ['dowel', 'up', 9, 69],
      ['dowel', 'up', 9, 163],
      ['cam-bolt', 'up', 9, 195],
      ['cam-bolt', 'up', 391, 37],
      ['dowel', 'up', 391, 69],
      ['dowel', 'up', 391, 163],
      ['cam-bolt', 'up', 391, 195],
    ])
    expect(right?.holes.map(({ side }) => side)).toEqual(Array(8).fill('up'))
    expect(right?.mark).not.toBe(left?.mark)
  })

  it('has cams 34 mm from its ends, and bolts in its edges that reach them', () => {
    const [bottom] = ofPart(workpieces(small), 'bottom')
    const cams = bottom?.holes.filter(({ use }) => use === 'cam') ?? []
    expect(cams.map(({ u }) => u)).toEqual([34, 34, 330, 330])
    for (const { diameter, depth, side } of cams) expect([diameter, depth, side]).toEqual([15, 14, 'up'])
    const bolts = bottom?.edgeHoles.filter(({ use }) => use === 'cam-bolt-edge') ?? []
    expect(bolts.map(({ rim, depth, under }) => [rim, depth, under])).toEqual([
      ['start', 34, 9],
      ['start', 34, 9],
      ['end', 34, 9],
      ['end', 34, 9],
    ])
    for (const { rim, along } of bolts)
      expect(cams.some(({ u, v }) => v === along && u === (rim === 'start' ? 34 : 330))).toBe(true)
  })

  it('mirrors left and right: a door’s cups are on its hinged side', () => {
    const doors = ofPart(workpieces({ width: 1400, columns: 2, rows: 2, height: 1400, doors: ['1-1'] }), 'door')
    const cupsOf = (hinge: string) =>
      doors.find(({ panel }) => panel.part.hinge === hinge)?.holes.filter(({ use }) => use === 'hinge-cup')
    const width = doors[0]?.panel.width ?? 0
    // Both lie on their fronts, lower end to the left: seen from behind, left and right change places.
    expect(new Set(cupsOf('left')?.map(({ v }) => v))).toEqual(new Set([22.5]))
    expect(new Set(cupsOf('right')?.map(({ v }) => v))).toEqual(new Set([width - 22.5]))
  })

  it('shares its mark with those alike alone', () => {
    const all = workpieces({ material: 'melamine', finish: 'decor-white', rows: 5, doors: [] })
    const shelves = ofPart(all, 'shelf')
    expect(new Set(shelves.map(({ mark }) => mark)).size).toBe(1)
    expect(new Set(ofPart(all, 'side').map(({ mark }) => mark)).size).toBe(2)
    for (const { bands } of shelves) expect(Object.values(bands).filter((band) => band !== undefined)).toHaveLength(1)
  })

  it('carries the name on its outer side alone', () => {
    const engraved = workpieces({ name: 'Ada' }).filter((one) => one.engraved !== undefined)
    expect(engraved.map(({ panel, engraved: text }) => [panel.place.at.x, text?.side])).toEqual([[0, 'under']])
  })

  it('goes from the saw to where it is worked on next', () => {
    const next = (options: Options, kind: string) => {
      const make = shelfOf(options)
      const [first] = ofPart(workpiecesOf(make), kind)
      return first && nextStation(first, make.operations)
    }
    expect(next({}, 'side')).toBe('drilling')
    expect(next({}, 'back')).toBe('assembly')
    expect(next({ material: 'melamine', finish: 'decor-white' }, 'side')).toBe('edge-banding')
    expect(next({ material: 'melamine', finish: 'decor-white' }, 'back')).toBe('assembly')
  })
})
