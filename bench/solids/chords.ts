import type { Shell } from '#models/product/solid/shell.ts'
import { cross, dot, triangleOf } from '#models/product/solid/shell.ts'
import type { Vector } from '#models/product/vector.ts'

const difference = (a: Vector, b: Vector): Vector => ({ x: a.x - b.x, y: a.y - b.y, z: a.z - b.z })

/**
 * mm that the flattest triangle of a round surface lies inside it, the round being at distance `radius` from what `along` gives of a point: all of it
 * for a ball, what is across the axis for a round about an axis. Triangles that are not part of the round (ends) are left out by `isRound`.
 */
export function chordError(
  shell: Shell,
  radius: number,
  across: (point: Vector) => Vector,
  isRound: (corners: readonly Vector[]) => boolean,
): number {
  let worst = 0
  for (let index = 0; index < shell.triangles.length / 3; index += 1) {
    const corners = triangleOf(shell, index)
    if (!isRound(corners)) continue
    const [a, b, c] = corners
    const normal = across(cross(difference(b, a), difference(c, a)))
    const length = Math.sqrt(dot(normal, normal))
    // The point of the triangle's plane that is nearest to the middle, or to the axis.
    if (length > 0) worst = Math.max(worst, radius - Math.abs(dot(across(a), normal)) / length)
  }
  return worst
}
