/** How an option counts under the right to withdraw (Directive 2011/83/EU art. 16(c)): a list is preset, a free measure or text is bespoke. */
export type Withdrawal = 'preset' | 'bespoke'

type Base = { readonly key: string; readonly group: string; readonly withdrawal: Withdrawal }

/** One thing a shopper may decide. Lengths are whole millimetres; `cells` holds ids such as `2-1` (column-row, 1-based, from bottom left). */
export type Option = Base &
  (
    | {
        readonly kind: 'length'
        readonly min: number
        readonly max: number
        readonly step: number
        readonly unit: 'mm'
        /** standard sizes: at one of them the length counts as chosen from a list */
        readonly presets?: readonly number[]
      }
    | { readonly kind: 'count'; readonly min: number; readonly max: number; readonly step: number }
    | { readonly kind: 'choice'; readonly values: readonly string[] }
    | { readonly kind: 'flag' }
    | { readonly kind: 'text'; readonly maxLength: number }
    | { readonly kind: 'cells'; readonly columns: string; readonly rows: string }
  )

export type OptionValue = number | string | boolean | readonly string[]

/** The options of one product version by key; complete once parsed. */
export type Options = Readonly<Record<string, OptionValue>>
