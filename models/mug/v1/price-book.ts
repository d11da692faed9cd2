import type { PriceBook } from '../../product/product.ts'

/**
 * The published reference rates of 2026: what a good pottery around Alcobaça asks, in EUR cents, ex works. Hours are machine and person together at Portuguese
 * wages; clay and glazes are suppliers' prices by the small drum; a share of a firing is what a full load of a cubic metre costs divided by its 400 mugs. Practitioners' figures.
 */
export const priceBook: PriceBook = {
  id: 'mug-2026-11',
  origin: 'PT',
  card: {
    id: 'reference-mug-2026-11',
    currency: 'EUR',
    hourly: {
      office: 2400,
      'model-making': 3200,
      'mould-making': 2800,
      casting: 2100,
      throwing: 2600,
      fettling: 2000,
      kiln: 2200,
      glazing: 2100,
      inspection: 2000,
      packing: 1700,
    },
    materials: {
      'clay-white': 110,
      'clay-speckled': 150,
      'clay-dark': 165,
      'slip-white': 120,
      'slip-speckled': 160,
      'slip-dark': 175,
      'glaze-white': 850,
      'glaze-clear': 800,
      'glaze-celadon': 1150,
      'glaze-cobalt': 1300,
      'glaze-tenmoku': 1050,
      'glaze-oatmeal': 1000,
      'glaze-copper': 1600,
      'bisque-share': 35,
      'firing-share': 70,
      plaster: 85,
      'model-resin': 5200,
      'mug-carton': 115,
    },
    marginPermille: 450,
  },
}

/** Every material id a mug may ask for. */
export const materialIds: readonly string[] = Object.keys(priceBook.card.materials)
