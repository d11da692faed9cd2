/** What a ring is cast in. Gold by carats and colour. */
export const alloys = [
  'silver-925',
  'gold-14-yellow',
  'gold-14-white',
  'gold-18-yellow',
  'gold-18-white',
  'gold-18-red',
  'bronze',
] as const
export type Alloy = (typeof alloys)[number]

export type Metal = 'silver' | 'gold' | 'bronze'

export type AlloyFacts = {
  readonly metal: Metal
  /** of precious metal, thousandths; 0 for bronze */
  readonly finenessPermille: number
  /** g/cm³ */
  readonly density: number
  /** what one gram of wax or resin becomes in metal */
  readonly fromWax: number
  /** the thinnest shank, mm */
  readonly thinnest: number
}

/**
 * Densities of silver and gold: Stuller's tables; CuSn10 8.7–8.8 g/cm³ (practitioner's figure). From wax to silver 10.9 (designbuildcast.co.uk), to gold of 14 and
 * 18 carats 14.4 and 16.4; to bronze 9.2, calculated. Thinnest shanks are practitioners' figures.
 */
const facts: Readonly<Record<Alloy, AlloyFacts>> = {
  'silver-925': { metal: 'silver', finenessPermille: 925, density: 10.4, fromWax: 10.9, thinnest: 1.2 },
  'gold-14-yellow': { metal: 'gold', finenessPermille: 585, density: 13.07, fromWax: 14.4, thinnest: 1.1 },
  'gold-14-white': { metal: 'gold', finenessPermille: 585, density: 12.61, fromWax: 14.4, thinnest: 1.1 },
  'gold-18-yellow': { metal: 'gold', finenessPermille: 750, density: 15.58, fromWax: 16.4, thinnest: 1.2 },
  'gold-18-white': { metal: 'gold', finenessPermille: 750, density: 14.64, fromWax: 16.4, thinnest: 1.2 },
  'gold-18-red': { metal: 'gold', finenessPermille: 750, density: 15.18, fromWax: 16.4, thinnest: 1.2 },
  bronze: { metal: 'bronze', finenessPermille: 0, density: 8.75, fromWax: 9.2, thinnest: 1.2 },
}

export const alloyFacts = (alloy: Alloy): AlloyFacts => facts[alloy]

/** White gold is plated with rhodium after the last polish (practitioners). */
export const isPlated = (alloy: Alloy): boolean => alloy.endsWith('-white')

/** Liver of sulphur darkens silver and copper alloys; on gold it takes unevenly and wears off (practitioners). */
export const canBeBlackened = (alloy: Alloy): boolean => facts[alloy].metal !== 'gold'

/** Filing and polishing take 17 % off what was cast: 5.93 g became 4.91 g (Teague, Santa Fe Symposium). */
const castPerFinished = 5.93 / 4.91

/** Button and sprue flow with it and come back: 1.5–2 times the parts are melted (practitioner's figure). */
const pouredPerCast = 1.75

/** mg of a ring of `volume` mm³ when finished, when cast, and what is melted for it. */
export function weights(alloy: Alloy, volume: number): { finishedMg: number; castMg: number; pouredMg: number } {
  const finished = volume * facts[alloy].density
  const cast = finished * castPerFinished
  return { finishedMg: Math.round(finished), castMg: Math.round(cast), pouredMg: Math.round(cast * pouredPerCast) }
}
