import type { Values } from './evaluation.ts'

/**
 * Sentences of one product by key. Keys: `product.name`, `product.line`, `group.<group>`, `option.<key>`, `value.<key>.<value>`, `rule.<code>`,
 * `fix.<option key>`, `check.<code>`, `trace.<code>`, `operation.<key>`, `part.<kind>`, `material.<id>`, `note.<code>`, `work-centre.<kind>`.
 * `{name}` is replaced by a value; `{name|one|many}` by the number and the right word.
 */
export type ProductWords = Readonly<Record<string, string>>

const thin = '\u2009'

/** `1234.5` → `1 234.5` with thin spaces, as on a drawing. */
export function figure(value: number): string {
  const [whole = '0', rest] = String(Math.abs(value)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, thin)
  return (value < 0 ? '−' : '') + grouped + (rest === undefined ? '' : `.${rest}`)
}

/** A value as read: numbers as figures, codes by their word (`<name>.<code>` or `value.<name>.<code>`), other text as it is. */
function worded(words: ProductWords, name: string, value: number | string): string {
  if (typeof value === 'number') return figure(value)
  return words[`${name}.${value}`] ?? words[`value.${name}.${value}`] ?? value
}

/** The sentence of `key` filled with `values`; the key itself when the catalogue has no such sentence. */
export function say(words: ProductWords, key: string, values: Values = {}): string {
  const sentence = words[key]
  if (sentence === undefined) return key
  return sentence.replace(
    /\{([^}|]+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const value = values[name]
      if (value === undefined) return whole
      const text = worded(words, name, value)
      return one === undefined || many === undefined ? text : `${text} ${value === 1 ? one : many}`
    },
  )
}
