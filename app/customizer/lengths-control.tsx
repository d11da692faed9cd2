import clsx from 'clsx'
import { useState } from 'react'
import { lengthAt } from '#models/product/entries.ts'
import { isLengths, type Option } from '#models/product/options.ts'
import { Button } from '../ui/button.tsx'
import { ErrorLine, inputLook } from '../ui/field.tsx'
import { typedNumber } from '../ui/number-field.tsx'
import { useWords } from '../words/reader.tsx'
import type { ControlProps } from './control-props.ts'
import { useAllowedLengths } from './use-allowed.ts'
import { hintText, optionWord, placeWord } from './wording.ts'

type Lengths = Extract<Option, { kind: 'lengths' }>

/**
 * Lengths one by one: a field for each place. A field left blank shares evenly what the others leave, and shows how much that is;
 * one button leaves all blank. Without a script the fields are a plain form.
 */
export function LengthsControl({
  product,
  option,
  given,
  options,
  present = [],
  refusal,
  onChoose,
}: ControlProps & { option: Lengths }) {
  const { say, list, mm } = useWords()
  const [near, setNear] = useState<number>()
  const range = useAllowedLengths(product, options, option.key, near !== undefined, near)
  const { key } = option
  const value = given[key]
  // What was typed without a script may be no number; it stands in its field, and its refusal beside.
  const typed: readonly (number | string)[] = Array.isArray(value) ? value : []
  const lengths = isLengths(value) ? value : []
  const count = Number(given[option.count])
  const choose = (place: number, length: number) => {
    if (length !== (lengths[place] ?? 0)) onChoose(key, lengthAt(lengths, place, length))
  }
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 flex w-full items-center justify-between gap-3 font-semibold">
        {optionWord(product, key)}
      </legend>
      <p className="-mt-1 mb-2 text-fine text-soft">{hintText(product, key)}</p>
      <div className="grid grid-cols-3 gap-2">
        {Array.from({ length: count }, (_, place) => (
          <LengthField
            // biome-ignore lint/suspicious/noArrayIndexKey: a place is its index
            key={place}
            option={option}
            word={placeWord(product, key, place + 1)}
            value={typed[place] ?? 0}
            present={present[place]}
            invalid={refusal !== undefined}
            onLength={(length) => choose(place, length)}
            onNear={() => setNear(place)}
          />
        ))}
        <Button
          className={clsx('needs-script self-end', lengths.length === 0 && 'invisible')}
          onClick={() => onChoose(key, [])}
        >
          {say('product.makeEven')}
        </Button>
      </div>
      {near !== undefined && range !== undefined && !refusal && (
        <p className="mt-1.5 text-fine text-soft">
          {range.intervals.length === 0
            ? say('product.fitsNone')
            : say('product.placeFits', {
                place: placeWord(product, key, near + 1),
                spans: list(
                  range.intervals.map(({ from, to }) => (from === to ? mm(from) : say('product.span', { from, to }))),
                ),
              })}
        </p>
      )}
      {refusal && <ErrorLine>{refusal}</ErrorLine>}
    </fieldset>
  )
}

function LengthField({
  option,
  word,
  value,
  present,
  invalid,
  onLength,
  onNear,
}: {
  option: Lengths
  word: string
  value: number | string
  present: number | undefined
  invalid: boolean
  onLength: (length: number) => void
  onNear: () => void
}) {
  const [draft, setDraft] = useState<string>()
  const { min, max, step } = option
  const read = (text: string) => (text.trim() === '' ? 0 : typedNumber(text))
  const fits = (length: number) => length === 0 || (length >= min && length <= max && (length - min) % step === 0)
  const pass = (length: number | undefined) => length !== undefined && onLength(length)
  const isBlank = value === 0 || value === '0' || value === ''
  return (
    <label className="block min-w-0">
      <span className="block text-fine text-soft">{word}</span>
      <input
        type="number"
        inputMode="numeric"
        name={option.key}
        min={min}
        max={max}
        step={step}
        placeholder={present === undefined ? undefined : String(present)}
        aria-invalid={invalid && !isBlank ? true : undefined}
        value={draft ?? (isBlank ? '' : value)}
        onFocus={onNear}
        onChange={(event) => {
          const { value: text } = event.target
          setDraft(text)
          const length = read(text)
          if (length !== undefined && fits(length) && !event.target.validity.badInput) pass(length)
        }}
        onBlur={(event) => {
          if (draft !== undefined && !event.target.validity.badInput) pass(read(event.target.value))
          setDraft(undefined)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          pass(read(event.currentTarget.value))
        }}
        className={clsx(inputLook, 'plain-number text-center')}
      />
    </label>
  )
}
