import type { PriceBook } from '../../product/product.ts'

/**
 * The published reference rates of 2026: what a good workshop in Brianza asks, in EUR cents, ex works. Hours are machine and operator together
 * (saw €55–70, CNC 65–90, edge bander 55–75, sanding 45–60, lacquer line 80–120, bench and packing 38–48); materials are net trade prices
 * (18 mm birch plywood €24–38, MFC 7–14, MDF 8–12, oak veneer 25–45, HDF 3–6 a m²). Practitioners' figures.
 */
export const priceBook: PriceBook = {
  id: 'shelf-2026-11',
  origin: 'IT',
  card: {
    id: 'reference-shelf-2026-11',
    currency: 'EUR',
    hourly: {
      office: 4600,
      saw: 6600,
      nesting: 8200,
      'edge-banding': 6800,
      drilling: 6000,
      sanding: 5400,
      finishing: 10200,
      assembly: 4500,
      inspection: 4500,
      packing: 4400,
    },
    materials: {
      'birch-ply-18': 3300,
      'birch-ply-24': 4300,
      'oak-veneer-19': 3800,
      'melamine-18': 1150,
      'melamine-25': 1500,
      'mdf-19': 1050,
      'mdf-22': 1250,
      'hdf-8': 520,
      'edge-abs': 45,
      'edge-oak': 95,
      'hardwax-oil': 3400,
      'clear-lacquer': 1500,
      stain: 1700,
      primer: 1200,
      paint: 1800,
      cam: 24,
      dowel: 3,
      hinge: 260,
      'push-latch': 190,
      straightener: 1450,
      'back-screw': 3,
      'body-bolt': 45,
      'foot-low': 90,
      'foot-high': 520,
      'anchor-kit': 320,
      'carton-board': 110,
    },
    marginPermille: 380,
  },
}

/** Every material id a shelf may ask for: what a rate card must know to make all of them. */
export const materialIds: readonly string[] = Object.keys(priceBook.card.materials)
