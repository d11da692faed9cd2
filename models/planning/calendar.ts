/** A half-open span of business time, epoch milliseconds. */
export type Interval = { readonly from: number; readonly to: number }

/** Working time in local terms. `zone` is IANA; weekday 1 is Monday; times are `HH:MM`; closures are local dates, both inclusive. */
export type Calendar = {
  readonly zone: string
  readonly shifts: readonly { readonly weekday: number; readonly from: string; readonly to: string }[]
  readonly closures: readonly { readonly from: string; readonly to: string; readonly reason: string }[]
}
