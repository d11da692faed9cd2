import type { OptionValue } from './options.ts'
import type { OptionChange } from './price-change.ts'
import { figure, type ProductWords, say, small, valueWord } from './words.ts'

const isEven = (value: OptionValue) => typeof value === 'object' && value.length === 0

/**
 * What a change of one option comes to: `1 more column`, `100 mm wider`, `oak veneer instead of birch plywood`, `without name`. From the sentences
 * `more.<key>` and `less.<key>` for lengths, counts and cells, and `change.<kind>`; without them the option and its new value.
 */
export function sayChange(words: ProductWords, { option, before, after }: OptionChange): string {
  const { key, kind } = option
  const name = words[`option.${key}`] ?? key
  const plain = `${name}: ${valueWord(words, option, key, after)}`
  const sentence = (code: string, values: Readonly<Record<string, string>>) =>
    words[code] === undefined ? plain : say(words, code, { option: key, ...values })
  if (typeof before === 'number' && typeof after === 'number') {
    const value = valueWord(words, option, key, Math.abs(after - before))
    return sentence(`${after > before ? 'more' : 'less'}.${key}`, { value })
  }
  if (kind === 'lengths')
    return sentence(isEven(after) ? 'change.even' : 'change.lengths', { value: valueWord(words, option, key, after) })
  if (typeof before === 'object' && typeof after === 'object') {
    if (before.length === after.length) return sentence(`change.${kind}`, {})
    const value = figure(Math.abs(after.length - before.length))
    return sentence(`${after.length > before.length ? 'more' : 'less'}.${key}`, { value })
  }
  if (kind === 'choice') {
    return sentence('change.choice', {
      value: small(valueWord(words, option, key, after)),
      instead: small(valueWord(words, option, key, before)),
    })
  }
  if (after === '' || after === false) return sentence('change.without', {})
  if (after === true) return sentence('change.with', {})
  return sentence('change.text', { value: String(after) })
}
