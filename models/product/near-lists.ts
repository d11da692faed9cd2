import { isCells, isLengths, type Option, type Options, type OptionValue } from './options.ts'
import type { Product } from './product.ts'
import { splitChoice } from './read-lists.ts'
import type { Broken } from './rule.ts'

/** What a list may become, and how many of its places are then others than before. */
export type NearList = { readonly value: OptionValue; readonly changes: number }

/** What is left of cells, or of choices for cells, when those that rules name, time after time, are taken out; undefined when that is all. */
export function withoutNamed(product: Product, options: Options, key: string): readonly string[] | undefined {
  const value = options[key]
  if (!isCells(value)) return undefined
  let left = value
  for (;;) {
    const { broken } = product.examine({ ...options, [key]: left })
    const named = new Set(broken.flatMap((rule) => (rule.options.includes(key) ? (rule.values.cell ?? []) : [])))
    const without = named.size === 0 ? left : left.filter((entry) => !named.has(splitChoice(entry)[0]))
    if (without.length === left.length) return left.length === value.length ? undefined : left
    left = without
  }
}

/** Lengths without zeros at their end, as they are written. */
function tidy(lengths: readonly number[]): readonly number[] {
  return lengths.slice(0, lengths.findLastIndex((length) => length > 0) + 1)
}

/**
 * Lengths: as a broken rule suggests for the place it names, cut to what is counted, one place after another left to share evenly from the
 * last to the first, all that rules name left so, and evenly all over.
 */
function nearLengths(
  option: Extract<Option, { kind: 'lengths' }>,
  options: Options,
  broken: readonly Broken[],
): NearList[] {
  const now = options[option.key]
  if (!isLengths(now) || now.length === 0) return []
  const lists: (readonly number[])[] = []
  const put = (place: number, length: number) => lists.push(tidy(now.with(place, length)))
  for (const { options: keys, values } of broken) {
    const place = Number(values.entry) - 1
    if (!keys.includes(option.key) || now[place] === undefined) continue
    const { suggestion } = values
    if (typeof suggestion === 'number' && suggestion >= option.min && suggestion <= option.max) put(place, suggestion)
  }
  const count = Number(options[option.count])
  if (now.length > count) lists.push(tidy(now.slice(0, count)))
  for (let place = now.length - 1; place >= 0; place -= 1) if (now[place] !== 0) put(place, 0)
  lists.push([])
  const changes = (list: readonly number[]) => now.filter((length, place) => length !== (list[place] ?? 0)).length
  return lists.map((value) => ({ value, changes: changes(value) })).sort((a, b) => a.changes - b.changes)
}

/** What the lists of an option may become so that broken rules hold, fewest changes first. */
export function nearLists(
  product: Product,
  option: Extract<Option, { kind: 'lengths' | 'cell-choices' }>,
  options: Options,
  broken: readonly Broken[],
): readonly NearList[] {
  if (option.kind === 'lengths') return nearLengths(option, options, broken)
  const now = options[option.key]
  const left = withoutNamed(product, options, option.key)
  return left === undefined || !isCells(now) ? [] : [{ value: left, changes: now.length - left.length }]
}
