import type { Values } from '../evaluation.ts'

/**
 * Why a recipe is no solid. `solid_empty`: nothing is left. `solid_not_manifold`: its surface is not closed. `solid_too_fine`: more facets than the
 * kernel may hold. `solid_too_slow`: not done in time. `solid_failed`: the kernel broke down. `solid_size`: a length, count or angle out of range.
 * `contour_open`: fewer than three points. `contour_crosses`: an outline crosses itself or another. `corner_too_large`: longer than its legs.
 * `corner_not_straight`: beside a curve. `contour_behind_axis`: a radius below zero. `path_too_tight`: it bends within the section.
 * `font_unknown`, `glyph_missing`: text that cannot be set.
 */
export const solidRefusalCodes = [
  'solid_empty',
  'solid_not_manifold',
  'solid_too_fine',
  'solid_too_slow',
  'solid_failed',
  'solid_size',
  'contour_open',
  'contour_crosses',
  'corner_too_large',
  'corner_not_straight',
  'contour_behind_axis',
  'path_too_tight',
  'font_unknown',
  'glyph_missing',
] as const
export type SolidRefusalCode = (typeof solidRefusalCodes)[number]

/** An expected answer to a recipe that cannot be made. Lengths in `values` are mm. */
export type SolidRefusal = { readonly refused: SolidRefusalCode; readonly values: Values }

/** Carries a refusal out of the depth of a recipe; `evaluateSolid` and the workers answer with it. */
export class SolidError extends Error {
  readonly refusal: SolidRefusal

  constructor(refused: SolidRefusalCode, values: Values = {}) {
    super(`no solid: ${refused} ${JSON.stringify(values)}`)
    this.name = 'SolidError'
    this.refusal = { refused, values }
  }
}
