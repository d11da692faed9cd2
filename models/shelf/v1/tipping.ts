import { type Leaf, leafMass } from './doors.ts'
import type { Layout } from './layout.ts'
import type { Measure } from './measure.ts'

const gravity = 9.81

/** N outward at the top or at 1 600 mm, whichever is lower; mm the base is tilted over its depth, as on a carpet (practitioner's rule after EN 14749, EN 16122). */
const pull = { newton: 50, height: 1600, carpet: 10 } as const

/** How far feet stand back from the front, mm. */
export const footSetback = 20

/** Moments about the front edge, Nm: what holds the empty shelf and what tips it, doors open. */
export type Stability = { readonly holds: number; readonly tips: number }

/** The moments of one empty body of mass `massG` g whose mass stands `behind` mm behind the front edge at `height` mm. */
export function holdingMoment(massG: number, behind: number, height: number, depth: number): number {
  return (massG / 1000) * gravity * ((behind - (height * pull.carpet) / depth) / 1000)
}

/**
 * Tipping by moments about the front edge, the shelf empty, every door open at a right angle, 50 N outward, the base tilted as on a carpet.
 * Source: the practice behind EN 14749 and EN 16122 for free-standing units.
 */
export function stabilityOf(layout: Layout, measure: Measure, leaves: readonly Leaf[]): Stability {
  const { depth, height, feet } = layout.chosen
  const front = feet === 'none' ? depth : depth - footSetback
  const middle = (height + layout.foot) / 2
  let holds = holdingMoment(measure.carcassG, front - (depth + depth - layout.carcass) / 2, middle, depth)
  holds += holdingMoment(measure.backG, front - (depth - layout.carcass) / 2, middle, depth)
  for (const leaf of leaves) {
    const massG = leafMass(layout, leaf.width, leaf.height)
    holds += holdingMoment(massG, front - depth - leaf.width / 2, leaf.y + leaf.height / 2, depth)
  }
  return { holds, tips: (pull.newton * Math.min(height, pull.height)) / 1000 }
}

/** Units from this height get a wall fixing in the box (practitioner's rule), mm. */
export const anchorFrom = 600

/** Whether the shelf must be fixed to the wall: over 1 000 mm (EN 16122 tests with an outward pull), over four times its depth, or tipping by moments. */
export function mustBeFixed(layout: Layout, { holds, tips }: Stability): boolean {
  const { height, depth } = layout.chosen
  return height > 1000 || height > 4 * depth || holds < tips
}
