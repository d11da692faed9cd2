import type { Refusal, Values } from '#models/product/evaluation.ts'
import { isLengths, type Option, type Options, type OptionValue } from '#models/product/options.ts'
import { changedOptions, type PriceChange } from '#models/product/price-change.ts'
import type { Product } from '#models/product/product.ts'
import { sayChange } from '#models/product/say-change.ts'
import { lengthsText, say, sayFix, small } from '#models/product/words.ts'
import type { PageWords } from '../words/reader.tsx'

/** The name of an option, a group or a value in the words of its product. */
export const optionWord = (product: Product, key: string) => say(product.words, `option.${key}`)
/** The name of an option inside a sentence: `the width`. */
export const optionName = (product: Product, key: string) => small(optionWord(product, key))
export const groupWord = (product: Product, group: string) => say(product.words, `group.${group}`)
export const choiceWord = (product: Product, key: string, value: string) => say(product.words, `value.${key}.${value}`)

/** One place of a list of lengths: `Column 2`. */
export const placeWord = (product: Product, key: string, place: number) => say(product.words, `place.${key}`, { place })

/** A value as read: `1 200 mm`, `3`, `Birch plywood`, `2 of them`, `Yes`. */
export function valueText(product: Product, option: Option, value: OptionValue | undefined, words: PageWords): string {
  switch (option.kind) {
    case 'length':
      return typeof value === 'number' ? words.mm(value) : ''
    case 'count':
      return typeof value === 'number' ? words.number(value) : ''
    case 'choice':
      return choiceWord(product, option.key, String(value))
    case 'flag':
      return words.say(value === true ? 'product.on' : 'product.off')
    case 'text':
      return value ? `“${String(value)}”` : words.say('product.none')
    case 'cells':
    case 'cell-choices':
      return Array.isArray(value) && value.length > 0 ? words.number(value.length) : words.say('product.none')
    case 'lengths':
      return isLengths(value) && value.length > 0
        ? `${lengthsText(product.words, value)}\u2009mm`
        : words.say('product.even')
  }
}

const isList = ({ kind }: Option) => kind === 'cells' || kind === 'lengths' || kind === 'cell-choices'
const isFilled = (value: OptionValue | undefined) => Array.isArray(value) && value.length > 0

/** A closed group in one line: as its product says it, else its values, the measures joined as on a drawing; of lists only those with something in them. */
export function groupSummary(
  product: Product,
  group: string,
  options: readonly Option[],
  chosen: Options,
  words: PageWords,
): string {
  if (product.words[`line.${group}`] !== undefined) return say(product.words, `line.${group}`, counted(options, chosen))
  const lengths = options.filter((option) => option.kind === 'length').map((option) => chosen[option.key])
  const others = options
    .filter((option) => option.kind !== 'length')
    .filter((option) => option.kind !== 'text' || chosen[option.key] !== '')
    .filter((option) => !isList(option) || isFilled(chosen[option.key]))
    .map((option) =>
      option.kind === 'choice'
        ? valueText(product, option, chosen[option.key], words).replace(/,.*$/, '')
        : `${optionWord(product, option.key)} ${valueText(product, option, chosen[option.key], words)}`,
    )
  const size = lengths.map((length) => words.mm(Number(length)).replace(/\D*$/, '')).join(' × ')
  return [...(size ? [`${size}\u00a0mm`] : []), ...others].join(', ') || words.say('product.none')
}

/** Values as a sentence takes them: how many of what is ticked, and nothing for what was left empty. */
function counted(options: readonly Option[], chosen: Options): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    options.map(({ key }) => {
      const value = chosen[key]
      const count = Array.isArray(value) ? value.length : value
      return [key, count === 0 || count === '' ? undefined : count]
    }),
  )
}

/** Why a choice cannot be made, as a sentence. */
export function refusalText(product: Product, refusal: Pick<Refusal, 'code' | 'values'>): string {
  return say(product.words, `rule.${refusal.code}`, named(product, refusal.values))
}

/** What the fix changes, as one sentence of short acts: `Make it 1 200 mm wide and use 4 columns`. */
export function fixText(product: Product, fix: Options, words: PageWords): string {
  const acts = sayFix(product.words, product.options, fix)
  return words.list(
    acts.map((act, at) => (at === 0 ? act : act.charAt(0).toLocaleLowerCase(words.locale) + act.slice(1))),
  )
}

/** What a choice brings with it, in short: `painted MDF`, `1 more column`. */
export function needText(product: Product, now: Options, change: Options, words: PageWords): string {
  const changed = changedOptions(product.options, now, { ...now, ...change })
  return words.list(
    changed.map((one) =>
      one.option.kind === 'choice'
        ? small(choiceWord(product, one.option.key, String(one.after)))
        : sayChange(product.words, one),
    ),
  )
}

/** What a change did to the price, and why: `+€18.00: 1 more column`. */
export function priceChangeText(product: Product, change: PriceChange, words: PageWords): string {
  const what = words.list(change.options.map((one) => sayChange(product.words, one)))
  return change.amount === 0
    ? words.say('product.priceSame', { what })
    : words.say('product.priceChange', { change: words.moneyChange(change), what })
}

/** The configuration in a breath, for titles and announcements: `Shelf 1 200 × 1 800 × 320 mm, 3 columns, …`. */
export function briefly(product: Product, chosen: Options): string {
  return say(product.words, 'summary', chosen)
}

/** A note under a control, where the product has one. */
export function hintText(product: Product, key: string): string | undefined {
  return product.words[`hint.${key}`]
}

/** A value that names an option is shown by the option's name. */
function named(product: Product, values: Values): Values {
  const option = values.option
  return typeof option === 'string' && product.words[`option.${option}`] !== undefined
    ? { ...values, option: optionWord(product, option) }
    : values
}
