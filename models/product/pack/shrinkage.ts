import type { Specification } from '../specification.ts'

/** How much a body shrinks from wet to fired, linear, thousandths, by the material it is bought as. Belongs to a factory, its clay and its kiln. */
export type Shrinkages = Readonly<Record<string, number>>

/** What a body of stoneware shrinks by where a maker has told nothing of its own: 10–13 % are usual (practitioners). */
const usualPermille = 120

const bodies = /^(clay|slip)-/

/** The body that something is formed of, and its shrinkage; undefined for what is not formed of clay. */
export function shrinkageOf(
  { materials }: Specification,
  shrinkages: Shrinkages = {},
): { readonly body: string; readonly permille: number } | undefined {
  const body = materials.find(({ material }) => bodies.test(material))?.material
  if (body === undefined) return undefined
  return { body, permille: shrinkages[body] ?? usualPermille }
}

/** How much larger something is formed than it comes out of the fire. */
export const grownBy = (permille: number): number => 1000 / (1000 - permille)

/** `12.0pct`: as it stands in a file's name. */
export const inName = (permille: number): string => `${(permille / 10).toFixed(1)}pct`
