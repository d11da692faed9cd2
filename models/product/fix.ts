import { fewest } from './fewest.ts'
import type { Options, OptionValue } from './options.ts'
import type { Product } from './product.ts'

/** Most options a fix is proved for, and most that are searched at all. */
const provedUpTo = 3
const deepest = 5

/** Readings spent on a fix where the product does not say how many, and the share of them that goes into the proof. One reading takes some microseconds. */
export const usualPatience = 9000
const shareOfProof = 0.78

/** Least readings of the search near the defaults, the last resort. */
const leastTowardsDefaults = 1500

/**
 * Changes that make a configuration valid. `proved` when nothing that changes fewer options, or as many by smaller steps, would do;
 * else it is the nearest that was found.
 */
export type Fix = { readonly change: Options; readonly proved: boolean }

const isValid = (product: Product, options: Options) => product.examine(options).broken.length === 0

/** Brings each changed number back towards what was chosen as far as the configuration stays valid. */
function tightened(product: Product, options: Options, change: Options): Options {
  const result: Record<string, OptionValue> = { ...change }
  for (const option of product.options) {
    const chosen = options[option.key]
    let good = result[option.key]
    if (typeof chosen !== 'number' || typeof good !== 'number') continue
    if (option.kind !== 'length' && option.kind !== 'count') continue
    for (let steps = Math.trunc((chosen - good) / option.step); steps !== 0; steps = Math.trunc(steps / 2)) {
      while (Math.abs(chosen - good) >= Math.abs(steps * option.step) && good !== chosen) {
        const nearer: number = good + steps * option.step
        if (!isValid(product, { ...options, ...result, [option.key]: nearer })) break
        good = nearer
        result[option.key] = nearer
      }
    }
    if (good === chosen) delete result[option.key]
  }
  return result
}

/** As near to what was chosen as each option by itself can be brought from a configuration that is valid. */
function broughtBack(product: Product, options: Options, valid: Options): Options {
  let change = valid
  for (const { key } of product.options) {
    const { [key]: _, ...without } = change
    if (isValid(product, { ...options, ...without })) change = without
  }
  return change
}

/** A change towards the defaults, which are valid, without touching what is kept. Far, but there nearly always is one. */
function towardsDefaults(
  product: Product,
  options: Options,
  kept: ReadonlySet<string>,
  readings: number,
): Options | undefined {
  const free = product.options.filter(({ key }) => !kept.has(key))
  const defaults = Object.fromEntries(free.map(({ key }) => [key, product.defaults[key] ?? '']))
  const start = { ...options, ...defaults }
  const { change } = fewest(product, start, { kept, least: 1, most: deepest, readings, coarse: true })
  if (change === undefined && !isValid(product, start)) return undefined
  return broughtBack(product, options, { ...defaults, ...change })
}

/**
 * The nearest change that makes a configuration valid and leaves what is kept alone; undefined when none was found. Takes at most some
 * more than `readings` readings of the product.
 */
export function nearestKeeping(
  product: Product,
  options: Options,
  kept: ReadonlySet<string>,
  readings = product.patience ?? usualPatience,
): Fix | undefined {
  const forProof = Math.ceil(readings * shareOfProof)
  const exact = fewest(product, options, { kept, least: 1, most: provedUpTo, readings: forProof, coarse: false })
  if (exact.change !== undefined) return { change: exact.change, proved: true }
  const rest = readings - forProof + Math.max(0, exact.left)
  const least = exact.tooFew + 1
  const near = fewest(product, options, { kept, least, most: deepest, readings: rest, coarse: true })
  const change = near.change ?? towardsDefaults(product, options, kept, Math.max(rest, leastTowardsDefaults))
  if (change === undefined) return undefined
  const nearer = tightened(product, options, change)
  return isValid(product, { ...options, ...nearer }) ? { change: nearer, proved: false } : undefined
}

/**
 * The nearest change that makes a configuration valid: fewest options first, then the least sum of steps weighed by the product's `stepCost`;
 * `{}` when nothing is broken. Up to three changes are proved to be the nearest within a budget of readings, and the answer says so; beyond it
 * the change is valid but may not be the nearest. `keep` names the option that was chosen last: it stays unless nothing else was found to help.
 */
export function nearestFix(product: Product, options: Options, keep?: string): Fix | undefined {
  if (isValid(product, options)) return { change: {}, proved: true }
  const kept = keep === undefined ? undefined : nearestKeeping(product, options, new Set([keep]))
  return kept ?? nearestKeeping(product, options, new Set())
}
