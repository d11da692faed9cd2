import { type EvaluationTerms, evaluate } from './evaluate.ts'
import type { Price } from './evaluation.ts'
import type { Options, OptionValue } from './options.ts'
import type { Product } from './product.ts'

/** Another way of making the same thing and what it costs, for so many pieces. */
export type Way = { readonly value: OptionValue; readonly options: Options; readonly price: Price }

/** Every way in which a configuration can be made as it is, the cheapest first; the one chosen stays ahead of others at its price. */
export function waysOf(product: Product, options: Options, terms: EvaluationTerms): Way[] {
  const option = product.options.find(({ key }) => key === product.ways)
  if (option?.kind !== 'choice') return []
  const chosen = options[option.key]
  const values = [...option.values].sort((a, b) => Number(b === chosen) - Number(a === chosen))
  return values
    .flatMap((value): Way[] => {
      const made = evaluate(product, { ...options, [option.key]: value }, terms)
      return made.valid ? [{ value, options: made.options, price: made.price }] : []
    })
    .sort((a, b) => a.price.amount - b.price.amount)
}

/** The way that costs less than the one chosen, for the terms given; undefined when there is none. `saves` in minor units of its price. */
export function cheaperWay(
  product: Product,
  options: Options,
  terms: EvaluationTerms,
): (Way & { readonly saves: number }) | undefined {
  const ways = waysOf(product, options, terms)
  const [first] = ways
  const own = ways.find(({ value }) => value === options[product.ways ?? ''])
  if (first === undefined || own === undefined || first === own) return undefined
  return { ...first, saves: own.price.amount - first.price.amount }
}
