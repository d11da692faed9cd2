import type { Part } from '../../product/make.ts'
import { footSetback, holdingMoment, type Stability } from '../v1/tipping.ts'
import type { Layout } from './layout.ts'

/** N outward at the top or at 1 600 mm, whichever is lower (practitioner's rule after EN 14749 and EN 16122). */
const pull = { newton: 50, height: 1600 } as const

const drawn: ReadonlySet<string> = new Set(['drawer-front', 'drawer-side', 'drawer-end', 'drawer-bottom'])

/**
 * Tipping by moments about the front edge as in version 1, over the parts as they lie: the shelf empty, every door open at a right angle, every
 * drawer pulled out in full. Source: the practice behind EN 14749 and EN 16122 for free-standing units, which are tested with all open.
 */
export function stabilityOf(layout: Layout, parts: readonly Part[], extension: number): Stability {
  const { depth, height, feet } = layout.chosen
  const front = feet === 'none' ? depth : depth - footSetback
  let massG = 0
  let behind = 0
  let up = 0
  for (const { kind, shape, size, massG: each, places } of parts) {
    if (shape !== 'box') continue
    const out = drawn.has(kind) ? extension : 0
    for (const { at } of places) {
      const z = kind === 'door' ? depth + size.x / 2 : at.z + size.z / 2 + out
      massG += each
      behind += each * (front - z)
      up += each * (at.y + size.y / 2)
    }
  }
  const holds = holdingMoment(massG, behind / massG, up / massG, depth)
  return { holds, tips: (pull.newton * Math.min(height, pull.height)) / 1000 }
}
