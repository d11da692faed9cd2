import type { RateCard } from '../product/rate-card.ts'
import type { WorkCentreKind } from '../product/routing.ts'

/** What a factory's machines can take. Lengths in mm, masses in g; a limit that is missing is none. */
export type Limits = {
  /** longest part a kind of work centre can take */
  readonly longestMm: Partial<Readonly<Record<WorkCentreKind, number>>>
  readonly heaviestPartG?: number
  readonly largestQuantity?: number
}

/** How long the first operation of a new order waits, in working days: the factory's own queue, and materials that are ordered in for a job. */
export type LeadTime = { readonly queueDays: number; readonly materialDays: Readonly<Record<string, number>> }

/** Who a factory is and what it takes on, as far as matching and bidding need it; plain JSON. Its machines and people stand apart. */
export type FactoryProfile = {
  readonly id: string
  readonly name: string
  /** id of a belt, see `belts` */
  readonly belt: string
  readonly place: string
  /** ISO 3166-1 alpha-2 */
  readonly country: string
  readonly zone: string
  readonly lat: number
  readonly lon: number
  readonly rateCard: RateCard
  /** kinds that have their machine and somebody who can serve it */
  readonly workCentres: readonly WorkCentreKind[]
  readonly limits: Limits
  /** materials on the rate card that cannot be had at present */
  readonly outOfStock: readonly string[]
  /** ISO 3166-1 alpha-2 */
  readonly serves: readonly string[]
  readonly leadTime: LeadTime
  /** how much its bodies shrink from wet to fired, thousandths by material; none for those who form no clay */
  readonly shrinkages?: Readonly<Record<string, number>> | undefined
  /** last hand-over to the carrier, `HH:MM` local */
  readonly cutOff: string
  /** takes no new orders before this instant, epoch milliseconds; 0 when it takes them */
  readonly closedUntil: number
  /** daily score by the platform's published formula, 0–1000 */
  readonly score: number
}

/** An answer a machine gives: a rate card bids at once; by hand a person does. */
export type Bidding = 'automatic' | 'hand'
