import type { Option } from '#models/product/options.ts'
import { NumberField } from '../ui/number-field.tsx'
import { Slider } from '../ui/slider.tsx'
import { useWords } from '../words/reader.tsx'
import type { ControlProps } from './control-props.ts'

/** A length: typed to the millimetre, pulled with a caliper in steps of a centimetre, or taken from the standard sizes. */
export function LengthControl({
  option,
  label,
  value,
  refusal,
  onChoose,
}: ControlProps & { option: Extract<Option, { kind: 'length' }>; label: string; value: number }) {
  const { mm, say } = useWords()
  const coarse = Math.max(option.step, 10)
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
        onValue={(next) => onChoose(option.key, next)}
      />
    </div>
  )
}
