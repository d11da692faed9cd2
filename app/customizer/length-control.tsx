import type { Option } from '#models/product/options.ts'
import { NumberField } from '../ui/number-field.tsx'
import { Slider } from '../ui/slider.tsx'
import { useWords } from '../words/reader.tsx'
import type { ControlProps } from './control-props.ts'
import { useAllowedLengths } from './use-allowed.ts'

/** A length: typed to the millimetre, pulled with a caliper in steps of a centimetre, or taken from the standard sizes. It tells which fit now. */
export function LengthControl({
  product,
  option,
  options,
  isShown,
  label,
  value,
  refusal,
  onChoose,
}: ControlProps & { option: Extract<Option, { kind: 'length' }>; label: string; value: number }) {
  const { mm, say, list } = useWords()
  const range = useAllowedLengths(product, options, option.key, isShown)
  const { min, max } = option
  const intervals = range?.intervals ?? [{ from: min, to: max }]
  const isOpen = intervals.length === 1 && intervals[0]?.from === min && intervals[0].to === max
  const spans = list(intervals.map(({ from, to }) => (from === to ? mm(from) : say('product.span', { from, to }))))
  // A short range is pulled in its own steps.
  const coarse = max - min < 40 ? option.step : Math.max(option.step, 10)
  const known = product.words[`value.${option.key}.${value}`]
  const fits =
    intervals.length === 0 ? say('product.fitsNone') : say(isOpen ? 'product.fitsAll' : 'product.fits', { spans })
  const presets = option.presets ?? []
  return (
    <div>
      <NumberField
        label={label}
        name={option.key}
        value={value}
        min={option.min}
        max={option.max}
        step={option.step}
        turn={coarse}
        unit={option.unit}
        hint={known === undefined ? fits : `${known}. ${fits}`}
        error={refusal}
        list={
          presets.length > 0
            ? { id: `${option.key}-standard`, label: say('product.sizeStandard'), values: presets }
            : undefined
        }
        onValue={(next) => onChoose(option.key, next)}
      />
      <Slider
        label={label}
        value={value}
        min={option.min}
        max={option.max}
        step={coarse}
        text={mm(value)}
        allowed={isOpen ? undefined : intervals}
        onValue={(next) => onChoose(option.key, next)}
      />
    </div>
  )
}
