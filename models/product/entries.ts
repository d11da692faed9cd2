import { isCells, isLengths, type Option, type Options, type OptionValue } from './options.ts'
import { sortedCells, splitChoice } from './read-lists.ts'
import type { Broken } from './rule.ts'

/** An option whose value is a list. It has more values than anyone walks through, so a search turns its entries one by one. */
export type ListOption = Extract<Option, { kind: 'cells' | 'lengths' | 'cell-choices' }>

export function isListOption(option: Option): option is ListOption {
  return option.kind === 'cells' || option.kind === 'lengths' || option.kind === 'cell-choices'
}

/**
 * Entries that a search has turned. A cell is chosen or taken away, a choice for a cell taken away; a length, named by its place from 1, is
 * given up for an even share, or becomes what a rule suggests, which is the number that stands here.
 */
export type Turned = ReadonlyMap<string, number>

/** A length that is given up; of cells any turn is this. */
export const givenUp = 0

const none: readonly string[] = []

/** Cells that may be chosen or taken away: those of the front and those chosen outside it, from the floor up. */
export function cellsOf(option: Extract<Option, { kind: 'cells' }>, options: Options): string[] {
  const chosen = options[option.key]
  const columns = Number(options[option.columns])
  const rows = Number(options[option.rows])
  const all = new Set<string>()
  for (let row = 1; row <= rows; row += 1)
    for (let column = 1; column <= columns; column += 1) all.add(`${column}-${row}`)
  if (isCells(chosen)) for (const cell of chosen) all.add(cell)
  return [...all]
}

/** Lengths without those at the end that share evenly, as they are written. */
export function tidyLengths(lengths: readonly number[]): readonly number[] {
  return lengths.slice(0, lengths.findLastIndex((length) => length !== givenUp) + 1)
}

/** Lengths with another at one place, from 0. */
export function lengthAt(value: OptionValue | undefined, place: number, length: number): readonly number[] {
  const lengths = isLengths(value) ? value : []
  const places = Math.max(lengths.length, place + 1)
  return tidyLengths(Array.from({ length: places }, (_, at) => (at === place ? length : (lengths[at] ?? givenUp))))
}

/** Every entry of a list that may be turned, in its order. */
export function entriesOf(option: ListOption, options: Options): readonly string[] {
  if (option.kind === 'cells') return cellsOf(option, options)
  const value = options[option.key]
  if (option.kind === 'cell-choices') return isCells(value) ? value : none
  if (!isLengths(value)) return none
  return value.flatMap((length, index) => (length === givenUp ? [] : String(index + 1)))
}

/** The list after some of its entries are turned. */
export function turnedList(option: ListOption, options: Options, turned: Turned): OptionValue {
  const value = options[option.key]
  if (option.kind === 'lengths') {
    const lengths = isLengths(value) ? value : []
    return tidyLengths(lengths.map((length, index) => turned.get(String(index + 1)) ?? length))
  }
  const before = isCells(value) ? value : none
  if (option.kind === 'cell-choices') return before.filter((entry) => !turned.has(entry))
  return sortedCells(cellsOf(option, options).filter((cell) => turned.has(cell) !== before.includes(cell)))
}

/** The cells or places that a broken rule names: each has to be turned unless another option changes. */
const named = (names: Broken['values'][string] | undefined): readonly string[] =>
  typeof names === 'string' ? names.split(' ') : none

/** Those entries of a list as it stands now that broken rules name. */
export function namedEntries(option: ListOption, value: OptionValue, broken: readonly Broken[]): readonly string[] {
  if (option.kind === 'lengths') {
    if (!isLengths(value)) return none
    const places = broken
      .filter(({ options }) => options.includes(option.key))
      .flatMap(({ values }) => named(values.places))
    return [...new Set(places)].filter((place) => (value[Number(place) - 1] ?? givenUp) !== givenUp)
  }
  if (!isCells(value)) return none
  const cells = new Set(broken.flatMap(({ values }) => named(values.cells)))
  return cells.size === 0 ? none : value.filter((entry) => cells.has(splitChoice(entry)[0]))
}

/** The lengths that broken rules suggest instead of one that stands in a list now: its place, and the length. */
export function suggestedLengths(
  option: ListOption,
  value: OptionValue,
  broken: readonly Broken[],
): readonly (readonly [place: string, length: number])[] {
  if (option.kind !== 'lengths' || !isLengths(value)) return []
  return broken.flatMap(({ options, values: { entry, suggestion } }) => {
    if (typeof entry !== 'number' || typeof suggestion !== 'number' || !options.includes(option.key)) return []
    const now = value[entry - 1] ?? givenUp
    if (now === givenUp || now === suggestion || suggestion < option.min || suggestion > option.max) return []
    return [[String(entry), suggestion] as const]
  })
}
