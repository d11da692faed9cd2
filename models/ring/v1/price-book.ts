import type { PriceBook } from '../../product/product.ts'
import { alloys } from './alloys.ts'
import { gramPrice } from './metal-prices.ts'
import { type Stone, stoneSizes, stones } from './options.ts'

/** EUR cents for a stone of 1.3, 1.5, 1.8, 2.0 and 2.5 mm in small lots: practitioners' figures. */
const stonePrices: Readonly<Record<Stone, readonly number[]>> = {
  'lab-diamond': [350, 450, 650, 850, 1500],
  diamond: [900, 1200, 1900, 2600, 5200],
  'lab-sapphire': [120, 140, 180, 220, 320],
  'lab-ruby': [120, 140, 180, 220, 320],
}

/**
 * The published reference rates of 2026: what a good caster and setter around Valenza asks, in EUR cents, ex works. Metals follow `metalPrices`; hours are
 * bench and person together at Piedmont's wages; a flask is shared by twenty rings. Practitioners' figures.
 */
export const priceBook: PriceBook = {
  id: 'ring-2026-11',
  origin: 'IT',
  card: {
    id: 'reference-ring-2026-11',
    currency: 'EUR',
    hourly: {
      office: 4200,
      'wax-printing': 4500,
      'jewellery-bench': 4600,
      'burn-out': 2400,
      'metal-casting': 5200,
      'stone-setting': 5200,
      polishing: 4600,
      engraving: 5000,
      hallmarking: 4200,
      inspection: 4200,
      packing: 3400,
    },
    materials: {
      ...Object.fromEntries(alloys.map((alloy) => [alloy, gramPrice(alloy)])),
      'casting-resin': 35,
      'flask-share': 120,
      'rhodium-bath': 350,
      'liver-of-sulphur': 60,
      ...Object.fromEntries(
        stones.flatMap((stone) =>
          stoneSizes.map((size, index) => [`${stone}-${size}`, stonePrices[stone][index] ?? 0]),
        ),
      ),
      'ring-box': 260,
      'parcel-insurance': 350,
    },
    marginPermille: 350,
  },
}

/** Every material id a ring may ask for. */
export const materialIds: readonly string[] = Object.keys(priceBook.card.materials)
