import type { Check } from '../../evaluation.ts'
import type { Vector } from '../../vector.ts'

/** Where on the model a verdict was found, mm: the point, and the box around what it is about. */
export type Spot = { readonly at: Vector; readonly from: Vector; readonly to: Vector }

/**
 * A check on the real geometry. Codes: `wall`, `gap`, `draft`, `undercut`, `envelope`. Lengths in `values` are mm to a hundredth, angles degrees to a
 * tenth. No `spot` when there is nothing to point at, such as no gap at all.
 */
export type Verdict = Check & { readonly spot?: Spot }

export const hundredths = (value: number): number => Math.round(value * 100) / 100
export const tenths = (value: number): number => Math.round(value * 10) / 10
