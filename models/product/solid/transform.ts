import type { Axis, Vector } from '../vector.ts'
import type { Placed, Repeated } from './recipe.ts'
import { SolidError } from './solid-error.ts'
import { type Direction, directionOf, fullTurn } from './turn.ts'

/** Where the three axes and the origin come to lie. Rigid, mirrors included. */
export type Transform = { readonly x: Vector; readonly y: Vector; readonly z: Vector; readonly at: Vector }

const zero: Vector = { x: 0, y: 0, z: 0 }
export const nowhere: Transform = {
  x: { x: 1, y: 0, z: 0 },
  y: { x: 0, y: 1, z: 0 },
  z: { x: 0, y: 0, z: 1 },
  at: zero,
}

/** A direction, without the move. */
export function turn({ x, y, z }: Transform, v: Vector): Vector {
  return {
    x: v.x * x.x + v.y * y.x + v.z * z.x,
    y: v.x * x.y + v.y * y.y + v.z * z.y,
    z: v.x * x.z + v.y * y.z + v.z * z.z,
  }
}

export function apply(transform: Transform, point: Vector): Vector {
  const { at } = transform
  const { x, y, z } = turn(transform, point)
  return { x: x + at.x, y: y + at.y, z: z + at.z }
}

/** `first`, then `then`. */
export function after(then: Transform, first: Transform): Transform {
  return { x: turn(then, first.x), y: turn(then, first.y), z: turn(then, first.z), at: apply(then, first.at) }
}

/** Whether it turns the inside out: facets then have to be walked the other way round. */
export function isMirror({ x, y, z }: Transform): boolean {
  const across = { x: x.y * y.z - x.z * y.y, y: x.z * y.x - x.x * y.z, z: x.x * y.y - x.y * y.x }
  return across.x * z.x + across.y * z.y + across.z * z.z < 0
}

function turning(axis: Axis, { cos, sin }: Direction): Transform {
  switch (axis) {
    case 'x':
      return { ...nowhere, y: { x: 0, y: cos, z: sin }, z: { x: 0, y: -sin, z: cos } }
    case 'y':
      return { ...nowhere, x: { x: cos, y: 0, z: -sin }, z: { x: sin, y: 0, z: cos } }
    case 'z':
      return { ...nowhere, x: { x: cos, y: sin, z: 0 }, y: { x: -sin, y: cos, z: 0 } }
  }
}

function whole(value: number): number {
  if (!Number.isSafeInteger(value)) throw new SolidError('solid_size', { value })
  return value
}

/** Where `placed` puts what it holds, µm. */
export function placement({ mirror, turnMd = zero, moveUm = zero }: Placed): Transform {
  let transform: Transform = nowhere
  if (mirror === 'x') transform = { ...nowhere, x: { x: -1, y: 0, z: 0 } }
  if (mirror === 'y') transform = { ...nowhere, y: { x: 0, y: -1, z: 0 } }
  if (mirror === 'z') transform = { ...nowhere, z: { x: 0, y: 0, z: -1 } }
  for (const axis of ['x', 'y', 'z'] as const) {
    const angle = whole(turnMd[axis])
    if (angle !== 0) transform = after(turning(axis, directionOf(angle, fullTurn)), transform)
  }
  return { ...transform, at: { x: whole(moveUm.x), y: whole(moveUm.y), z: whole(moveUm.z) } }
}

/** Copies that may stand in one repetition. */
const mostCopies = 10_000

/** Where the copies stand, µm, the first where it is. */
export function placements({ count, pattern }: Repeated): Transform[] {
  if (!Number.isInteger(count) || count < 1 || count > mostCopies) throw new SolidError('solid_size', { count })
  return Array.from({ length: count }, (_, index) => {
    if (pattern.kind === 'line') {
      const { x, y, z } = pattern.stepUm
      return { ...nowhere, at: { x: whole(x) * index, y: whole(y) * index, z: whole(z) * index } }
    }
    const { axis, stepMd } = pattern
    return turning(
      axis,
      stepMd === undefined ? directionOf(index, count) : directionOf(whole(stepMd) * index, fullTurn),
    )
  })
}
