import { priceBook as mugBook } from '#models/mug/v1/price-book.ts'
import type { RateCard } from '#models/product/rate-card.ts'
import { type WorkCentreKind, workCentreKinds } from '#models/product/routing.ts'
import { priceBook as ringBook } from '#models/ring/v1/price-book.ts'
import { priceBook as earlierShelf } from '#models/shelf/v1/price-book.ts'
import { priceBook as shelfBook } from '#models/shelf/v2/price-book.ts'

type Bands = Partial<Readonly<Record<WorkCentreKind, readonly [low: number, high: number]>>>

/** EUR cents per hour of machine and operator by belt, lowest and highest: practitioners' figures of 2026. Office and inspection are bench wages. */
export const hourBands = {
  brianza: {
    office: [3800, 4800],
    saw: [5500, 7000],
    nesting: [6500, 9000],
    'edge-banding': [5500, 7500],
    drilling: [5000, 6500],
    sanding: [4500, 6000],
    finishing: [8000, 12_000],
    assembly: [3800, 4800],
    inspection: [3800, 4800],
    packing: [3800, 4800],
  },
  'bento-goncalves': {
    office: [1100, 1500],
    saw: [2000, 2800],
    nesting: [2800, 4000],
    'edge-banding': [2000, 2800],
    drilling: [1800, 2600],
    sanding: [1400, 2000],
    finishing: [3000, 4500],
    assembly: [1100, 1500],
    inspection: [1100, 1500],
    packing: [1100, 1500],
  },
  foshan: {
    office: [700, 1000],
    saw: [1400, 2000],
    nesting: [1800, 2800],
    'edge-banding': [1400, 2000],
    drilling: [1300, 1900],
    sanding: [1000, 1400],
    finishing: [2200, 3500],
    assembly: [700, 1000],
    inspection: [700, 1000],
    packing: [700, 1000],
  },
  nankang: {
    office: [600, 800],
    saw: [1100, 1600],
    nesting: [1400, 2200],
    'edge-banding': [1100, 1600],
    drilling: [1000, 1500],
    sanding: [800, 1200],
    finishing: [1800, 3000],
    assembly: [600, 800],
    inspection: [600, 800],
    packing: [600, 800],
  },
  alcobaca: {
    office: [2100, 2600],
    'model-making': [3000, 3600],
    'mould-making': [2600, 3100],
    casting: [1900, 2300],
    throwing: [2300, 2900],
    fettling: [1800, 2200],
    kiln: [2000, 2500],
    glazing: [1900, 2300],
    inspection: [1800, 2200],
    packing: [1500, 1900],
  },
  'stoke-on-trent': {
    office: [2800, 3400],
    'model-making': [3800, 4800],
    'mould-making': [3400, 4200],
    casting: [2700, 3300],
    throwing: [3200, 4200],
    fettling: [2600, 3200],
    kiln: [2800, 3600],
    glazing: [2700, 3300],
    inspection: [2600, 3200],
    packing: [2300, 2900],
  },
  jingdezhen: {
    office: [700, 1000],
    'model-making': [1200, 1800],
    'mould-making': [1000, 1500],
    casting: [800, 1200],
    throwing: [1000, 1600],
    fettling: [700, 1000],
    kiln: [1000, 1500],
    glazing: [800, 1100],
    inspection: [700, 1000],
    packing: [600, 900],
  },
  valenza: {
    office: [3600, 4600],
    'wax-printing': [4000, 5000],
    'jewellery-bench': [4200, 5200],
    'burn-out': [2000, 2800],
    'metal-casting': [4600, 5800],
    'stone-setting': [4800, 6000],
    polishing: [4200, 5200],
    engraving: [4600, 5600],
    hallmarking: [3800, 4600],
    inspection: [3800, 4600],
    packing: [3000, 3800],
  },
  arezzo: {
    office: [3400, 4400],
    'wax-printing': [3800, 4800],
    'jewellery-bench': [3900, 4900],
    'burn-out': [1900, 2700],
    'metal-casting': [4400, 5600],
    'stone-setting': [4500, 5700],
    polishing: [3900, 4900],
    engraving: [4400, 5400],
    hallmarking: [3600, 4400],
    inspection: [3600, 4400],
    packing: [2900, 3600],
  },
  birmingham: {
    office: [3800, 4800],
    'wax-printing': [4400, 5600],
    'jewellery-bench': [4600, 5800],
    'burn-out': [2200, 3000],
    'metal-casting': [5000, 6400],
    'stone-setting': [5200, 6800],
    polishing: [4600, 5800],
    engraving: [5000, 6200],
    hallmarking: [4000, 5000],
    inspection: [4000, 5000],
    packing: [3200, 4000],
  },
} as const satisfies Readonly<Record<string, Bands>>

/** What a part of the reference price is taken of: the earliest book that has the material, so that a card below it is so by every published version. */
const boards = { ...shelfBook.card.materials, ...earlierShelf.card.materials }

/** Whose materials a belt is asked for: boards, clay and glazes, or metals and stones. */
function referenceOf(belt: string): Readonly<Record<string, number>> {
  if (['alcobaca', 'stoke-on-trent', 'jingdezhen'].includes(belt)) return mugBook.card.materials
  return ['valenza', 'arezzo', 'birmingham'].includes(belt) ? ringBook.card.materials : boards
}

export type CardInput = {
  readonly factory: string
  readonly belt: keyof typeof hourBands
  /** where in the belt's bands its hours lie, thousandths: 0 lowest, 1000 highest */
  readonly hoursPermille: number
  /** what materials cost here, thousandths of the published reference prices, of the earliest where there are several */
  readonly materialsPermille: number
  /** exceptions by material, thousandths of the reference price; 0 is not offered */
  readonly exceptions?: Readonly<Record<string, number>>
  readonly marginPermille: number
  /** kinds of work centre it has */
  readonly works: readonly WorkCentreKind[]
}

/** A factory's rate card in EUR cents. */
export function rateCard(input: CardInput): RateCard {
  const bands: Bands = hourBands[input.belt]
  const hourly: Partial<Record<WorkCentreKind, number>> = {}
  for (const kind of workCentreKinds) {
    if (!input.works.includes(kind)) continue
    const band = bands[kind]
    if (band === undefined) throw new RangeError(`no hourly rate for ${kind} in ${input.belt}`)
    const [low, high] = band
    hourly[kind] = Math.round(low + ((high - low) * input.hoursPermille) / 1000)
  }
  const materials: Record<string, number> = {}
  for (const [id, price] of Object.entries(referenceOf(input.belt))) {
    const part = input.exceptions?.[id] ?? input.materialsPermille
    if (part > 0) materials[id] = Math.max(1, Math.round((price * part) / 1000))
  }
  return { id: `${input.factory}-2026-11`, currency: 'EUR', hourly, materials, marginPermille: input.marginPermille }
}
