import type { Option, Options, OptionValue } from './options.ts'
import type { Product } from './product.ts'
import type { Broken } from './rule.ts'

/** Readings spent on changes of two options before settling for a valid change that is not proved to be the smallest. */
const pairBudget = 6000

type Candidate = { readonly value: OptionValue; readonly cost: number }

/** Every value of a number option, nearest first, the smaller first where two are equally near. */
function* nearNumbers(option: Extract<Option, { kind: 'length' | 'count' }>, from: number): Generator<number> {
  const { min, max, step } = option
  for (let distance = step; from - distance >= min || from + distance <= max; distance += step) {
    if (from - distance >= min) yield from - distance
    if (from + distance <= max) yield from + distance
  }
}

/** The cells left when those that rules name one after another are taken out. */
function withoutBrokenCells(product: Product, options: Options, key: string): readonly string[] | undefined {
  const value = options[key]
  if (!Array.isArray(value)) return undefined
  let cells: readonly string[] = value
  for (;;) {
    const { broken } = product.examine({ ...options, [key]: cells })
    const named = broken.find((rule) => rule.options.includes(key) && cells.includes(String(rule.values.cell)))
    if (named === undefined) return cells.length === value.length ? undefined : cells
    cells = cells.filter((cell) => cell !== named.values.cell)
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
      const kept = withoutBrokenCells(product, options, key)
      if (kept !== undefined && Array.isArray(now)) yield { value: kept, cost: each * (now.length - kept.length) }
    }
  }
}

/** A thinned list for the search over two options: the near ones, then ever wider apart. */
function* coarse(all: Iterable<Candidate>): Generator<Candidate> {
  let index = 0
  let next = 0
  for (const candidate of all) {
    if (index >= next) {
      yield candidate
      next = index < 4 ? index + 1 : Math.ceil(index * 1.45)
    }
    index += 1
  }
}

const isValid = (product: Product, options: Options) => product.examine(options).broken.length === 0

type Found = { readonly change: Options; readonly cost: number }

/** The cheapest valid change of one of `keys`, cheaper than `limit`. */
function oneChange(product: Product, options: Options, keys: ReadonlySet<string>, limit: number): Found | undefined {
  const { broken } = product.examine(options)
  let best: Found | undefined
  for (const option of product.options) {
    if (!keys.has(option.key)) continue
    for (const { value, cost } of candidates(product, option, options, broken)) {
      if (cost >= (best?.cost ?? limit)) break
      if (isValid(product, { ...options, [option.key]: value })) {
        best = { change: { [option.key]: value }, cost }
        break
      }
    }
  }
  return best
}

/** Options that every broken rule depends on: only these can repair all of them alone. */
function common(broken: readonly Broken[]): Set<string> {
  const [first, ...rest] = broken
  return new Set((first?.options ?? []).filter((key) => rest.every((rule) => rule.options.includes(key))))
}

/** A cheap valid change of two options, within a budget of readings. */
function twoChanges(product: Product, options: Options, broken: readonly Broken[]): Found | undefined {
  let best: Found | undefined
  let spent = 0
  const touched = new Set(broken.flatMap((rule) => rule.options))
  for (const first of product.options) {
    if (!touched.has(first.key)) continue
    for (const step of coarse(candidates(product, first, options, broken))) {
      if (spent > pairBudget) return best
      if (step.cost >= (best?.cost ?? Number.POSITIVE_INFINITY)) break
      const half = { ...options, [first.key]: step.value }
      const left = product.examine(half).broken
      const keys = common(left)
      keys.delete(first.key)
      for (const second of product.options) {
        if (!keys.has(second.key)) continue
        for (const { value, cost } of coarse(candidates(product, second, half, left))) {
          spent += 1
          if (step.cost + cost >= (best?.cost ?? Number.POSITIVE_INFINITY)) break
          if (!isValid(product, { ...half, [second.key]: value })) continue
          best = { change: { [first.key]: step.value, [second.key]: value }, cost: step.cost + cost }
          break
        }
      }
    }
  }
  return best
}

/** Brings each changed number back towards what was chosen as far as the configuration stays valid. */
function tightened(product: Product, options: Options, change: Options): Options {
  let result = change
  for (const option of product.options) {
    const chosen = options[option.key]
    const set = result[option.key]
    if (typeof chosen !== 'number' || typeof set !== 'number') continue
    if (option.kind !== 'length' && option.kind !== 'count') continue
    let good = set
    for (let gap = Math.trunc((chosen - set) / option.step); gap !== 0; gap = Math.trunc(gap / 2)) {
      while (good !== chosen && Math.abs(chosen - good) >= Math.abs(gap * option.step)) {
        const nearer = good + gap * option.step
        if (!isValid(product, { ...options, ...result, [option.key]: nearer })) break
        good = nearer
        result = { ...result, [option.key]: nearer }
      }
    }
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

/**
 * The nearest change that makes a configuration valid: fewest options first, then the least sum of steps weighed by the product's `stepCost`.
 * One option is searched through completely; two within a budget; beyond that the change is valid but not proved to be the smallest.
 * The answer has been evaluated again. `{}` when nothing is broken.
 */
export function nearestFix(product: Product, options: Options): Options | undefined {
  const { broken } = product.examine(options)
  if (broken.length === 0) return {}
  const found =
    oneChange(product, options, common(broken), Number.POSITIVE_INFINITY)?.change ??
    twoChanges(product, options, broken)?.change
  const change = tightened(product, options, found ?? towardsDefaults(product, options))
  return isValid(product, { ...options, ...change }) ? change : undefined
}
