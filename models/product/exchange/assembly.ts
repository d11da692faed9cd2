import type { Vector } from '../make.ts'

/** A closed surface of triangles, counter-clockwise seen from outside: three numbers (mm) a corner, three corners a triangle. */
export type Surface = { readonly positions: ArrayLike<number>; readonly indices: ArrayLike<number> }

/** How a body looks: linear red, green and blue, roughness and metalness from 0 to 1. */
export type Look = {
  readonly key: string
  readonly colour: readonly [number, number, number]
  readonly roughness: number
  readonly metalness: number
}

/** One shape and all places where a copy of it stands (mm from the product's corner: x right, y up, z to the front). */
export type Body = {
  readonly key: string
  readonly surface: Surface
  readonly look: Look
  readonly at: readonly Vector[]
}

/** A product as other programs read it. `hash` is that of its specification, `title` a line for people. */
export type Assembly = { readonly hash: string; readonly title: string; readonly bodies: readonly Body[] }

/** The looks of an assembly, each once, in the order of the bodies. */
export function looksOf({ bodies }: Assembly): readonly Look[] {
  return [...new Map(bodies.map(({ look }) => [look.key, look])).values()]
}

/** Number of triangles of a surface. */
export const triangles = ({ indices }: Surface): number => indices.length / 3

/** The volume that a closed surface encloses, mm³, by the divergence theorem. */
export function enclosedVolume({ positions, indices }: Surface): number {
  let six = 0
  const p = (corner: number, axis: number) => positions[(indices[corner] ?? 0) * 3 + axis] ?? 0
  for (let i = 0; i < indices.length; i += 3) {
    six +=
      p(i, 0) * (p(i + 1, 1) * p(i + 2, 2) - p(i + 1, 2) * p(i + 2, 1)) -
      p(i, 1) * (p(i + 1, 0) * p(i + 2, 2) - p(i + 1, 2) * p(i + 2, 0)) +
      p(i, 2) * (p(i + 1, 0) * p(i + 2, 1) - p(i + 1, 1) * p(i + 2, 0))
  }
  return six / 6
}
