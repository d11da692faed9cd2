import type { Vector } from '../make.ts'
import type { Solid } from '../solids.ts'
import type { Way } from './take-apart.ts'

/** How a body is turned while one works on it: as it stands, lying on its back edges with the bottom to the front, or on its front edges with the top to the front. */
export type Posture = 'standing' | 'on-back' | 'on-front'

/** A point in another posture. */
export function turned({ x, y, z }: Vector, posture: Posture): Vector {
  switch (posture) {
    case 'standing':
      return { x, y, z }
    case 'on-back':
      return { x, y: z, z: -y }
    case 'on-front':
      return { x, y: -z, z: y }
  }
}

/** A solid in another posture. */
export function inPosture({ part, from, to }: Solid, posture: Posture): Solid {
  const [a, b] = [turned(from, posture), turned(to, posture)]
  return {
    part,
    from: { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), z: Math.min(a.z, b.z) },
    to: { x: Math.max(a.x, b.x), y: Math.max(a.y, b.y), z: Math.max(a.z, b.z) },
  }
}

/** A way of `distance` mm in another posture. */
export function wayInPosture({ axis, sign }: Way, distance: number, posture: Posture): Vector {
  const way = { x: 0, y: 0, z: 0 }
  way[axis] = sign * distance
  return turned(way, posture)
}

export const moved = ({ part, from, to }: Solid, { x, y, z }: Vector): Solid => ({
  part,
  from: { x: from.x + x, y: from.y + y, z: from.z + z },
  to: { x: to.x + x, y: to.y + y, z: to.z + z },
})
