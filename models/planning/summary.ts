import type { WorkCentreKind } from '../product/routing.ts'

/**
 * The minutes that are given to us, day by day: shifts put end to end, so that work over several shifts is one length.
 * `opens` and `closes` are the earliest and latest minute of any day on which there is work.
 */
export type GivenDays = { readonly opens: number; readonly closes: number; readonly minutes: readonly number[] }

/** Free time of one machine with one person, or of one person. `runs` are unbroken stretches on its axis: first minute and length. */
export type FreeLane = {
  readonly workCentres: readonly WorkCentreKind[]
  readonly axis: number
  readonly runs: readonly (readonly [start: number, length: number])[]
}

/** What a page knows of a factory's free capacity, plain JSON of a few hundred numbers. Days count from 1970-01-01 on the factory's wall calendar. */
export type FactorySummary = {
  readonly factory: string
  /** ISO 3166-1 alpha-2 */
  readonly country: string
  /** its rate card asks no more than the published reference card */
  readonly reference: boolean
  /** first day of every axis */
  readonly firstDay: number
  /** lanes with the same shifts and shares have one axis */
  readonly axes: readonly GivenDays[]
  readonly lanes: readonly FreeLane[]
  /** day on which the first operation of a new order could begin */
  readonly startsOn: number
  /** materials that arrive later than that, by id of the bill of materials */
  readonly materialOn: Readonly<Record<string, number>>
}
