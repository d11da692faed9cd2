import { isCells } from '#models/product/options.ts'
import { TextField } from '../ui/field.tsx'
import { useWords } from '../words/reader.tsx'
import { CellsControl } from './cells-control.tsx'
import { ChoiceControl } from './choice-control.tsx'
import type { ControlProps } from './control-props.ts'
import { CountControl } from './count-control.tsx'
import { FlagControl } from './flag-control.tsx'
import { LengthControl } from './length-control.tsx'
import { LengthsControl } from './lengths-control.tsx'
import { hintText, optionWord } from './wording.ts'

/** The control of one option, by its kind. Named by its key, so that a form without a script says the same. */
export function OptionControl(props: ControlProps) {
  const { product, option, given, refusal, onChoose } = props
  const { say } = useWords()
  const label = optionWord(product, option.key)
  const value = given[option.key]
  switch (option.kind) {
    case 'length':
      return <LengthControl {...props} option={option} label={label} value={Number(value)} />
    case 'count':
      return <CountControl {...props} option={option} label={label} value={Number(value)} />
    case 'choice':
      return <ChoiceControl {...props} option={option} label={label} value={String(value)} />
    case 'flag':
      return <FlagControl {...props} label={label} value={value === true} />
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
      return <CellsControl {...props} option={option} label={label} chosen={isCells(value) ? value : []} />
    case 'lengths':
      return <LengthsControl {...props} option={option} />
    case 'cell-choices':
      // Choices for cells are made in the grid of those cells.
      return null
  }
}
