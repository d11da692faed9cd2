import { isLengths, type Option, type Options, type OptionValue } from './options.ts'

/**
 * Sentences of one product by key. Keys: `product.name`, `product.line`, `summary`, `group.<group>`, `option.<key>`, `value.<key>.<value>`
 * (of a length: what else it is called), `value.even`, `place.<key of lengths>`,
 * `hint.<key>`, `rule.<code>`, `fix.<option key>`, `check.<code>` and `check.<code>.failed`, `trace.<code>`, `operation.<key>`,
 * `doing.<operation>` (“The maker is …”), `done.<operation>`, `part.<kind>`,
 * `more.<key>` and `less.<key>` (“{value} wider”), `change.<kind>`, `material.<id>`, `note.<code>`, `work-centre.<kind>`, `unit.<unit>`; where a group has one, `line.<group>`: what is chosen in it, in one short line.
 * `{name}` is replaced by a value, `{name~}` by its word with a small first letter, `{name|one|many}` by the number and the right word;
 * `[…]` is left out when a value inside it is missing.
 */
export type ProductWords = Readonly<Record<string, string>>

/** Between figures and before a unit: a space that never breaks, and is thin in our typeface. */
const thin = '\u00a0'

/** `1234.5` → `1 234.5` with thin spaces, as on a drawing. */
export function figure(value: number): string {
  const [whole = '0', rest] = String(Math.abs(value)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, thin)
  return (value < 0 ? '−' : '') + grouped + (rest === undefined ? '' : `.${rest}`)
}

/** The word for a code: `<name>.<code>`, `value.<name>.<code>`, or a material's; undefined when the catalogue has none. */
function wordOf(words: ProductWords, name: string, code: string): string | undefined {
  return words[`${name}.${code}`] ?? words[`value.${name}.${code}`] ?? words[`material.${code}`]
}

/** `Birch plywood` → `birch plywood`; `MDF` stays. */
export function small(word: string): string {
  const [first = '', second = ''] = word
  return second === second.toLowerCase() ? first.toLowerCase() + word.slice(first.length) : word
}

type Given = Readonly<Record<string, unknown>>

function filled(words: ProductWords, sentence: string, values: Given): string {
  return sentence.replace(
    /\{([a-zA-Z-]+)(~)?(?:\|([^|}]*)\|([^}]*))?\}/g,
    (whole, name: string, lower?: string, one?: string, many?: string) => {
      const value = values[name]
      if (typeof value !== 'number' && typeof value !== 'string') return whole
      const text = typeof value === 'number' ? figure(value) : (wordOf(words, name, value) ?? value)
      if (one !== undefined) return `${text}\u00a0${text === '1' ? one : many}`
      return lower === undefined ? text : small(text)
    },
  )
}

/** The sentence of `key` filled with `values`; the key itself when the catalogue has no such sentence. Numbers are written as figures, codes as their words. */
export function say(words: ProductWords, key: string, values: Given = {}): string {
  const sentence = words[key]
  if (sentence === undefined) return key
  const whole = sentence.replace(/\[([^\]]*)\]/g, (_, inner: string) => {
    const names = Array.from(inner.matchAll(/\{([a-zA-Z-]+)/g), (match) => match[1] ?? '')
    return names.every((name) => values[name] !== undefined) ? inner : ''
  })
  return filled(words, joined(whole), values)
}

/** Lengths of a list in their order, those that share evenly by their word (`value.even`): `300 · even · 420`. */
export function lengthsText(words: ProductWords, lengths: readonly number[]): string {
  return lengths.map((length) => (length === 0 ? (words['value.even'] ?? '–') : figure(length))).join(' · ')
}

/** A figure and its unit stay on one line. */
const joined = (sentence: string): string => sentence.replace(/([}\d]) (mm|kg|min|%)(?![a-z])/g, `$1${thin}$2`)

/** A value as words: `1 200 mm`, `4`, `Birch plywood`, `300 · even · 420`, of cells how many. */
export function valueWord(words: ProductWords, option: Option | undefined, key: string, value: OptionValue): string {
  if (typeof value === 'number') return option?.kind === 'length' ? `${figure(value)}${thin}mm` : figure(value)
  if (typeof value === 'string') return words[`value.${key}.${value}`] ?? value
  if (option?.kind === 'lengths' && isLengths(value)) return lengthsText(words, value)
  return typeof value === 'boolean' ? '' : figure(value.length)
}

/** One sentence for each change of a fix, such as `Use 4 columns`. */
export function sayFix(words: ProductWords, options: readonly Option[], fix: Options): string[] {
  return Object.entries(fix).map(([key, value]) => {
    const none = value === '' || value === false || (typeof value === 'object' && value.length === 0)
    if (none && words[`fix.${key}.none`] !== undefined) return say(words, `fix.${key}.none`)
    const option = options.find((one) => one.key === key)
    return say(words, `fix.${key}`, { value: valueWord(words, option, key, value) })
  })
}
