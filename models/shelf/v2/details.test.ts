import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../product/evaluate.ts'
import type { Part } from '../../product/make.ts'
import { reachableOf } from '../../product/product-under-test.ts'
import { freeze } from '../../product/specification.ts'
import { shelf } from './shelf.ts'
import { leastSlantTop, rearInset, skirting } from './slant.ts'

const open = { ...shelf.defaults, doors: [] }
const codes = (changes: object) => evaluate(shelf, { ...open, ...changes }).refusals.map((refusal) => refusal.code)
const made = (changes: object) => shelf.make({ ...open, ...changes })
const kind = (name: string, changes: object): Part[] => made(changes).parts.filter((part) => part.kind === name)

describe('a slanted rear', () => {
  it('clears the skirting board along its whole height', () => {
    fc.assert(
      fc.property(reachableOf(shelf), (options) => {
        for (const { slant, size, places } of shelf.make({ ...options }).parts) {
          if (slant === undefined) continue
          const foot = places[0]?.at.y ?? 0
          // The rear edge runs straight from the inset at the foot to the wall at the top.
          const at = (y: number) => slant * (1 - (y - foot) / size.y)
          expect(slant).toBe(rearInset)
          expect(at(skirting.height)).toBeGreaterThanOrEqual(skirting.thickness)
        }
      }),
    )
  })

  it('is cut on the outer sides alone; the back and all within stand square off the wall', () => {
    const sides = kind('side', { rear: 'slanted' })
    expect(sides.map(({ slant, places }) => [slant, places.length])).toEqual([[20, 2]])
    const wide = kind('side', { rear: 'slanted', width: 2400, columns: 4 })
    expect(wide.map(({ slant, places }) => [slant, places.length])).toEqual([
      [20, 2],
      [undefined, 2],
    ])
    for (const { places } of kind('back', { rear: 'slanted' })) for (const { at } of places) expect(at.z).toBe(20)
    expect(kind('shelf', { rear: 'slanted' })[0]?.size.z).toBe(320 - 20 - 8)
    expect(kind('top', { rear: 'slanted' })[0]?.size.z).toBe(320)
  })

  it('is one step at the saw, in µm on the specification', () => {
    const { operations } = made({ rear: 'slanted' })
    expect(operations.find(({ key }) => key === 'slant')).toMatchObject({ workCentre: 'saw', runS: 300 })
    const { specification } = freeze(shelf, { ...open, rear: 'slanted' })
    expect(specification.parts.find(({ kind: name }) => name === 'side')?.slantUm).toBe(20_000)
  })

  it('is refused over high feet and on a body too low', () => {
    expect(codes({ rear: 'slanted', feet: 'high' })).toEqual(['slant_over_high_feet'])
    expect(leastSlantTop(0)).toBe(400)
    expect(codes({ rear: 'slanted', feet: 'none', height: 399, rows: 1 })).toEqual(['slant_too_short'])
    expect(codes({ rear: 'slanted', feet: 'none', height: 400, rows: 1 })).toEqual([])
  })
})

describe('a cable hole', () => {
  it('is in the back of its cell, clear of every board', () => {
    fc.assert(
      fc.property(reachableOf(shelf), (options) => {
        const { parts } = shelf.make(options)
        const holes = parts.flatMap(({ holes: all, places }) =>
          places.flatMap(({ at }) => (all ?? []).map(({ x, y }) => ({ x: at.x + x, y: at.y + y }))),
        )
        expect(holes).toHaveLength(Array.isArray(options.cables) ? options.cables.length : -1)
        const boards = parts.filter((part) => ['side', 'partition', 'top', 'bottom', 'shelf'].includes(part.kind))
        for (const { x, y } of holes) {
          for (const { size, places } of boards) {
            for (const { at } of places) {
              const across = Math.max(at.x - x, x - at.x - size.x)
              const up = Math.max(at.y - y, y - at.y - size.y)
              expect(Math.max(across, up)).toBeGreaterThanOrEqual(30)
            }
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('makes its panel a part of its own, lighter by what is drilled out', () => {
    const [plain] = kind('back', {})
    const drilled = kind('back', { cables: ['1-2', '1-3'] }).find((part) => part.holes !== undefined)
    expect(drilled?.holes).toHaveLength(2)
    const drilledG = 2 * Math.PI * 900 * 8 * 0.00085
    expect(Math.abs((plain?.massG ?? 0) - (drilled?.massG ?? 0) - drilledG)).toBeLessThanOrEqual(1)
    expect(made({ cables: ['1-2'] }).operations.find(({ key }) => key === 'holes')?.runS).toBe(75)
  })

  it('is refused by name', () => {
    expect(codes({ cables: ['9-1'] })).toEqual(['cable_without_cell'])
    expect(codes({ cables: ['1-1'], drawers: ['1-1'] })).toEqual(['cable_behind_drawer'])
    expect(codes({ cables: ['1-1', '2-1'], back: 'braced' })).toEqual(['cable_without_back'])
    expect(codes({ cables: ['2-1'], back: 'braced' })).toEqual([])
  })
})

describe('fronts in colours', () => {
  it('are painted MDF in a shelf of any material, in one set-up a colour', () => {
    const changes = { doors: ['1-1', '2-1', '3-1'], colours: ['1-1:paint-sage', '2-1:paint-sage', '3-1:paint-ink'] }
    const doors = kind('door', changes)
    expect(doors.map(({ material, finish }) => [material, finish])).toEqual([
      ['mdf-19', 'paint-sage'],
      ['mdf-19', 'paint-ink'],
    ])
    const { operations, materials } = made(changes)
    expect(
      operations.filter(({ key }) => key.startsWith('front-')).map(({ key, batchKey }) => [key, batchKey]),
    ).toEqual([
      ['front-primer', 'primer'],
      ['front-paint-sage-1', 'paint/paint-sage'],
      ['front-paint-sage-2', 'paint/paint-sage'],
      ['front-paint-ink-1', 'paint/paint-ink'],
      ['front-paint-ink-2', 'paint/paint-ink'],
    ])
    expect(operations.find(({ key }) => key === 'fit')?.after).toEqual([
      'coat',
      'front-paint-sage-2',
      'front-paint-ink-2',
    ])
    expect(materials.map(({ material }) => material)).toEqual(
      expect.arrayContaining(['birch-ply-18', 'mdf-19', 'paint']),
    )
  })

  it('share the primer of a painted shelf', () => {
    const { operations } = made({
      ...{ material: 'mdf', finish: 'paint-white', doors: ['1-1'], colours: ['1-1:paint-ochre'] },
    })
    const keys = operations.map(({ key }) => key)
    expect(keys).not.toContain('front-primer')
    expect(keys).not.toContain('saw-fronts')
    expect(operations.find(({ key }) => key === 'front-paint-ochre-1')?.after).toEqual(['coat-1'])
  })

  it('need a door or a drawer to be on', () => {
    expect(codes({ colours: ['1-1:paint-ink'] })).toEqual(['colour_without_front'])
    expect(codes({ colours: ['1-1:paint-ink'], drawers: ['1-1'] })).toEqual([])
    const { fix } = evaluate(shelf, { ...open, colours: ['1-1:paint-ink', '2-9:paint-sage'] }).refusals[0] ?? {}
    expect(fix).toEqual({ colours: [] })
  })
})

describe('edges', () => {
  it('go with the materials that stand them', () => {
    expect(codes({ material: 'oak', finish: 'clear-lacquer', edge: 'eased' })).toEqual(['edge_not_on_material'])
    expect(codes({ material: 'melamine', finish: 'decor-white', edge: 'bevel' })).toEqual(['edge_not_on_material'])
    expect(codes({ material: 'melamine', finish: 'decor-white', edge: 'eased' })).toEqual([])
  })

  it('are worked with a router, or lie in a thicker band', () => {
    expect(made({ edge: 'bevel' }).operations.find(({ key }) => key === 'arris')?.batchKey).toBe('cutter-bevel')
    expect(made({}).operations.some(({ key }) => key === 'arris')).toBe(false)
    const melamine = { material: 'melamine', finish: 'decor-white', load: 'decor', edge: 'eased' }
    expect(made(melamine).operations.some(({ key }) => key === 'arris')).toBe(false)
    expect(made(melamine).materials.some(({ material }) => material === 'edge-abs-2')).toBe(true)
    expect(kind('side', { edge: 'eased' })[0]?.arris).toEqual({ work: 'eased', mm: 2, edges: ['front'] })
  })
})
