/*
 * Sines and cosines of fractions of a turn from +, −, ×, ÷ alone, which every machine rounds alike: Math.sin may differ in its last digit from one
 * browser to the next, and the same recipe must give the same bytes everywhere.
 */

/** Taylor coefficients of sine and cosine, from the highest power down; to π/4 they leave an error under 1e-17. */
const sineTerms = [1 / 355_687_428_096_000, -1 / 1_307_674_368_000, 1 / 6_227_020_800, -1 / 39_916_800, 1 / 362_880]
const cosineTerms = [1 / 20_922_789_888_000, -1 / 87_178_291_200, 1 / 479_001_600, -1 / 3_628_800, 1 / 40_320]

function smallSine(x: number): number {
  const square = x * x
  let sum = 0
  for (const term of sineTerms) sum = sum * square + term
  return x * (((sum * square - 1 / 5040) * square + 1 / 120) * square * square - square / 6 + 1)
}

function smallCosine(x: number): number {
  const square = x * x
  let sum = 0
  for (const term of cosineTerms) sum = sum * square + term
  return ((sum * square - 1 / 720) * square + 1 / 24) * square * square - square / 2 + 1
}

export type Direction = { readonly cos: number; readonly sin: number }

/** The direction after `part` of `whole` turns, both whole numbers under 2^50. Exact at every quarter. */
export function directionOf(part: number, whole: number): Direction {
  const within = ((part % whole) + whole) % whole
  const eighth = Math.floor((within * 8) / whole)
  const rest = within * 8 - eighth * whole
  const odd = eighth % 2 === 1
  const angle = (Math.PI / 4) * ((odd ? whole - rest : rest) / whole)
  const half = odd && rest === 0
  const near = half ? Math.SQRT1_2 : smallCosine(angle)
  const far = half ? Math.SQRT1_2 : smallSine(angle)
  // Angle and complement swap in every second eighth; signs go by quarter.
  const steep = eighth % 4 === 1 || eighth % 4 === 2
  const across = steep ? far : near
  const up = steep ? near : far
  const cos = eighth >= 2 && eighth < 6 ? -across : across
  const sin = eighth >= 4 ? -up : up
  return { cos: cos === 0 ? 0 : cos, sin: sin === 0 ? 0 : sin }
}

/** A whole turn in millidegrees. */
export const fullTurn = 360_000
