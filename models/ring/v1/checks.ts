import type { Check, Values } from '../../product/evaluation.ts'
import type { Broken } from '../../product/rule.ts'
import type { Layout } from './layout.ts'
import { measured } from './measured.ts'

/** Which rules stand behind each check. */
const behind: Readonly<Record<string, readonly string[]>> = {
  size: [],
  weight: [],
  band: ['shank_too_thin'],
  finish: ['cannot_be_blackened'],
  face: ['face_and_stones', 'face_too_wide', 'face_too_small'],
  monogram: ['monogram_without_face', 'monogram_letter_missing', 'monogram_too_small'],
  stones: ['stone_too_deep', 'stone_too_wide', 'silver_too_soft', 'no_stones_in_bronze', 'stones_too_far_round'],
  inscription: ['inscription_letter_missing', 'band_too_narrow_to_write', 'inscription_too_long'],
}

/** mg as grams with one decimal. */
export const grams = (mg: number): number => Math.round(mg / 100) / 10

/** What a caster and a setter check before saying yes. */
export function checksOf(layout: Layout, broken: readonly Broken[]): Check[] {
  const { chosen, band, head, monogram, seats, labels, weights } = measured(layout)
  const holds = (code: string) => !(behind[code] ?? []).some((rule) => broken.some((each) => each.code === rule))
  const check = (code: string, values: Values): Check => ({ code, values, ok: holds(code) })
  const checks = [
    check('size', { ...labels, diameter: Math.round(band.inner * 20) / 10 }),
    check('band', { thickness: band.thickness }),
    check('weight', { finished: grams(weights.finishedMg), cast: grams(weights.castMg) }),
    check('finish', { finish: chosen.finish }),
  ]
  if (head !== undefined) checks.push(check('face', { across: Math.round(head.across * 10) / 10, along: head.along }))
  if (chosen.monogram !== '') checks.push(check('monogram', { height: monogram?.height ?? 0 }))
  if (seats.count > 0) checks.push(check('stones', { count: seats.count, diameter: seats.diameter }))
  if (chosen.inscription !== '') checks.push(check('inscription', {}))
  return checks
}
