import type { Vector } from '../make.ts'
import type { Assembly } from './assembly.ts'
import { boundsOf } from './shading.ts'

/** The point between the feet of an assembly, mm: middle of width and depth, least height. In a room this point is put on the floor. */
export function groundOf({ bodies }: Assembly): Vector {
  const corners = bodies.flatMap(({ surface, at }) => {
    const { least, greatest } = boundsOf(surface.positions)
    return at.flatMap((place) =>
      [least, greatest].flatMap(([x = 0, y = 0, z = 0]) => [x + place.x, y + place.y, z + place.z]),
    )
  })
  const { least, greatest } = boundsOf(corners)
  const middle = (axis: number) => ((least[axis] ?? 0) + (greatest[axis] ?? 0)) / 2
  return { x: middle(0), y: least[1] ?? 0, z: middle(2) }
}
