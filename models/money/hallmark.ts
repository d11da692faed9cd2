/** Which precious metal a thing is of, how fine, and how heavy one piece is when finished. */
export type Precious = { readonly metal: 'gold' | 'silver'; readonly finenessPermille: number; readonly massMg: number }

/** `assay`: an independent office tests and strikes it; `state`: the state's own office does; `maker`: the maker's mark and the fineness are enough. */
export type HallmarkRoute = 'assay' | 'state' | 'maker'

type Office = {
  readonly route: Exclude<HallmarkRoute, 'maker'>
  /** heavier ones must go there, mg */
  readonly overMg: Readonly<Record<Precious['metal'], number>>
  /** what it asks for a consignment and for each piece in it, EUR cents */
  readonly perLot: number
  readonly perPiece: number
}

/**
 * Compulsory marks by destination. GB: over 1 g of gold, 7.78 g of silver, before it is described as such (Anchorcert); Italian, Chinese and Indian marks do not
 * count there. NL: 1 g, 8 g. FR: state's mark over 3 g, 30 g, below the maker's. PL: 1 g, 5 g (from memory of the law). DE, IT and the rest: the maker's own
 * responsibility, as far as collected: ES, PT, IE, CZ and others have offices too and must be looked up before anything precious is sold there.
 * Fees are practitioners' figures.
 */
const offices: Readonly<Record<string, Office>> = {
  GB: { route: 'assay', overMg: { gold: 1000, silver: 7780 }, perLot: 2200, perPiece: 120 },
  NL: { route: 'assay', overMg: { gold: 1000, silver: 8000 }, perLot: 1800, perPiece: 250 },
  FR: { route: 'state', overMg: { gold: 3000, silver: 30_000 }, perLot: 0, perPiece: 800 },
  PL: { route: 'state', overMg: { gold: 1000, silver: 5000 }, perLot: 0, perPiece: 500 },
}

/** The lightest that any office asks for, mg: heavier ones may have to wait for one. */
export const lightestAssayedMg: Readonly<Record<Precious['metal'], number>> = {
  gold: Math.min(...Object.values(offices).map(({ overMg }) => overMg.gold)),
  silver: Math.min(...Object.values(offices).map(({ overMg }) => overMg.silver)),
}

/** How a piece is marked for a destination, and what that costs for `quantity` of them, EUR cents. */
export function hallmarkOf(
  { metal, massMg }: Precious,
  country: string,
  quantity: number,
): { readonly route: HallmarkRoute; readonly amount: number } {
  const office = Object.hasOwn(offices, country) ? offices[country] : undefined
  if (office === undefined || massMg <= office.overMg[metal]) return { route: 'maker', amount: 0 }
  return { route: office.route, amount: office.perLot + quantity * office.perPiece }
}
