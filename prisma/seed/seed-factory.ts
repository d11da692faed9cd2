import { beltOf } from '#models/market/belts.ts'
import type { Bidding, FactoryProfile } from '#models/market/factory.ts'
import { servedCountries } from '#models/money/tax.ts'
import type { Resource } from '#models/planning/resource.ts'
import { workCentresOf } from '#models/planning/resource.ts'
import { type CardInput, rateCard } from './rates.ts'

/** How a simulated factory behaves: `quick` answers and works ahead, `steady` by the plan, `slow` uses what a deadline allows. */
export type Temper = 'quick' | 'steady' | 'slow'

/** A machine or person with the name the portal shows. */
export type SeedResource = Resource & { readonly name: string }

/** One factory of the demonstration: what matching knows of it, its machines and people, how it bids and behaves. Invented; its figures are plausible. */
export type SeedFactory = {
  readonly profile: FactoryProfile
  readonly resources: readonly SeedResource[]
  readonly bidding: Bidding
  readonly temper: Temper
  /** belongs to the demonstration account and is not simulated */
  readonly demo: boolean
}

export type FactoryInput = Omit<SeedFactory, 'profile' | 'demo'> &
  Pick<
    FactoryProfile,
    'id' | 'name' | 'place' | 'zone' | 'lat' | 'lon' | 'limits' | 'leadTime' | 'cutOff' | 'score'
  > & {
    readonly rates: Omit<CardInput, 'factory' | 'works'>
    readonly serves?: readonly string[]
    readonly shrinkages?: FactoryProfile['shrinkages']
    readonly demo?: boolean
  }

/** Fills in what follows from the rest: country from the belt, work centres from machines and people, the rate card from the belt's bands. */
export function seedFactory(input: FactoryInput): SeedFactory {
  const { resources, bidding, temper, demo = false, rates, serves = servedCountries, ...rest } = input
  const belt = beltOf(rates.belt)
  if (!belt) throw new RangeError(`no belt ${rates.belt}`)
  const workCentres = workCentresOf(resources)
  return {
    profile: {
      ...rest,
      belt: belt.id,
      country: belt.country,
      rateCard: rateCard({ ...rates, factory: rest.id, works: workCentres }),
      workCentres,
      outOfStock: [],
      serves,
      closedUntil: 0,
    },
    resources,
    bidding,
    temper,
    demo,
  }
}
