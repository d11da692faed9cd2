import type { Option, Options, OptionValue } from './options.ts'
import type { Broken } from './rule.ts'

/** Options as read: complete and each within its own range, with a refusal for each that had to be replaced or left out. */
export type Reading = { readonly options: Options; readonly refusals: readonly Broken[] }

type Read = { value: OptionValue; refused?: Broken['values'] }

const digits = /^\s*([+-]?\d[\d\s\u00a0\u2009\u202f]*)(?:\s*mm)?\s*$/

/** A whole number from JSON or from what a person types (`1 200 mm`); undefined when it is neither. */
function wholeNumber(raw: unknown): number | undefined {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : undefined
  if (typeof raw !== 'string') return undefined
  const typed = digits.exec(raw)?.[1]
  return typed === undefined ? undefined : Number(typed.replace(/\D/g, '')) * (typed.startsWith('-') ? -1 : 1)
}

function readNumber(option: Extract<Option, { kind: 'length' | 'count' }>, raw: unknown, fallback: OptionValue): Read {
  const number = wholeNumber(raw)
  const { min, max, step } = option
  if (number === undefined) return { value: fallback, refused: { given: String(raw).slice(0, 40), min, max, step } }
  const clamped = Math.min(max, Math.max(min, number))
  const value = min + Math.min(Math.floor((max - min) / step), Math.round((clamped - min) / step)) * step
  return value === number ? { value } : { value, refused: { given: number, min, max, step } }
}

function readText(maxLength: number, raw: unknown): Read {
  if (typeof raw !== 'string' || /\p{Surrogate}/u.test(raw)) {
    return { value: '', refused: { given: typeof raw, maxLength } }
  }
  const text = raw.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const letters = Array.from(text)
  if (letters.length <= maxLength) return { value: text }
  return {
    value: letters.slice(0, maxLength).join('').trim(),
    refused: { given: `${letters.slice(0, maxLength).join('')}…`, maxLength },
  }
}

const cellId = /^([1-9]\d?)-([1-9]\d?)$/

/** Order of a cell such as `2-1`: rows from the floor up, columns from the left. */
function rank(cell: string): number {
  const dash = cell.indexOf('-')
  return Number(cell.slice(dash + 1)) * 100 + Number(cell.slice(0, dash))
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

function readCells(raw: unknown): Read {
  if (raw === '' || raw === null) return { value: [] }
  const list = typeof raw === 'string' ? raw.split(/[\s,]+/).filter((cell) => cell !== '') : raw
  if (!Array.isArray(list)) return { value: [], refused: { given: typeof raw } }
  const kept: string[] = []
  let strange: string | undefined
  for (const cell of list.slice(0, 1000)) {
    if (typeof cell === 'string' && cellId.test(cell)) kept.push(cell)
    else strange ??= String(cell).slice(0, 40)
  }
  const value = sortedCells(kept)
  return strange === undefined ? { value } : { value, refused: { given: strange } }
}

function readOne(option: Option, raw: unknown, fallback: OptionValue): Read {
  switch (option.kind) {
    case 'length':
    case 'count':
      return readNumber(option, raw, fallback)
    case 'choice':
      if (typeof raw === 'string' && option.values.includes(raw)) return { value: raw }
      return { value: fallback, refused: { given: String(raw).slice(0, 40) } }
    case 'flag':
      if (raw === true || raw === 'true' || raw === 'on') return { value: true }
      if (raw === false || raw === 'false' || raw === 'off' || raw === '') return { value: false }
      return { value: fallback, refused: { given: String(raw).slice(0, 40) } }
    case 'text':
      return readText(option.maxLength, raw)
    case 'cells':
      return readCells(raw)
  }
}

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw)

/** A refusal of the reading: `option_out_of_range` with `option` and its limits, or `option_unknown`. */
function refuse(key: string, values: Broken['values']): Broken {
  return { code: 'option_out_of_range', options: [key], values: { option: key, ...values } }
}

/**
 * Reads options from JSON or from form strings. Missing options take their default; a value outside its range is refused and the nearest one
 * within it stands in; a key the product does not know is refused and left out. Keys come out in the product's order.
 */
export function readOptions(options: readonly Option[], defaults: Options, raw: unknown): Reading {
  const source = isRecord(raw) ? raw : {}
  const refusals: Broken[] = []
  if (raw !== undefined && !isRecord(raw)) refusals.push({ code: 'options_unreadable', options: [], values: {} })
  const read: Record<string, OptionValue> = {}
  let known = 0
  for (const option of options) {
    const fallback = defaults[option.key]
    if (fallback === undefined) throw new RangeError(`option without a default: ${option.key}`)
    const given = source[option.key]
    if (given === undefined) {
      if (option.key in source) known += 1
      read[option.key] = fallback
      continue
    }
    known += 1
    const { value, refused } = readOne(option, given, fallback)
    read[option.key] = value
    if (refused !== undefined) refusals.push(refuse(option.key, refused))
  }
  if (known !== Object.keys(source).length) {
    const keys = new Set(options.map((option) => option.key))
    for (const key of Object.keys(source)) {
      if (!keys.has(key)) refusals.push({ code: 'option_unknown', options: [], values: { given: key.slice(0, 40) } })
    }
  }
  return { options: read, refusals }
}

/**
 * Raw options from an HTML form: only the keys the product knows, so that a form may hold other fields.
 * Ticked cells arrive as one entry each; none ticked means none, once any other option is in the form. A flag that is absent is off.
 */
export function formOptions(
  options: readonly Option[],
  entries: Iterable<readonly [string, unknown]>,
): Record<string, unknown> {
  const all = new Map<string, unknown[]>()
  for (const [key, value] of entries) all.set(key, [...(all.get(key) ?? []), value])
  const present = options.some((option) => all.has(option.key))
  const raw: Record<string, unknown> = {}
  for (const { key, kind } of options) {
    const values = all.get(key)
    if (kind === 'cells') {
      if (present) raw[key] = values?.length === 1 ? values[0] : (values ?? []).filter((value) => value !== '')
    } else if (kind === 'flag') {
      if (present) raw[key] = values?.at(-1) ?? false
    } else if (values !== undefined) raw[key] = values.at(-1)
  }
  return raw
}
