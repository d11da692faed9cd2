/** What a board must tell: its id in the bill of materials and on rate cards, its sheet, and how it bends. */
export type Board = {
  readonly id: string
  readonly thickness: number
  /** kg/m³ */
  readonly density: number
  /** bending stiffness along the span, N/mm² (mean) */
  readonly stiffness: number
  /** what a lasting load multiplies the sag by over the years */
  readonly creep: number
  /** mm, `length` along the grain; `trim` is cut off each edge */
  readonly sheet: { readonly length: number; readonly width: number; readonly trim: number }
}

export const materials = ['birch', 'oak', 'melamine', 'mdf'] as const
export type Material = (typeof materials)[number]

export const finishes = [
  'oil',
  'clear-lacquer',
  'dark-stain',
  'decor-white',
  'decor-graphite',
  'decor-oak',
  'paint-white',
  'paint-sage',
  'paint-ink',
  'paint-ochre',
] as const
export type Finish = (typeof finishes)[number]

export const thicknesses = ['standard', 'strong'] as const
export type Thickness = (typeof thicknesses)[number]

const ply = { length: 2500, width: 1250, trim: 15 }
const large = { length: 2800, width: 2070, trim: 10 }

/** Creep factors: wood sags half as much again over years (Sagulator, Fine Woodworking); ×1.6 plywood and ×2.0 chipboard and MDF in practice. */
const plyCreep = 1.6
const particleCreep = 2

/**
 * Boards by material and strength; oak veneer is pressed at 19 mm only. Sources: Finnish Plywood Handbook (birch, density and stiffness along the grain);
 * Swiss Krono and Egger data sheets (melamine-faced chipboard, EN 312 P2, sheets 2800×2070, 640–660 kg/m³); EN 622-5 (MDF);
 * mean stiffness of particle boards, veneered boards and trim: practitioners' figures.
 */
export const boards: Readonly<Record<Material, { readonly standard: Board; readonly strong?: Board }>> = {
  birch: {
    standard: { id: 'birch-ply-18', thickness: 18, density: 680, stiffness: 10_048, creep: plyCreep, sheet: ply },
    strong: { id: 'birch-ply-24', thickness: 24, density: 680, stiffness: 9_700, creep: plyCreep, sheet: ply },
  },
  oak: {
    standard: {
      id: 'oak-veneer-19',
      thickness: 19,
      density: 730,
      stiffness: 2_700,
      creep: particleCreep,
      sheet: { length: 2800, width: 1250, trim: 10 },
    },
  },
  melamine: {
    standard: { id: 'melamine-18', thickness: 18, density: 650, stiffness: 2_500, creep: particleCreep, sheet: large },
    strong: { id: 'melamine-25', thickness: 25, density: 650, stiffness: 2_300, creep: particleCreep, sheet: large },
  },
  mdf: {
    standard: { id: 'mdf-19', thickness: 19, density: 740, stiffness: 2_700, creep: particleCreep, sheet: large },
    strong: { id: 'mdf-22', thickness: 22, density: 740, stiffness: 2_600, creep: particleCreep, sheet: large },
  },
}

/** The back: high-density fibreboard lacquered on one side, 8 mm so that it carries racking (River Cabinet, Polish wardrobes). */
export const backBoard: Board = {
  id: 'hdf-8',
  thickness: 8,
  density: 850,
  stiffness: 3_000,
  creep: particleCreep,
  sheet: large,
}

/**
 * Finishes each material takes. Plywood is oiled, lacquered or stained with its edge left visible; veneer is lacquered or stained;
 * melamine comes with its decor and takes no coat; MDF is painted opaque (practitioners' matrix).
 */
export const finishesOf: Readonly<Record<Material, readonly Finish[]>> = {
  birch: ['oil', 'clear-lacquer', 'dark-stain'],
  oak: ['clear-lacquer', 'dark-stain'],
  melamine: ['decor-white', 'decor-graphite', 'decor-oak'],
  mdf: ['paint-white', 'paint-sage', 'paint-ink', 'paint-ochre'],
}

/** One coat: `mlPerM2` laid on a m² of one side, `runS` seconds for it, `lagS` until the next step may touch it. */
export type Coat = {
  readonly material: string
  readonly mlPerM2: number
  readonly runS: number
  readonly setupS: number
  readonly lagS: number
}

const hour = 3600
const clear: Coat = { material: 'clear-lacquer', mlPerM2: 110, runS: 90, setupS: 1320, lagS: 4 * hour }
const paint: Coat = { material: 'paint', mlPerM2: 130, runS: 90, setupS: 1320, lagS: 4 * hour }
const cured = (coat: Coat, hours: number): Coat => ({ ...coat, lagS: hours * hour })

/**
 * Coats in order; the last one's lag is the cure before wrapping (24–48 h, else the foil prints). Water-based lacquer dries 2–4 h between coats;
 * two coats clear, primer and two coats opaque. Run times are 1.5–2.5 min a m² and side (Wisno, and practitioners).
 */
export const coatsOf: Readonly<Record<Finish, readonly Coat[]>> = {
  oil: [{ material: 'hardwax-oil', mlPerM2: 40, runS: 120, setupS: 600, lagS: 24 * hour }],
  'clear-lacquer': [clear, cured(clear, 24)],
  'dark-stain': [{ material: 'stain', mlPerM2: 70, runS: 90, setupS: 900, lagS: 2 * hour }, clear, cured(clear, 24)],
  'decor-white': [],
  'decor-graphite': [],
  'decor-oak': [],
  'paint-white': [{ ...paint, material: 'primer' }, paint, cured(paint, 36)],
  'paint-sage': [{ ...paint, material: 'primer' }, paint, cured(paint, 36)],
  'paint-ink': [{ ...paint, material: 'primer' }, paint, cured(paint, 36)],
  'paint-ochre': [{ ...paint, material: 'primer' }, paint, cured(paint, 36)],
}

/** The band on visible edges: 1 mm ABS on melamine, 0.6 mm veneer on oak; plywood edges are sanded and MDF edges painted. */
export const bandOf: Readonly<Record<Material, { readonly id: string; readonly thicknessUm: number } | undefined>> = {
  birch: undefined,
  oak: { id: 'edge-oak', thicknessUm: 600 },
  melamine: { id: 'edge-abs', thicknessUm: 1000 },
  mdf: undefined,
}
