import { portion } from './rounding.ts'
import { taxRate } from './tax.ts'

/** `parcel`: every carton within a parcel carrier's limits. `two_man`: carried in by two people, any carton. */
export type FreightMode = 'parcel' | 'two_man'

/** What travels: cartons of one consignment with their volume (cm³) and mass (g), and how many parcels they are: small cartons share one. */
export type Load = {
  readonly mode: FreightMode
  readonly cartons: number
  readonly parcels: number
  readonly volumeCm3: number
  readonly massG: number
}

/** One leg of the way and what it costs, EUR cents. */
export type FreightLine = { readonly code: 'freight_main' | 'freight_door' | 'customs_entry'; readonly amount: number }

/** Calendar days from hand-over to the door. */
export type TransitDays = { readonly fastest: number; readonly typical: number; readonly slowest: number }

/** Limits of one parcel: GLS, conditions for parcels (31.5 kg, 200×80×60 cm, length and girth 300 cm). mm and g. */
export const parcelLimits = { massG: 31_500, length: 2000, width: 800, height: 600, lengthAndGirth: 3000 } as const

/** More cartons than this go on a van: a parcel round takes no more to one door, and two men are cheaper (practitioner's figure). */
export const mostParcels = 10

/** A carton up to this is small: cm³ and g. Small ones are packed together into parcels of up to so much (practitioners' figures: one person lifts them). */
const smallCarton = { volumeCm3: 12_000, massG: 2000 } as const
const sharedParcel = { volumeCm3: 60_000, massG: 20_000 } as const

/** How many parcels cartons of that volume (cm³) and mass (g) in all are. */
export function parcelsOf(cartons: number, volumeCm3: number, massG: number): number {
  const isSmall = volumeCm3 <= cartons * smallCarton.volumeCm3 && massG <= cartons * smallCarton.massG
  if (!isSmall) return cartons
  return Math.max(1, Math.ceil(volumeCm3 / sharedParcel.volumeCm3), Math.ceil(massG / sharedParcel.massG))
}

/** How a consignment travels, from how one piece of it would and the number of all its parcels. */
export function consignmentMode(onePiece: FreightMode, parcels: number): FreightMode {
  return onePiece === 'parcel' && parcels <= mostParcels ? 'parcel' : 'two_man'
}

/** Whether a carton (mm, `length` ≥ `width` ≥ `height` after sorting; g) goes as a parcel. */
export function isParcel(length: number, width: number, height: number, massG: number): boolean {
  const longest = Math.max(length, width, height)
  const shortest = Math.min(length, width, height)
  const middle = length + width + height - longest - shortest
  return (
    massG <= parcelLimits.massG &&
    longest <= parcelLimits.length &&
    middle <= parcelLimits.width &&
    shortest <= parcelLimits.height &&
    longest + 2 * (middle + shortest) <= parcelLimits.lengthAndGirth
  )
}

type Zone = 'home' | 'near' | 'far' | 'edge'

const far = new Set(['ES', 'PT', 'PL', 'SK', 'HU', 'HR', 'DK', 'GB', 'SE'])
const edge = new Set(['IE', 'FI', 'NO', 'EE', 'LV', 'LT', 'RO', 'BG', 'GR', 'CY', 'MT'])

function zone(from: string, to: string): Zone {
  if (from === to) return 'home'
  if (edge.has(from) || edge.has(to)) return 'edge'
  return far.has(from) || far.has(to) ? 'far' : 'near'
}

type DoorRate = {
  readonly small: number
  readonly parcel: number
  readonly twoMan: number
  readonly days: Record<FreightMode, TransitDays>
}

const days = (fastest: number, typical: number, slowest: number): TransitDays => ({ fastest, typical, slowest })

/**
 * Delivery to the door within Europe, EUR cents: a price per parcel, and of a single one that is small; a price per two-man consignment of up to 60 kg.
 * Practitioners' figures of 2026: €12–20 a parcel, less than half of that up to 2 kg, €90–160 for two men within a country, more across borders.
 */
const doorRates: Readonly<Record<Zone, DoorRate>> = {
  home: { small: 550, parcel: 1200, twoMan: 9000, days: { parcel: days(1, 2, 3), two_man: days(3, 5, 7) } },
  near: { small: 850, parcel: 1500, twoMan: 12500, days: { parcel: days(2, 3, 5), two_man: days(5, 7, 10) } },
  far: { small: 1050, parcel: 1900, twoMan: 16000, days: { parcel: days(3, 5, 7), two_man: days(6, 9, 14) } },
  edge: { small: 1500, parcel: 2600, twoMan: 23000, days: { parcel: days(4, 6, 9), two_man: days(8, 12, 18) } },
}

/** EUR cents a kg over the first 60 kg of a two-man consignment (practitioner's figure). */
const twoManPerKg = 35

/**
 * Origins outside Europe reach the European hub (Rotterdam, so `NL`) in a weekly container that the belt fills together.
 * `perM3` EUR cents: the low end of what less-than-container freight costs from factory to EU warehouse (€250–450 a m³, forwarders 2024),
 * charged from 0.2 m³ as the belt shares the container. Days: Asia–North Europe by sea 30–40 and 10 more round the Cape; Santos–Rotterdam 25–35.
 */
const overseas: Readonly<Record<string, { perM3: number; days: TransitDays }>> = {
  CN: { perM3: 26_000, days: days(38, 43, 50) },
  BR: { perM3: 29_000, days: days(27, 32, 40) },
}

const hub = 'NL'
const smallestVolumeCm3 = 200_000

/** A customs entry at the border of GB, CH or NO, EUR cents (practitioner's figure). */
const customsEntry = 3500

function entryOf(origin: string): { from: string; main: (typeof overseas)[string] | undefined } {
  const main = overseas[origin]
  if (main === undefined) taxRate(origin)
  return { from: main === undefined ? origin : hub, main }
}

/**
 * What carrying a load from a factory's country to the shopper's door costs, leg by leg in EUR cents.
 * @throws RangeError when there is no lane from `origin` or the destination is not served.
 */
export function freightLines(load: Load, origin: string, country: string): FreightLine[] {
  const { from, main } = entryOf(origin)
  const lines: FreightLine[] = []
  if (main !== undefined) {
    const chargeable = Math.max(load.volumeCm3, smallestVolumeCm3)
    lines.push({ code: 'freight_main', amount: portion(main.perM3, chargeable, 1_000_000) })
  }
  const rate = doorRates[zone(from, country)]
  const overKg = Math.max(0, Math.ceil(load.massG / 1000) - 60)
  const isSmall = load.parcels === 1 && load.volumeCm3 <= smallCarton.volumeCm3 && load.massG <= smallCarton.massG
  const parcels = isSmall ? rate.small : rate.parcel * load.parcels
  const door = load.mode === 'parcel' ? parcels : rate.twoMan + twoManPerKg * overKg
  lines.push({ code: 'freight_door', amount: door })
  if (taxRate(country).union === 'none' && from !== country) lines.push({ code: 'customs_entry', amount: customsEntry })
  return lines
}

/**
 * Calendar days from hand-over at the factory to the door.
 * @throws RangeError when there is no lane from `origin` or the destination is not served.
 */
export function transitDays(origin: string, country: string, mode: FreightMode): TransitDays {
  const { from, main } = entryOf(origin)
  const border = taxRate(country).union === 'none' && from !== country ? 1 : 0
  const door = doorRates[zone(from, country)].days[mode]
  const sum = (pick: keyof TransitDays) => (main?.days[pick] ?? 0) + door[pick] + border
  return { fastest: sum('fastest'), typical: sum('typical'), slowest: sum('slowest') }
}
