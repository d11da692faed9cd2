import type { Currency } from '../money/amount.ts'
import type { WorkCentreKind } from './routing.ts'

/** What a factory asks. Money in minor units of `currency`. A kind of work centre or a material that is missing cannot be made there. */
export type RateCard = {
  readonly id: string
  readonly currency: Currency
  /** per hour of set-up and run, machine and operator together */
  readonly hourly: Partial<Readonly<Record<WorkCentreKind, number>>>
  /** per m² of sheet, per running metre of edge, per litre of coating, per piece of fitting: the unit stands in the bill of materials */
  readonly materials: Readonly<Record<string, number>>
  /** thousandths added on cost of work and material */
  readonly marginPermille: number
}
