import type { Currency } from '../money/amount.ts'
import type { Options } from './options.ts'

/** Numbers and codes that a sentence in a words catalogue is filled with. Lengths in mm, money in minor units. */
export type Values = Readonly<Record<string, number | string>>

/**
 * A choice that cannot be made. `options` names the option keys it concerns. `fix` holds the changes that make the whole configuration valid,
 * proved by evaluating it again; it is searched for when first read (milliseconds, not microseconds) and undefined when no change was found.
 * `nearest` says whether it is proved that no smaller change would do.
 */
export type Refusal = {
  readonly code: string
  readonly values: Values
  readonly options: readonly string[]
  readonly fix?: Options | undefined
  readonly nearest?: boolean | undefined
}

/** One line of a price. `amount` is in minor units of the price's currency; lines sum exactly to the price. */
export type TraceLine = { readonly code: string; readonly values: Values; readonly amount: number }

export type Price = { readonly amount: number; readonly currency: Currency; readonly trace: readonly TraceLine[] }

/** One manufacturability check, passed or not. */
export type Check = { readonly code: string; readonly values: Values; readonly ok: boolean }
