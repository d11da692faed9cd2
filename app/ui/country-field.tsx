import type { ComponentProps, ReactNode } from 'react'
import { useWords } from '../words/reader.tsx'
import { SelectField } from './field.tsx'

/** A list of countries by their names in the reader's language, in its order. */
export function CountryField({
  label,
  countries,
  ...rest
}: Omit<ComponentProps<'select'>, 'children'> & {
  label: ReactNode
  /** ISO 3166-1 alpha-2 */
  countries: readonly string[]
  error?: ReactNode
  fieldClassName?: string
}) {
  const words = useWords()
  return (
    <SelectField label={label} autoComplete="country" {...rest}>
      {countries
        .map((code) => ({ code, name: words.country(code) }))
        .sort((a, b) => a.name.localeCompare(b.name, words.locale))
        .map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
    </SelectField>
  )
}
