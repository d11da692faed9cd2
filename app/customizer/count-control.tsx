import { useMemo } from 'react'
import { standings } from '#models/product/allowed.ts'
import type { Option } from '#models/product/options.ts'
import { NumberField } from '../ui/number-field.tsx'
import { useWords } from '../words/reader.tsx'
import type { ControlProps } from './control-props.ts'

/** How many. It tells which fit now. */
export function CountControl({
  product,
  option,
  options,
  label,
  value,
  refusal,
  onChoose,
}: ControlProps & { option: Extract<Option, { kind: 'count' }>; label: string; value: number }) {
  const { say, number, list } = useWords()
  const { key, min, max, step } = option
  const fitting = useMemo(
    () =>
      standings(product, options, key)
        .filter(({ because }) => because === undefined)
        .map((one) => Number(one.value)),
    [product, options, key],
  )
  const spans = list(
    runs(fitting, step).map(([from, to]) =>
      from === to ? number(from) : say('product.spanOf', { from: number(from), to: number(to) }),
    ),
  )
  const isOpen = fitting.length === Math.floor((max - min) / step) + 1
  return (
    <NumberField
      label={label}
      name={key}
      value={value}
      min={min}
      max={max}
      step={step}
      hint={spans === '' ? say('product.fitsNone') : say(isOpen ? 'product.fitsAll' : 'product.fits', { spans })}
      error={refusal}
      onValue={(next) => onChoose(key, next)}
    />
  )
}

/** Rising numbers as first and last of each run without a gap. */
function runs(numbers: readonly number[], step: number): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (const one of numbers) {
    const last = found.at(-1)
    if (last && last[1] + step === one) last[1] = one
    else found.push([one, one])
  }
  return found
}
