import { countOfValues, everyValue } from './nearby.ts'
import type { Options } from './options.ts'
import type { Product } from './product.ts'
import type { Broken } from './rule.ts'

/** Readings that one proof may take. */
const readings = 2000

/**
 * The rule that a value of an option breaks in every configuration there is, proved: wherever a rule is broken, each value of an option that could
 * mend it is tried in turn, until every way ends. Undefined when some configuration has the value, or when the proof would take too long.
 */
export function neverAllowed(product: Product, options: Options, key: string): Broken | undefined {
  let left = readings
  /** Whether nothing can be made that agrees with `start` in all of `settled`. */
  const isDead = (start: Options, settled: ReadonlySet<string>): boolean => {
    left -= 1
    const { broken } = product.examine(start)
    const open = broken.map((rule) =>
      product.options.filter((one) => rule.options.includes(one.key) && !settled.has(one.key)),
    )
    if (open.some((some) => some.length === 0)) return true
    const size = (some: (typeof open)[number]) => some.reduce((all, option) => all * countOfValues(option), 1)
    const narrowest = open.reduce<(typeof open)[number]>(
      (best, some) => (size(some) < size(best) ? some : best),
      open[0] ?? [],
    )
    const option = narrowest.toSorted((a, b) => countOfValues(a) - countOfValues(b))[0]
    if (option === undefined || countOfValues(option) > left) return false
    const more = new Set([...settled, option.key])
    for (const value of everyValue(option)) if (!isDead({ ...start, [option.key]: value }, more)) return false
    return true
  }
  if (!isDead(options, new Set([key]))) return undefined
  return product.examine(options).broken.find((rule) => rule.options.includes(key))
}
