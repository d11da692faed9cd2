import { servedCountries } from '#models/money/tax.ts'
import { CountryField } from '../ui/country-field.tsx'
import { TextField } from '../ui/field.tsx'
import type { En } from '../words/en.ts'
import { useWords } from '../words/reader.tsx'
import type { FieldTroubles } from './order-form.ts'

type Line = {
  name: 'name' | 'line1' | 'line2' | 'postalCode' | 'city' | 'region'
  autoComplete: string
  max: number
  optional?: boolean
  narrow?: boolean
  hint?: keyof En & `ordering.${string}Hint`
}

const lines: readonly Line[] = [
  { name: 'name', autoComplete: 'name', max: 120, hint: 'ordering.nameHint' },
  { name: 'line1', autoComplete: 'address-line1', max: 160 },
  { name: 'line2', autoComplete: 'address-line2', max: 160, optional: true },
  { name: 'postalCode', autoComplete: 'postal-code', max: 20, narrow: true },
  { name: 'city', autoComplete: 'address-level2', max: 100, narrow: true },
  { name: 'region', autoComplete: 'address-level1', max: 100, optional: true },
]

/** A whole address as a carrier needs it, filled in by browsers that know it. */
export function AddressFields({
  troubles,
  values,
  country,
  onCountry,
}: {
  troubles: FieldTroubles
  /** what was sent before, where something was wrong */
  values: Readonly<Record<string, string>>
  country: string
  onCountry: (country: string) => void
}) {
  const words = useWords()
  const { say } = words
  const error = (name: string) => troubleText(words, troubles[name])
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {lines.map(({ name, autoComplete, max, optional, narrow, hint }) => (
        <TextField
          key={name}
          label={say(`ordering.${name}`)}
          name={name}
          autoComplete={autoComplete}
          maxLength={max}
          defaultValue={values[name]}
          required={!optional}
          mark={optional && say('frame.optional')}
          hint={hint && say(hint)}
          error={error(name)}
          fieldClassName={narrow ? '' : 'sm:col-span-2'}
        />
      ))}
      <CountryField
        label={say('ordering.country')}
        name="country"
        countries={servedCountries}
        value={country}
        onChange={(event) => onCountry(event.target.value)}
        error={error('country')}
        fieldClassName="sm:col-span-2"
      />
    </div>
  )
}

/** What is wrong with a field, as a sentence. */
export function troubleText(
  { say }: Pick<ReturnType<typeof useWords>, 'say'>,
  trouble: FieldTroubles[string] | undefined,
): string | undefined {
  if (trouble === undefined) return undefined
  const { problem, max = 0 } = trouble
  return problem === 'tooLong' || problem === 'quantityRange'
    ? say(`ordering.${problem}`, { max })
    : say(`ordering.${problem}`)
}
