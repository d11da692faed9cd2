import { nearLists, withoutNamed } from './near-lists.ts'
import type { Option, Options, OptionValue } from './options.ts'
import type { Product } from './product.ts'
import type { Broken } from './rule.ts'

/** Most options changed at once, readings spent on the search for several, and nearest values tried for each option on the way. */
const deepest = 4
const readings = 2500
const branchesPerOption = 5

type Candidate = { readonly value: OptionValue; readonly cost: number }

/** Every value of a number option, nearest first, the smaller first where two are equally near. */
function* nearNumbers(option: Extract<Option, { kind: 'length' | 'count' }>, from: number): Generator<number> {
  const { min, max, step } = option
  for (let distance = step; from - distance >= min || from + distance <= max; distance += step) {
    if (from - distance >= min) yield from - distance
    if (from + distance <= max) yield from + distance
  }
}

/** Values to try for one option, cheapest first. A rule may offer a text in `values.suggestion`. */
function* candidates(
  product: Product,
  option: Option,
  options: Options,
  broken: readonly Broken[],
): Generator<Candidate> {
  const { key } = option
  const each = product.stepCost[key] ?? 1
  const now = options[key]
  switch (option.kind) {
    case 'length':
    case 'count': {
      if (typeof now !== 'number') return
      for (const value of nearNumbers(option, now)) yield { value, cost: (each * Math.abs(value - now)) / option.step }
      return
    }
    case 'choice': {
      const place = option.values.indexOf(String(now))
      const others = option.values.map((value, index) => ({ value, cost: each * Math.abs(index - place) }))
      yield* others.filter(({ value }) => value !== now).sort((a, b) => a.cost - b.cost)
      return
    }
    case 'flag':
      yield { value: now !== true, cost: each }
      return
    case 'text': {
      const suggestion = broken.find((rule) => rule.options.includes(key))?.values.suggestion
      if (typeof suggestion === 'string' && suggestion !== now) yield { value: suggestion, cost: each }
      if (now !== '' && suggestion !== '') yield { value: '', cost: 2 * each }
      return
    }
    case 'cells': {
      const kept = withoutNamed(product, options, key)
      if (kept !== undefined && Array.isArray(now)) yield { value: kept, cost: each * (now.length - kept.length) }
      return
    }
    case 'lengths':
    case 'cell-choices':
      for (const { value, changes } of nearLists(product, option, options, broken)) {
        yield { value, cost: each * changes }
      }
  }
}

/** For the search over two options a number is tried at near steps, then ever wider apart; all else in full. */
function* coarse(option: Option, all: Iterable<Candidate>): Generator<Candidate> {
  let index = 0
  let next = 0
  for (const candidate of all) {
    if (index >= next || (option.kind !== 'length' && option.kind !== 'count')) {
      yield candidate
      next = index < 4 ? index + 1 : Math.ceil(index * 1.45)
    }
    index += 1
  }
}

const isValid = (product: Product, options: Options) => product.examine(options).broken.length === 0

type Found = { readonly change: Options; readonly cost: number }

/** Readings left to a search, and the cheapest change it has met. */
type Search = { readonly product: Product; left: number; best: Found | undefined }

/** The cheapest valid change of one option that is not `kept`, every value tried. */
function oneChange(
  product: Product,
  options: Options,
  broken: readonly Broken[],
  kept: ReadonlySet<string>,
): Found | undefined {
  let best: Found | undefined
  for (const option of product.options) {
    if (kept.has(option.key) || !broken.every((rule) => rule.options.includes(option.key))) continue
    for (const { value, cost } of candidates(product, option, options, broken)) {
      if (best !== undefined && cost >= best.cost) break
      if (isValid(product, { ...options, [option.key]: value })) {
        best = { change: { [option.key]: value }, cost }
        break
      }
    }
  }
  return best
}

/**
 * Changes of up to `depth` further options. Some option of the first broken rule has to change, so the search branches over those,
 * and over the nearest values that make this rule hold.
 */
function moreChanges(search: Search, options: Options, kept: ReadonlySet<string>, depth: number, sofar: Found): void {
  const { broken } = search.product.examine(options)
  const first = broken[0]
  if (first === undefined) {
    if (search.best === undefined || sofar.cost < search.best.cost) search.best = sofar
    return
  }
  if (depth === 0) return
  for (const option of search.product.options) {
    if (kept.has(option.key) || !first.options.includes(option.key)) continue
    if (depth === 1 && !broken.every((rule) => rule.options.includes(option.key))) continue
    let branches = 0
    for (const { value, cost } of coarse(option, candidates(search.product, option, options, broken))) {
      search.left -= 1
      if (search.left < 0 || branches >= branchesPerOption) break
      const total = sofar.cost + cost
      if (search.best !== undefined && total >= search.best.cost) break
      const changed = { ...options, [option.key]: value }
      const still = search.product.examine(changed).broken
      if (still.some((rule) => rule.code === first.code)) continue
      branches += 1
      const found = { change: { ...sofar.change, [option.key]: value }, cost: total }
      moreChanges(search, changed, new Set([...kept, option.key]), depth - 1, found)
    }
  }
}

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

/** The default of every option that differs, less each that may keep what was chosen. The defaults are valid, so this always is. */
function towardsDefaults(product: Product, options: Options): Options {
  let change: Options = { ...product.defaults }
  for (const { key } of product.options) {
    const { [key]: _, ...without } = change
    if (isValid(product, { ...options, ...without })) change = without
  }
  return change
}

function searched(
  product: Product,
  options: Options,
  broken: readonly Broken[],
  kept: ReadonlySet<string>,
): Options | undefined {
  const single = oneChange(product, options, broken, kept)
  if (single !== undefined) return single.change
  const search: Search = { product, left: readings, best: undefined }
  for (let depth = 2; depth <= deepest && search.best === undefined && search.left > 0; depth += 1) {
    moreChanges(search, options, kept, depth, { change: {}, cost: 0 })
  }
  return search.best?.change
}

/**
 * The nearest change that makes a configuration valid: fewest options first, then the least sum of steps weighed by the product's `stepCost`.
 * One option is searched through completely; several by branching within a budget of readings, so that change is valid but not proved to be the smallest.
 * `keep` names the option that was chosen last: it stays unless nothing else helps. The answer has been evaluated again; `{}` when nothing is broken.
 */
export function nearestFix(product: Product, options: Options, keep?: string): Options | undefined {
  const { broken } = product.examine(options)
  if (broken.length === 0) return {}
  const found =
    (keep === undefined ? undefined : searched(product, options, broken, new Set([keep]))) ??
    searched(product, options, broken, new Set()) ??
    towardsDefaults(product, options)
  const change = tightened(product, options, found)
  return isValid(product, { ...options, ...change }) ? change : undefined
}
