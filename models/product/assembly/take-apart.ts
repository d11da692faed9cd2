import type { Axis } from '../make.ts'
import type { Panel } from '../panels/panel.ts'

/** A way along one axis: `1` towards greater coordinates. */
export type Way = { readonly axis: Axis; readonly sign: 1 | -1 }

/** Two panels held together by dowels along an axis: they part along it, and no other way. */
export type Held = { readonly a: Panel; readonly b: Panel; readonly axis: Axis }

/** Parts that leave what stands, or come to it, along one way. */
export type Move = { readonly parts: readonly Panel[]; readonly out: Way }

/** Ends come off first, then top and bottom; forwards and backwards only what nothing else frees. */
const ways: readonly Way[] = [
  { axis: 'x', sign: 1 },
  { axis: 'x', sign: -1 },
  { axis: 'y', sign: 1 },
  { axis: 'y', sign: -1 },
  { axis: 'z', sign: 1 },
  { axis: 'z', sign: -1 },
]

const others: Readonly<Record<Axis, readonly [Axis, Axis]>> = { x: ['y', 'z'], y: ['x', 'z'], z: ['x', 'y'] }

/** Whether `still` is in the path of `moving`. */
export function isInPath(moving: Panel, still: Panel, { axis, sign }: Way): boolean {
  for (const other of others[axis]) {
    if (moving.solid.from[other] >= still.solid.to[other] || still.solid.from[other] >= moving.solid.to[other])
      return false
  }
  return sign === 1 ? still.solid.to[axis] > moving.solid.from[axis] : still.solid.from[axis] < moving.solid.to[axis]
}

/** Panels that each can leave all others along a way: nothing in their path, no dowel across it. */
function free(parts: readonly Panel[], held: readonly Held[], way: Way): Panel[] {
  return parts.filter((part) => {
    if (held.some(({ a, b, axis }) => axis !== way.axis && (a === part || b === part))) return false
    return !parts.some((other) => other !== part && isInPath(part, other, way))
  })
}

/**
 * Takes parts off one another until one is left or nothing moves: the moves in order, and what is left. Read backwards it is how to build them without
 * shearing a dowel. Parts that leave together along one way are one move.
 */
export function takeApart(parts: readonly Panel[], held: readonly Held[]): { moves: Move[]; left: readonly Panel[] } {
  const moves: Move[] = []
  let left = parts
  let bonds = held
  for (let index = 0; index < ways.length && left.length > 1; ) {
    const out = ways[index]
    if (out === undefined) break
    const leaving = free(left, bonds, out)
    if (leaving.length === 0) {
      index += 1
      continue
    }
    const gone = new Set(leaving.length === left.length ? leaving.slice(1) : leaving)
    moves.push({ parts: [...gone], out })
    left = left.filter((part) => !gone.has(part))
    bonds = bonds.filter(({ a, b }) => !gone.has(a) && !gone.has(b))
    index = 0
  }
  return { moves, left }
}
