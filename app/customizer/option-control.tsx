import { useMemo } from 'react'
import { isCells } from '#models/product/options.ts'
import { CheckBox } from '../ui/check-box.tsx'
import { ChoiceGroup, Swatch } from '../ui/choice-group.tsx'
import { ErrorLine, TextField } from '../ui/field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { useWords } from '../words/reader.tsx'
import { CellsControl } from './cells-control.tsx'
import type { ControlProps } from './control-props.ts'
import { LengthControl } from './length-control.tsx'
import { LengthsControl } from './lengths-control.tsx'
import { neededFor } from './needed-for.ts'
import { swatchOf } from './surfaces.ts'
import { choiceWord, hintText, optionWord } from './wording.ts'

/** The control of one option, by its kind. Named by its key, so that a form without a script says the same. */
export function OptionControl(props: ControlProps) {
  const { product, option, given, present = [], refusal, onChoose } = props
  const { say } = useWords()
  const label = optionWord(product, option.key)
  const value = given[option.key]
  switch (option.kind) {
    case 'length':
      return <LengthControl {...props} option={option} label={label} value={Number(value)} />
    case 'count':
      return (
        <NumberField
          label={label}
          name={option.key}
          value={Number(value)}
          min={option.min}
          max={option.max}
          step={option.step}
          error={refusal}
          onValue={(next) => onChoose(option.key, next)}
        />
      )
    case 'choice':
      return <ChoiceControl {...props} label={label} value={String(value)} values={option.values} />
    case 'flag':
      return (
        <div>
          <CheckBox
            label={label}
            name={option.key}
            checked={value === true}
            onChange={(event) => onChoose(option.key, event.target.checked)}
          />
          {refusal && <ErrorLine>{refusal}</ErrorLine>}
        </div>
      )
    case 'text':
      return (
        <TextField
          label={label}
          name={option.key}
          value={String(value ?? '')}
          maxLength={option.maxLength}
          mark={say('frame.optional')}
          hint={
            hintText(product, option.key) ??
            say('product.charactersLeft', { count: option.maxLength - String(value ?? '').length })
          }
          error={refusal}
          autoComplete="off"
          onChange={(event) => onChoose(option.key, event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )
    case 'cells':
      return (
        <div>
          <CellsControl
            legend={label}
            hint={hintText(product, option.key)}
            name={option.key}
            columns={Number(given[option.columns])}
            rows={Number(given[option.rows])}
            chosen={isCells(value) ? value : []}
            onChoose={(cells) => onChoose(option.key, cells)}
          />
          {refusal && <ErrorLine>{refusal}</ErrorLine>}
        </div>
      )
    case 'lengths':
      return <LengthsControl {...props} option={option} present={present} />
    case 'cell-choices':
      // Choices for cells are made in the grid of those cells.
      return null
  }
}

function ChoiceControl({
  product,
  option,
  given,
  refusal,
  onChoose,
  label,
  value,
  values,
}: ControlProps & { label: string; value: string; values: readonly string[] }) {
  const { say } = useWords()
  const needed = useMemo(() => neededFor(product, given, option.key, values), [product, given, option.key, values])
  const choices = values.map((one) => {
    const need = needed.get(one)
    const paint = swatchOf(option.key, one)
    return {
      value: one,
      label: choiceWord(product, option.key, one),
      ...(paint ? { picture: <Swatch paint={paint} /> } : {}),
      ...(need ? { refused: say('product.needs', { option: optionWord(product, need) }) } : {}),
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
        choices={[...choices.filter((one) => !('refused' in one)), ...choices.filter((one) => 'refused' in one)]}
        onChoose={(next) => onChoose(option.key, next)}
      />
      {refusal && <ErrorLine>{refusal}</ErrorLine>}
    </div>
  )
}
