import type { Carriage, CarrierRate, Parcel, RatesRequest } from '../carrier-messages.ts'

/** GLS: a parcel weighs at most 31.5 kg, measures at most 200 × 80 × 60 cm, and length plus girth at most 300 cm. */
const parcelLimits = { massG: 31_500, longestMm: 2000, middleMm: 800, shortestMm: 600, lengthAndGirthMm: 3000 }

/** Two people carry at most this, and no longer than a stairwell lets round. */
const twoManLimits = { massG: 90_000, longestMm: 2600 }

type Zone = 'domestic' | 'region' | 'world'

const europe: ReadonlySet<string> = new Set(
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
)

const day = 24 * 3600

/** Hundredths of a euro; a shipment pays its base, and each carton and kilogram. Orders of magnitude of trade tariffs. */
const tariff: Readonly<
  Record<Carriage, Readonly<Record<Zone, { base: number; carton: number; kg: number; days: number }>>>
> = {
  parcel: {
    domestic: { base: 0, carton: 750, kg: 25, days: 2 },
    region: { base: 0, carton: 1290, kg: 45, days: 4 },
    world: { base: 1500, carton: 2900, kg: 320, days: 9 },
  },
  two_man: {
    domestic: { base: 6900, carton: 400, kg: 30, days: 5 },
    region: { base: 11_900, carton: 600, kg: 55, days: 8 },
    world: { base: 29_000, carton: 1500, kg: 190, days: 32 },
  },
  pallet: {
    domestic: { base: 9000, carton: 0, kg: 12, days: 4 },
    region: { base: 13_000, carton: 0, kg: 28, days: 7 },
    world: { base: 24_000, carton: 0, kg: 95, days: 35 },
  },
}

/** Units of a currency for a hundredth of a euro, as the carrier bills; a fixed list, renewed by hand. */
const perEuro = { EUR: 1, GBP: 0.85, USD: 1.1, CNY: 7.9, BRL: 6 } as const

/** What the carrier asks for these cartons, cheapest first; a service that cannot take one of them is left out. */
export function ratesFor(request: RatesRequest): readonly CarrierRate[] {
  const zone = zoneOf(request.from.country, request.to.country)
  const kg = request.parcels.reduce((sum, parcel) => sum + parcel.massG, 0) / 1000
  const services: readonly Carriage[] = ['parcel', 'two_man', 'pallet']
  return services
    .filter((service) => request.parcels.every((parcel) => takes(service, parcel)))
    .map((service) => {
      const { base, carton, kg: perKg, days } = tariff[service][zone]
      const cents = base + carton * request.parcels.length + perKg * kg
      const amount = Math.ceil(cents * perEuro[request.currency])
      return { service, price: { amount, currency: request.currency }, transitBusinessS: days * day }
    })
    .sort((a, b) => a.price.amount - b.price.amount)
}

export function takes(service: Carriage, parcel: Parcel): boolean {
  const [longest = 0, middle = 0, shortest = 0] = [parcel.lengthMm, parcel.widthMm, parcel.heightMm].sort(
    (a, b) => b - a,
  )
  switch (service) {
    case 'parcel':
      return (
        parcel.massG <= parcelLimits.massG &&
        longest <= parcelLimits.longestMm &&
        middle <= parcelLimits.middleMm &&
        shortest <= parcelLimits.shortestMm &&
        longest + 2 * (middle + shortest) <= parcelLimits.lengthAndGirthMm
      )
    case 'two_man':
      return parcel.massG <= twoManLimits.massG && longest <= twoManLimits.longestMm
    case 'pallet':
      return true
  }
}

function zoneOf(from: string, to: string): Zone {
  if (from === to) return 'domestic'
  return europe.has(from) && europe.has(to) ? 'region' : 'world'
}
