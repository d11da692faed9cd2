import type { Option, Options, OptionValue } from './options.ts'
import { type Read, readCellChoices, readCells, readLengths } from './read-lists.ts'
import type { Broken } from './rule.ts'
import { nearestStep, wholeNumber } from './whole-number.ts'

/** Options as read: complete and each within its own range, with a refusal for each that had to be replaced or left out. */
export type Reading = { readonly options: Options; readonly refusals: readonly Broken[] }

function readNumber(option: Extract<Option, { kind: 'length' | 'count' }>, raw: unknown, fallback: OptionValue): Read {
  const number = wholeNumber(raw)
  const { min, max, step } = option
  if (number === undefined) return { value: fallback, refused: { given: String(raw).slice(0, 40), min, max, step } }
  const value = nearestStep(option, number)
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
    case 'lengths':
      return readLengths(option, raw)
    case 'cell-choices':
      return readCellChoices(option, raw)
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
 * Lists arrive as one entry for each ticked cell or typed length; none means none, once any other option is in the form. A flag that is absent is off.
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
    if (kind === 'cells' || kind === 'lengths' || kind === 'cell-choices') {
      const blanks = kind === 'lengths'
      if (present)
        raw[key] = values?.length === 1 ? values[0] : (values ?? []).filter((value) => blanks || value !== '')
    } else if (kind === 'flag') {
      if (present) raw[key] = values?.at(-1) ?? false
    } else if (values !== undefined) raw[key] = values.at(-1)
  }
  return raw
}
