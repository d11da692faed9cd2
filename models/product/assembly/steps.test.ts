import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shelf } from '../../shelf/v1/shelf.ts'
import { shelf as newer } from '../../shelf/v2/shelf.ts'
import { contactsOf } from '../panels/contact.ts'
import { endJoint } from '../panels/joints.ts'
import { workpiecesOf } from '../panels/workpiece.ts'
import { sampleReachable, seeded } from '../sample.ts'
import { stepsOf } from './steps.ts'
import { isInPath } from './take-apart.ts'

/** Makes of either version that can be. */
const reachable = fc
  .tuple(fc.constantFrom(shelf, newer), fc.integer({ min: 0, max: 2 ** 31 }))
  .map(([product, seed]) => product.make(sampleReachable(product, seeded(seed))))

describe('the steps of building', () => {
  it('put every board on once for each body, on a way that is free, across no dowel', () => {
    fc.assert(
      fc.property(reachable, (make) => {
        const workpieces = workpiecesOf(make)
        const panels = workpieces.map(({ panel }) => panel)
        const contacts = contactsOf(panels)
        let built = 0
        for (const { kind, bodies, stands, comes } of stepsOf(make, workpieces)) {
          for (const { parts, out } of comes) {
            built += parts.length * (kind === 'doors' || kind === 'inserts' ? 1 : bodies.length)
            if (kind === 'begin') expect(parts).toHaveLength(1)
            for (const part of parts) for (const there of stands) expect(isInPath(part, there, out)).toBe(false)
            const added = new Set(parts)
            const standing = new Set(stands)
            for (const contact of contacts) {
              const { below, above, axis } = contact
              const closes = (added.has(below) && standing.has(above)) || (added.has(above) && standing.has(below))
              if (kind === 'add' && closes && endJoint(contact) !== undefined) expect(axis).toBe(out.axis)
            }
          }
        }
        expect(built).toBe(panels.length)
      }),
      { numRuns: 40 },
    )
  })

  it('take from the bag what the bill puts into it', () => {
    fc.assert(
      fc.property(reachable, (make) => {
        const taken = new Map<string, number>()
        const workpieces = workpiecesOf(make)
        const steps = stepsOf(make, workpieces)
        for (const { kind, bodies, fittings } of steps) {
          const times = ['begin', 'add', 'back'].includes(kind) ? bodies.length : 1
          for (const { id, count } of fittings) taken.set(id, (taken.get(id) ?? 0) + count * times)
        }
        const inBag = new Map(
          make.materials.filter(({ unit }) => unit === 'piece').map((line) => [line.material, line.net]),
        )
        for (const inPlace of ['hinge', 'push-latch', 'straightener']) inBag.delete(inPlace)
        for (const runner of [...inBag.keys()].filter((id) => id.startsWith('runner-'))) inBag.delete(runner)
        const drawers = new Set(
          steps.flatMap(({ kind, comes }) => (kind === 'inserts' ? comes : [])).flatMap(({ parts }) => parts),
        )
        const drilled = workpieces.filter(({ panel }) => drawers.has(panel)).flatMap(({ bores }) => bores)
        const inDrawers = drilled.filter(({ use }) => ['back-screw', 'box-screw', 'front-screw'].includes(use)).length
        inBag.set('back-screw', (inBag.get('back-screw') ?? 0) - inDrawers)
        inBag.set('cam-bolt', inBag.get('cam') ?? 0)
        inBag.delete('cam')
        expect(Object.fromEntries(taken)).toEqual(Object.fromEntries(inBag))
      }),
      { numRuns: 40 },
    )
  })

  it('end at the wall where the shelf has a kit for it', () => {
    const kinds = (options: Parameters<typeof shelf.make>[0]) => {
      const make = shelf.make({ ...shelf.defaults, ...options })
      return stepsOf(make, workpiecesOf(make)).map(({ kind }) => kind)
    }
    expect(kinds({}).at(-1)).toBe('wall')
    expect(kinds({ height: 500, rows: 1, doors: [], feet: 'none' })).not.toContain('wall')
    expect(kinds({ width: 3000, columns: 6, doors: [] })).toContain('join')
  })
})
