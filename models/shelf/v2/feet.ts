import { footLines } from '../v1/parts.ts'
import { footSetback } from '../v1/tipping.ts'
import type { Frame } from './frame.ts'
import type { Gathering } from './gathering.ts'

const footDiameter = 40
const footMass = { none: 0, low: 40, high: 180 } as const

/** A pair of feet under each upright line, as in version 1; behind a slanted rear the rear ones stand as far from the back as ever. */
export function feetParts(frame: Frame, all: Gathering): void {
  const { feet: kind, depth } = frame.chosen
  if (kind === 'none') return
  const feet = all.begin({
    key: all.nextKey('foot'),
    kind: 'foot',
    shape: 'cylinder',
    size: { x: footDiameter, y: frame.foot, z: footDiameter },
    material: `foot-${kind}`,
    finish: 'black',
    grain: 'none',
    edges: [],
    massG: footMass[kind],
    places: [],
  })
  for (const line of footLines(frame)) {
    const x = line - footDiameter / 2
    feet.push({ at: { x, y: 0, z: frame.inset + footSetback }, body: 0 })
    feet.push({ at: { x, y: 0, z: depth - footSetback - footDiameter }, body: 0 })
  }
}
