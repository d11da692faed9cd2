import { type Evaluation, evaluate } from '#models/product/evaluate.ts'
import type { Option, Options, OptionValue } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { readLengths } from '#models/product/read-lists.ts'
import { freeze } from '#models/product/specification.ts'
import { type WithdrawalRight, withdrawalRight } from '#models/product/withdrawal.ts'

/** What was chosen, as given: a value may lie outside its range, and then it is refused by name. */
export type Given = Readonly<Record<string, OptionValue>>

/** All a page shows of one configuration. `hash` is undefined while it cannot be made. */
export type Reading = Evaluation & {
  readonly given: Given
  readonly hash: string | undefined
  readonly right: WithdrawalRight
}

/** Reads a configuration with the functions that the server and the factory use. `country` must be served; the price is that of `quantity` pieces. */
export function read(product: Product, given: Given, country: string, quantity = 1): Reading {
  const evaluation = evaluate(product, given, { country, quantity })
  const { options, valid } = evaluation
  return {
    ...evaluation,
    given: { ...options, ...given },
    hash: valid ? freeze(product, options).hash : undefined,
    right: withdrawalRight(product.options, options),
  }
}

/** Typed lengths as numbers, a blank as an even share; as they are where one is no number, so that it is refused by name. */
function givenLengths(option: Extract<Option, { kind: 'lengths' }>, value: unknown): OptionValue {
  const read = readLengths(option, value)
  if (read.refused === undefined) return read.value
  return Array.isArray(value) ? value.map(String) : String(value).split(',')
}

/** Raw values of a form or a link as values of options; what cannot be one is left out and takes its default. */
export function givenOf(
  raw: Readonly<Record<string, unknown>>,
  { options, defaults }: Pick<Product, 'options' | 'defaults'>,
): Given {
  const given: Record<string, OptionValue> = {}
  for (const [key, value] of Object.entries(raw)) {
    const fallback = defaults[key]
    if (fallback === undefined) continue
    const option = options.find((one) => one.key === key)
    if (option?.kind === 'lengths') {
      given[key] = givenLengths(option, value)
      continue
    }
    if (typeof fallback === 'number') {
      const number =
        typeof value === 'number'
          ? value
          : typeof value === 'string' && value.trim() !== ''
            ? Number(value)
            : Number.NaN
      if (Number.isFinite(number)) given[key] = number
    } else if (typeof fallback === 'boolean') given[key] = value === true || value === 'on' || value === 'true'
    else if (typeof fallback === 'string') {
      if (typeof value === 'string') given[key] = value
    } else if (typeof value === 'string') given[key] = value === '' ? [] : value.split(',')
    else if (Array.isArray(value)) given[key] = value.filter((item) => typeof item === 'string')
  }
  return given
}

/**
 * A configuration as the query of a link: what differs from `usual`. Lists and flags stand in it always, since a form that says
 * nothing of them means none.
 */
export function queryOf(given: Given, usual: Options): URLSearchParams {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(given)) {
    if (typeof value === 'object') for (const item of value.length > 0 ? value : ['']) query.append(key, String(item))
    else if (typeof value === 'boolean' || value !== usual[key]) query.set(key, String(value))
  }
  return query
}
