import type { Check, Price, Refusal } from './evaluation.ts'
import { type Fix, nearestFix } from './fix.ts'
import type { Make } from './make.ts'
import type { Options } from './options.ts'
import { priceOf } from './price.ts'
import type { Product } from './product.ts'
import type { RateCard } from './rate-card.ts'
import { readOptions } from './read-options.ts'
import type { Broken } from './rule.ts'

/** Defaults: the product's reference card and origin, one piece, to Germany. `country` must be served (`isServed`). */
export type EvaluationTerms = {
  readonly country?: string
  readonly quantity?: number
  readonly rateCard?: RateCard
  readonly origin?: string
  /** the option the shopper has just changed: a fix changes another one where it can */
  readonly changed?: string
}

/**
 * `options` are complete and within their ranges. When `valid` is false, `price`, `checks` and `make` are those of the options as read,
 * to show while the shopper decides; they must not be sold.
 */
export type Evaluation = {
  readonly valid: boolean
  readonly options: Options
  readonly refusals: readonly Refusal[]
  readonly checks: readonly Check[]
  readonly price: Price
  readonly make: Make
}

export const defaultCountry = 'DE'

/** Refusals whose common fix is searched for once, when it is first asked for. */
function withFix(
  product: Product,
  options: Options,
  all: readonly Broken[],
  replaced: readonly string[],
  changed: string | undefined,
): Refusal[] {
  let searched = false
  let found: Fix | undefined
  const fix = () => {
    if (!searched) {
      const nearest = nearestFix(product, options, changed)
      const kept = Object.fromEntries(replaced.map((key) => [key, options[key] ?? '']))
      found = nearest && { ...nearest, change: { ...kept, ...nearest.change } }
      searched = true
    }
    return found
  }
  return all.map(({ code, values, options: keys }) => ({
    code,
    values,
    options: keys,
    get fix() {
      return fix()?.change
    },
    get nearest() {
      return fix()?.proved
    },
  }))
}

/**
 * One reading of raw options (JSON or form strings): rules, checks, price with trace and the make. Synchronous, pure, no cache.
 * Refusals carry a fix found lazily; every other field is computed at once.
 * @throws RangeError for terms that are not served (see `priceOf`).
 */
export function evaluate(product: Product, raw: unknown, terms: EvaluationTerms = {}): Evaluation {
  const { options, refusals } = readOptions(product.options, product.defaults, raw)
  const examination = product.examine(options)
  const make = examination.make()
  const price = priceOf(make, terms.rateCard ?? product.priceBook.card, {
    country: terms.country ?? defaultCountry,
    quantity: terms.quantity ?? 1,
    origin: terms.origin ?? product.priceBook.origin,
  })
  const all = refusals.length === 0 ? examination.broken : [...refusals, ...examination.broken]
  const replaced = refusals.flatMap((refusal) => refusal.options)
  return {
    valid: all.length === 0,
    options,
    refusals: all.length === 0 ? [] : withFix(product, options, all, replaced, terms.changed),
    checks: examination.checks(),
    price,
    make,
  }
}
