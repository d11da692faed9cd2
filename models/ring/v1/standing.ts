import type { SolidNode } from '../../product/solid/recipe.ts'

/** A ring is thought of lying, its finger along y and its head in front, and stands on its shank with the head up. */
export const standing = (of: SolidNode): SolidNode => ({ kind: 'placed', of, turnMd: { x: -90_000, y: 0, z: 0 } })
