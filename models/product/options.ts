/** How an option counts under the right to withdraw (Directive 2011/83/EU art. 16(c)): a list is preset, a free measure or text is bespoke. */
export type Withdrawal = 'preset' | 'bespoke'

type Base = { readonly key: string; readonly group: string; readonly withdrawal: Withdrawal }

/**
 * One thing a shopper may decide. Lengths are whole millimetres; `cells` holds ids such as `2-1` (column-row, 1-based, from bottom left).
 * `lengths` holds one length for each of what the option `count` counts: 0 shares evenly what the others leave, zeros at the end are left out,
 * and an empty list is evenly all over. `cell-choices` holds at most one of `values` for a cell, as `2-1:paint-sage`, in the order of cells;
 * `of` names the options whose cells may take one; a cell is in one of them at most.
 */
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
    | {
        readonly kind: 'lengths'
        readonly count: string
        /** which way they run: the clear sizes of a make along it are theirs */
        readonly axis: 'x' | 'y' | 'z'
        readonly min: number
        readonly max: number
        readonly step: number
        readonly unit: 'mm'
      }
    | {
        readonly kind: 'cell-choices'
        readonly columns: string
        readonly rows: string
        readonly of: readonly string[]
        readonly values: readonly string[]
      }
  )

export type OptionValue = number | string | boolean | readonly string[] | readonly number[]

/** The options of one product version by key; complete once parsed. */
export type Options = Readonly<Record<string, OptionValue>>

/** A list of lengths; an empty list is one of anything. Lists are of one type all through: `readOptions` makes sure of it. */
export function isLengths(value: OptionValue | undefined): value is readonly number[] {
  return Array.isArray(value) && typeof value[0] !== 'string'
}

/** A list of cells or of choices for cells; an empty list is one of anything. */
export function isCells(value: OptionValue | undefined): value is readonly string[] {
  return Array.isArray(value) && typeof value[0] !== 'number'
}

/** Options as JSON: lists of its own, which may be changed. */
export function plainOptions(options: Options): Record<string, number | string | boolean | string[] | number[]> {
  const plain: Record<string, number | string | boolean | string[] | number[]> = {}
  for (const [key, value] of Object.entries(options)) {
    if (typeof value !== 'object') plain[key] = value
    else plain[key] = isLengths(value) ? [...value] : isCells(value) ? [...value] : []
  }
  return plain
}
