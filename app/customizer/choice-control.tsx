import { useMemo } from 'react'
import { type Standing, standings, type Way } from '#models/product/allowed.ts'
import type { Option } from '#models/product/options.ts'
import { ChoiceGroup, Swatch } from '../ui/choice-group.tsx'
import { ErrorLine } from '../ui/field.tsx'
import { useWords } from '../words/reader.tsx'
import type { ControlProps } from './control-props.ts'
import { swatchOf } from './surfaces.ts'
import { taken } from './taken.ts'
import { useWays } from './use-allowed.ts'
import { choiceWord, hintText, needText, optionName, refusalText } from './wording.ts'

/** A choice from a list. What cannot be had as things are says what comes with it, and one press takes both. */
export function ChoiceControl({
  product,
  option,
  options,
  isShown,
  refusal,
  onChoose,
  onTake,
  label,
  value,
}: ControlProps & { option: Extract<Option, { kind: 'choice' }>; label: string; value: string }) {
  const words = useWords()
  const all = useMemo(() => standings(product, options, option.key), [product, options, option.key])
  const ways = useWays(all, isShown)
  const refused = ({ value, because }: Standing, way: Way | undefined) => {
    if (because === undefined) return undefined
    if (way?.kind === 'change')
      return words.say('product.also', { changes: needText(product, options, way.change, words) })
    if (way?.kind === 'never') return refusalText(product, because)
    const other = because.options.find((key) => key !== option.key)
    return value === options[option.key] || other === undefined
      ? undefined
      : words.say('product.needs', { option: optionName(product, other) })
  }
  const choices = all.map((standing) => {
    const one = String(standing.value)
    const paint = swatchOf(option.key, one)
    return {
      value: one,
      label: choiceWord(product, option.key, one),
      refused: refused(standing, ways.get(standing.value)),
      ...(paint ? { picture: <Swatch paint={paint} /> } : {}),
    }
  })
  return (
    <div>
      <ChoiceGroup
        legend={label}
        hint={hintText(product, option.key)}
        name={option.key}
        value={value}
        columns={
          choices.some((one) => one.label.length > 16)
            ? 1
            : choices.length === 3 && !swatchOf(option.key, value)
              ? 3
              : 2
        }
        choices={choices}
        onChoose={(next) => {
          const standing = all.find((one) => one.value === next)
          if (standing) onTake(taken(standing, option.key), option.key)
          else onChoose(option.key, next)
        }}
      />
      {refusal && <ErrorLine>{refusal}</ErrorLine>}
    </div>
  )
}
