import { isCells, isLengths, type Options } from './options.ts'

/*
 * Typed reads of complete options. Each throws a RangeError on a value of another kind: `readOptions` has made sure of the kind,
 * so a mismatch is a mistake in the product, not in the input.
 */

export function chosenNumber(options: Options, key: string): number {
  const value = options[key]
  if (typeof value !== 'number') throw new RangeError(`not a number: ${key}`)
  return value
}

export function chosenText(options: Options, key: string): string {
  const value = options[key]
  if (typeof value !== 'string') throw new RangeError(`not a text: ${key}`)
  return value
}

export function chosenCells(options: Options, key: string): readonly string[] {
  const value = options[key]
  if (!isCells(value)) throw new RangeError(`not a list of cells: ${key}`)
  return value
}

/** One length a place, 0 for an even share; empty when all are even. */
export function chosenLengths(options: Options, key: string): readonly number[] {
  const value = options[key]
  if (!isLengths(value)) throw new RangeError(`not a list of lengths: ${key}`)
  return value
}

/** One of a fixed list, as its own type. */
export function chosenOneOf<T extends string>(options: Options, key: string, values: readonly T[]): T {
  const value = options[key]
  const found = values.find((candidate) => candidate === value)
  if (found === undefined) throw new RangeError(`not one of its values: ${key}`)
  return found
}
