import { z } from 'zod'
import { invalid } from './api-error.ts'

/** A form value: text, or a nested object or list as Stripe's SDK writes them (`a[b][0][c]=d`, `expand[]=x`). */
export type FormValue = string | FormValue[] | { [key: string]: FormValue }

type Node = Map<string, string | Node>

/** Reads a form-encoded body or query. Keys that are all numbers make a list; `[]` appends. */
export function parseForm(pairs: URLSearchParams): { [key: string]: FormValue } {
  const root: Node = new Map()
  for (const [key, value] of pairs) {
    const path = /^[^[\]]+(\[[^[\]]*\])*$/.test(key) ? key.replaceAll(']', '').split('[') : []
    const last = path.pop()
    if (last === undefined || path.length > 12) throw invalid(`Invalid parameter name: ${key}`, {}, true)
    let node = root
    for (const step of path) {
      const name = step === '' ? String(node.size) : step
      const next = node.get(name)
      if (typeof next === 'string') throw invalid(`Invalid parameter name: ${key}`, {}, true)
      if (next !== undefined) node = next
      else {
        const made: Node = new Map()
        node.set(name, made)
        node = made
      }
    }
    node.set(last === '' ? String(node.size) : last, value)
  }
  return plainObject(root)
}

function plainObject(node: Node): { [key: string]: FormValue } {
  return Object.fromEntries([...node].map(([key, value]) => [key, plain(value)]))
}

function plain(value: string | Node): FormValue {
  if (typeof value === 'string') return value
  const isList = value.size > 0 && [...value.keys()].every((key) => /^\d+$/.test(key))
  return isList ? [...value.values()].map(plain) : plainObject(value)
}

/** A whole number in a form. */
export const formInt = z
  .string()
  .regex(/^-?\d{1,15}$/, 'Invalid integer')
  .transform(Number)

/** `metadata[key]=value`: at most 50 keys of 40 characters with values of 500 (Stripe's limits). */
export const formMetadata = z
  .record(z.string().max(40), z.string().max(500))
  .refine((entries) => Object.keys(entries).length <= 50, 'Too many metadata keys')
  .default({})

export const formExpand = z.array(z.string()).default([])

/** Parses parameters; an unknown or wrong one is Stripe's 400 that names it. */
export function parseParams<Shape extends z.ZodType>(
  shape: Shape,
  form: { [key: string]: FormValue },
): z.output<Shape> {
  const parsed = shape.safeParse(form, { reportInput: true })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = (issue?.path ?? []).map(String)
  if (issue?.code === 'unrecognized_keys') {
    const param = paramName([...path, issue.keys[0] ?? ''])
    throw invalid(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param }, true)
  }
  const param = paramName(path)
  if (issue?.code === 'invalid_type' && issue.input === undefined) {
    throw invalid(`Missing required param: ${param}.`, { code: 'parameter_missing', param }, true)
  }
  throw invalid(`Invalid ${param}: ${issue?.message ?? 'wrong value'}`, { param }, true)
}

function paramName([first = '', ...rest]: readonly string[]): string {
  return first + rest.map((step) => `[${step}]`).join('')
}
