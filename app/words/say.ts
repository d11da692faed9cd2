import { type Formats, formatsFor } from './formats.ts'
import type { Catalogue, Fill, Sentence } from './sentence.ts'

type Value = unknown
type FillArguments<S> = Record<never, never> extends Fill<S> ? [values?: Fill<S>] : [values: Fill<S>]

/** One language for one reader: sentences of a typed catalogue, and the formats that fill their gaps. */
export type Words<C extends Catalogue> = Formats & {
  readonly locale: string
  readonly zone: string
  say<K extends keyof C & string>(key: K, ...values: FillArguments<C[K]>): string
}

/** `catalogue` may be a translation: its keys and gaps are held equal to English by a test. */
export function wordsOf<C extends Catalogue>(catalogue: Catalogue, locale: string, zone: string): Words<C> {
  const formats = formatsFor(locale, zone)
  return {
    ...formats,
    locale,
    zone,
    say(key, ...[values]) {
      const sentence = catalogue[key]
      if (sentence === undefined) throw new Error(`No sentence for ${key} in ${locale}`)
      return fill(sentence, values ?? {}, formats)
    },
  }
}

/**
 * Fills the gaps of any sentence, also of one whose values are known only when running (a rule of a product).
 * A gap without a value is a fault of the caller and throws.
 */
export function fill(sentence: Sentence, values: object, formats: Formats): string {
  const known = new Map<string, Value>(Object.entries(values))
  const text = typeof sentence === 'string' ? sentence : formOf(sentence, known.get('count'), formats)
  return text.replace(/\{([^{}:]+)(?::([^{}]+))?\}/g, (_, name: string, kind: string | undefined) => {
    if (!known.has(name)) throw new Error(`No value for {${name}} in “${text}”`)
    return shown(known.get(name), kind, formats)
  })
}

function formOf(sentence: Exclude<Sentence, string>, count: Value, formats: Formats): string {
  return typeof count === 'number' ? (sentence[formats.plural(count)] ?? sentence.other) : sentence.other
}

function shown(value: Value, kind: string | undefined, formats: Formats): string {
  if (kind === 'money' && isMoney(value)) return formats.money({ amount: value.amount, currency: value.currency })
  if (typeof value === 'number' && (kind === 'mm' || kind === 'km' || kind === 'percent' || kind === 'number'))
    return formats[kind](value)
  if (typeof value === 'number' && kind === 'g') return formats.mass(value)
  if (typeof value === 'number' && kind === 'for') return formats.span(value)
  if (
    (typeof value === 'number' || typeof value === 'string') &&
    (kind === 'day' || kind === 'date' || kind === 'moment' || kind === 'clock')
  )
    return formats[kind](value)
  if (kind !== undefined) throw new Error(`Cannot show ${JSON.stringify(value)} as ${kind}`)
  return typeof value === 'number' ? formats.number(value) : String(value)
}

function isMoney(value: Value): value is Parameters<Formats['money']>[0] {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value
}
