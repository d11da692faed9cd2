import type { Currency } from '../money/amount.ts'
import type { Price, TraceLine } from './evaluation.ts'
import type { Option, Options, OptionValue } from './options.ts'

/** A configuration with its price, as `evaluate` gives both. */
export type Priced = { readonly options: Options; readonly price: Price }

/** One option that has another value than before. */
export type OptionChange = { readonly option: Option; readonly before: OptionValue; readonly after: OptionValue }

/**
 * What a change of options does to the price, and why. `amount` is the difference in minor units; `options` are those that changed, in the
 * product's order; `lines` what each line of the trace gained or lost, the largest first: they sum exactly to `amount`.
 */
export type PriceChange = {
  readonly amount: number
  readonly currency: Currency
  readonly options: readonly OptionChange[]
  readonly lines: readonly TraceLine[]
}

const isSame = (one: OptionValue, other: OptionValue): boolean =>
  typeof one === 'object' && typeof other === 'object'
    ? one.length === other.length && one.every((item, index) => item === other[index])
    : one === other

/** What makes two lines the same: their code and the material or work they name. Quantities and percentages may differ. */
function nameOf({ code, values }: TraceLine): string {
  return [code, values.material, values.operation].join(' ')
}

/** Each option that differs, in the product's order. */
export function changedOptions(options: readonly Option[], before: Options, after: Options): OptionChange[] {
  return options.flatMap((option) => {
    const [was, is] = [before[option.key], after[option.key]]
    return was === undefined || is === undefined || isSame(was, is) ? [] : [{ option, before: was, after: is }]
  })
}

/** Compares two prices line by line and names the options between them. Both must be in one currency, for one country and quantity. */
export function priceChange(options: readonly Option[], before: Priced, after: Priced): PriceChange {
  const lines = new Map<string, TraceLine>()
  const add = (line: TraceLine, amount: number) => {
    const known = lines.get(nameOf(line))
    lines.set(nameOf(line), { ...line, amount: (known?.amount ?? 0) + amount })
  }
  for (const line of before.price.trace) add(line, -line.amount)
  for (const line of after.price.trace) add(line, line.amount)
  return {
    amount: after.price.amount - before.price.amount,
    currency: after.price.currency,
    options: changedOptions(options, before.options, after.options),
    lines: [...lines.values()]
      .filter(({ amount }) => amount !== 0)
      .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)),
  }
}
