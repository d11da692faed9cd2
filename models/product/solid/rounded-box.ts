import type { Vector } from '../vector.ts'
import type { Form } from './form.ts'
import { directionOf } from './turn.ts'

/**
 * The corners of a box whose edges are taken off by a ball, µm: level by level from the bottom, each going around in four quarters. The ball is cut into
 * eight and its pieces moved into the corners, so meridians and levels stand twice where it was cut; first and last level are points of a quarter each.
 */
export function roundedLevels({ size, radius, facets }: Extract<Form, { kind: 'rounded' }>): Vector[][] {
  const quarter = facets / 4
  return Array.from({ length: 2 * quarter + 2 }, (_, level) => {
    const isLow = level <= quarter
    const { cos, sin } = directionOf(isLow ? level : level - 1, facets)
    const y = (isLow ? radius : size.y - radius) - radius * cos
    return [0, 1, 2, 3].flatMap((side) => {
      const x = side === 0 || side === 3 ? size.x - radius : radius
      const z = side < 2 ? radius : size.z - radius
      return Array.from({ length: quarter + 1 }, (_, index) => {
        const round = directionOf(side * quarter + index, facets)
        return { x: x + radius * sin * round.cos, y, z: z - radius * sin * round.sin }
      })
    })
  })
}
