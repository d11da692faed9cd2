import { cellsOf, lengthAt } from './entries.ts'
import { nearestKeeping, usualPatience } from './fix.ts'
import { countOfValues, everyValue } from './nearby.ts'
import { neverAllowed } from './never.ts'
import { isCells, type Options, type OptionValue } from './options.ts'
import type { Product } from './product.ts'
import { sortedCells } from './read-lists.ts'
import type { Broken } from './rule.ts'

/** How a value that is not allowed now may be had: with a change elsewhere, which makes the whole valid; never, which is proved; or nobody knows. */
export type Way =
  | { readonly kind: 'change'; readonly change: Options; readonly proved: boolean }
  | { readonly kind: 'never' }
  | { readonly kind: 'unknown' }

/**
 * A value of one option, all else as it is. Allowed now when `because` is undefined: no broken rule could be mended by this option. Otherwise
 * `because` is such a rule, and `way` searches for how the value may be had (milliseconds).
 */
export type Standing = {
  readonly value: OptionValue
  readonly because: Broken | undefined
  readonly way: () => Way
}

/** Least readings for the way to one value, of those that the ways of all values of one option take together. */
const leastReadings = 400

function wayTo(product: Product, options: Options, key: string, readings: number): Way {
  const fix = nearestKeeping(product, options, new Set([key]), readings)
  if (fix !== undefined) return { kind: 'change', ...fix }
  return { kind: neverAllowed(product, options, key) === undefined ? 'unknown' : 'never' }
}

/** How one value stands. `readings` bounds the search for a way, and `cell` is the one whose toggling is asked about. */
export function standingOf(
  product: Product,
  options: Options,
  key: string,
  value: OptionValue,
  readings = product.patience ?? usualPatience,
  cell?: string,
): Standing {
  const chosen = { ...options, [key]: value }
  const because = product.examine(chosen).broken.find((rule) => concerns(rule, key, cell))
  let known: Way | undefined
  const way = () => {
    known ??=
      because === undefined ? { kind: 'change', change: {}, proved: true } : wayTo(product, chosen, key, readings)
    return known
  }
  return { value, because, way }
}

/** Whether an option could mend a rule; of a rule that names cells, whether this one is among them. */
function concerns({ options, values }: Broken, key: string, cell: string | undefined): boolean {
  if (!options.includes(key)) return false
  return cell === undefined || typeof values.cells !== 'string' || values.cells.split(' ').includes(cell)
}

/** How every value of a choice, a count or a flag stands. */
export function standings(product: Product, options: Options, key: string): readonly Standing[] {
  const option = product.options.find((one) => one.key === key)
  if (option === undefined || option.kind === 'length') return []
  const patience = product.patience ?? usualPatience
  const readings = Math.max(leastReadings, Math.floor(patience / countOfValues(option)))
  return [...everyValue(option)].map((value) => standingOf(product, options, key, value, readings))
}

export type CellStanding = Standing & { readonly cell: string }

/** How each cell stands when it is added to those chosen, or taken away: from the floor up, left to right. */
export function cellStandings(product: Product, options: Options, key: string): readonly CellStanding[] {
  const option = product.options.find((one) => one.key === key)
  const chosen = options[key]
  if (option?.kind !== 'cells' || !isCells(chosen)) return []
  return cellsOf(option, options).map((cell) => ({
    cell,
    ...standingOf(product, options, key, toggled(chosen, cell), undefined, cell),
  }))
}

/** The cells with one of them added or taken away. */
function toggled(cells: readonly string[], cell: string): readonly string[] {
  return cells.includes(cell) ? cells.filter((one) => one !== cell) : sortedCells([...cells, cell])
}

/** Lengths that are allowed now, all else as it is: between `from` and `to` in steps of `step`, each of them tried. */
export type Range = { readonly step: number; readonly intervals: readonly Interval[] }
export type Interval = { readonly from: number; readonly to: number }

/** Most values tried; a length with more is tried in steps of several. */
const mostTried = 5000
const valuesInOneGo = 100

/**
 * Finds the lengths that are allowed now, resting after every hundred so that a page may stay awake meanwhile. Of lengths one by one those of one
 * `place`, from 0.
 */
export function* allowedLengths(
  product: Product,
  options: Options,
  key: string,
  place = 0,
): Generator<undefined, Range> {
  const option = product.options.find((one) => one.key === key)
  if (option?.kind !== 'length' && option?.kind !== 'lengths') return { step: 1, intervals: [] }
  const valueWith = (length: number): OptionValue =>
    option.kind === 'length' ? length : lengthAt(options[key], place, length)
  const count = Math.floor((option.max - option.min) / option.step) + 1
  const step = option.step * Math.ceil(count / mostTried)
  const intervals: Interval[] = []
  let from: number | undefined
  let tried = 0
  let last = option.min
  for (let value = option.min; value <= option.max; value += step) {
    const { broken } = product.examine({ ...options, [key]: valueWith(value) })
    if (!broken.some((rule) => rule.options.includes(key))) from ??= value
    else if (from !== undefined) {
      intervals.push({ from, to: last })
      from = undefined
    }
    last = value
    tried += 1
    if (tried % valuesInOneGo === 0) yield
  }
  if (from !== undefined) intervals.push({ from, to: last })
  return { step, intervals }
}

/** The same at once. */
export function allowedRange(product: Product, options: Options, key: string, place?: number): Range {
  const walk = allowedLengths(product, options, key, place)
  for (;;) {
    const { done, value } = walk.next()
    if (done === true) return value
  }
}
