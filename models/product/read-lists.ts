import type { Option, OptionValue } from './options.ts'
import type { Broken } from './rule.ts'
import { nearestStep, wholeNumber } from './whole-number.ts'

/** A value as read; `refused` says what was given where another had to stand in. */
export type Read = { value: OptionValue; refused?: Broken['values'] }

const longest = 1000
const cellId = /^([1-9]\d?)-([1-9]\d?)$/

/** Order of a cell such as `2-1`, or of a choice for one such as `2-1:oak`: rows from the floor up, columns from the left. */
function rank(cell: string): number {
  const dash = cell.indexOf('-')
  return Number.parseInt(cell.slice(dash + 1), 10) * 100 + Number(cell.slice(0, dash))
}

/** Cells sorted from the lowest row up, left to right, each once. */
export function sortedCells(cells: readonly string[]): readonly string[] {
  let last = 0
  for (const cell of cells) {
    const next = rank(cell)
    if (next <= last) return [...new Set(cells)].sort((a, b) => rank(a) - rank(b))
    last = next
  }
  return cells
}

/** The entries of a list, of a text with commas or spaces, or of a form; undefined for anything else. */
function entriesOf(raw: unknown): readonly unknown[] | undefined {
  if (raw === '' || raw === null) return []
  if (typeof raw === 'string') return raw.split(/[\s,]+/).filter((entry) => entry !== '')
  if (!Array.isArray(raw)) return undefined
  return raw.length > longest ? raw.slice(0, longest) : raw
}

export function readCells(raw: unknown): Read {
  const list = entriesOf(raw)
  if (list === undefined) return { value: [], refused: { given: typeof raw } }
  const kept: string[] = []
  let strange: string | undefined
  for (const cell of list) {
    if (typeof cell === 'string' && cellId.test(cell)) kept.push(cell)
    else strange ??= String(cell).slice(0, 40)
  }
  const value = sortedCells(kept)
  return strange === undefined ? { value } : { value, refused: { given: strange } }
}

/**
 * Lengths, each within its range or 0 for an even share; a place left blank in a form is 0. Zeros at the end are left out. What is no length
 * or out of range is refused, and the nearest that can be chosen stands in.
 */
export function readLengths({ min, max, step }: Extract<Option, { kind: 'lengths' }>, raw: unknown): Read {
  // A space may stand within a number that a person typed, so only commas part them.
  const list = typeof raw === 'string' && raw !== '' ? raw.split(',') : entriesOf(raw)
  if (list === undefined) return { value: [], refused: { given: typeof raw, min, max, step } }
  const value: number[] = []
  let refused: Broken['values'] | undefined
  let used = 0
  for (const entry of list) {
    const blank = entry === null || (typeof entry === 'string' && entry.trim() === '')
    const number = blank ? 0 : wholeNumber(entry)
    const kept = number === undefined ? 0 : number === 0 ? 0 : nearestStep({ min, max, step }, number)
    if (kept !== number) refused ??= { given: number ?? String(entry).slice(0, 40), min, max, step }
    value.push(kept)
    if (kept !== 0) used = value.length
  }
  value.length = used
  return refused === undefined ? { value } : { value, refused }
}

/** Choices for cells, in the order of cells; blanks are left out. An unknown value, or a second one for a cell, is refused and left out. */
export function readCellChoices({ values }: Extract<Option, { kind: 'cell-choices' }>, raw: unknown): Read {
  const list = entriesOf(raw)
  if (list === undefined) return { value: [], refused: { given: typeof raw } }
  const kept: string[] = []
  const cells = new Set<string>()
  let strange: string | undefined
  for (const entry of list) {
    if (entry === '') continue
    const [cell = '', value = ''] = typeof entry === 'string' ? splitChoice(entry) : []
    if (cellId.test(cell) && values.includes(value) && !cells.has(cell)) {
      cells.add(cell)
      kept.push(`${cell}:${value}`)
    } else strange ??= String(entry).slice(0, 40)
  }
  const value = sortedCells(kept)
  return strange === undefined ? { value } : { value, refused: { given: strange } }
}

/** `2-1:paint-sage` as its cell and its value. */
export function splitChoice(choice: string): [cell: string, value: string] {
  const colon = choice.indexOf(':')
  return colon === -1 ? [choice, ''] : [choice.slice(0, colon), choice.slice(colon + 1)]
}
