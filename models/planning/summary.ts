import type { WorkCentreKind } from '../product/routing.ts'

export const weekMs = 7 * 86_400_000

/** What a page knows of a factory's free capacity, plain JSON. Instants in epoch milliseconds. */
export type FactorySummary = {
  readonly factory: string
  /** ISO 3166-1 alpha-2 */
  readonly country: string
  /** start of the first week */
  readonly from: number
  /** when the first operation of a new order could begin */
  readonly startsAt: number
  /** materials that arrive later than that, by id of the bill of materials */
  readonly materialAt: Readonly<Record<string, number>>
  /** its rate card asks no more than the published reference card */
  readonly reference: boolean
  /** whole minutes left per week */
  readonly free: Partial<Readonly<Record<WorkCentreKind, readonly number[]>>>
}
