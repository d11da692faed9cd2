import { useMemo } from 'react'
import { standings } from '#models/product/allowed.ts'
import { CheckBox } from '../ui/check-box.tsx'
import { ErrorLine } from '../ui/field.tsx'
import { useWords } from '../words/reader.tsx'
import type { ControlProps } from './control-props.ts'
import { taken } from './taken.ts'
import { useWays } from './use-allowed.ts'
import { needText, refusalText } from './wording.ts'

/** Yes or no. Where the other cannot be had as things are, it says what comes with it, and one press takes both. */
export function FlagControl({
  product,
  option,
  options,
  isShown,
  label,
  value,
  refusal,
  onTake,
}: ControlProps & { label: string; value: boolean }) {
  const words = useWords()
  const all = useMemo(() => standings(product, options, option.key), [product, options, option.key])
  const ways = useWays(all, isShown)
  const other = all.find((one) => one.value !== value)
  const way = other && ways.get(other.value)
  const detail =
    other?.because === undefined
      ? undefined
      : way?.kind === 'change'
        ? words.say('product.also', { changes: needText(product, options, way.change, words) })
        : refusalText(product, other.because)
  return (
    <div>
      <CheckBox
        label={label}
        name={option.key}
        checked={value}
        detail={detail}
        onChange={() => other && onTake(taken(other, option.key), option.key)}
      />
      {refusal && <ErrorLine>{refusal}</ErrorLine>}
    </div>
  )
}
