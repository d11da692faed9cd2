import type { Option, Options } from './options.ts'

/** `fourteen_days`: the shopper may withdraw. `none`: made to the shopper's specification; `because` names the options that made it so. */
export type WithdrawalRight = { readonly right: 'fourteen_days' | 'none'; readonly because: readonly string[] }

/** Whether the value of one option is the shopper's own specification rather than one of a list. */
function isBespoke(option: Option, options: Options): boolean {
  if (option.withdrawal === 'preset') return false
  const value = options[option.key]
  if (option.kind === 'length') return typeof value === 'number' && !(option.presets ?? []).includes(value)
  if (Array.isArray(value)) return value.length > 0
  return value !== '' && value !== false
}

/**
 * Directive 2011/83/EU art. 16(c) excludes goods made to the consumer's specification, read narrowly (Commission notice 2021/C 525/01 §5.11.2):
 * own measures and own text are, choices from a list are not; lengths that share evenly are nobody's measure. A length at one of its standard sizes counts as chosen from a list.
 */
export function withdrawalRight(options: readonly Option[], chosen: Options): WithdrawalRight {
  const because = options.filter((option) => isBespoke(option, chosen)).map((option) => option.key)
  return { right: because.length === 0 ? 'fourteen_days' : 'none', because }
}
