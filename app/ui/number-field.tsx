import clsx from 'clsx'
import { Minus, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/reader.tsx'
import { Field, inputLook } from './field.tsx'
import { IconButton } from './icon-button.tsx'

/** What was typed, as a whole number, or undefined while it is not one yet. */
export function typedNumber(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f\u2009]/g, '')
  return /^-?\d{1,7}$/.test(bare) ? Number(bare) : undefined
}

/**
 * A whole number with a stepper. While typing, only values in range are passed on; on leaving the field any number
 * is, so that the rules can answer it with a reason and a fix.
 */
export function NumberField({
  label,
  name,
  value,
  min,
  max,
  step = 1,
  turn = step,
  unit,
  list,
  hint,
  error,
  hideLabel = false,
  onValue,
}: {
  label: string
  name: string
  value: number
  min: number
  max: number
  step?: number
  /** how far one press of the stepper goes */
  turn?: number
  unit?: string
  /** values offered while typing */
  list?: { id: string; label: string; values: readonly number[] } | undefined
  hint?: ReactNode
  error?: ReactNode
  hideLabel?: boolean
  /** left out, the field is an ordinary form input */
  onValue?: (value: number) => void
}) {
  const { say } = useWords()
  const [draft, setDraft] = useState<string>()
  const fits = (next: number) => next >= min && next <= max && (next - min) % step === 0
  const pass = (next: number | undefined) => {
    if (next !== undefined && next !== value) onValue?.(next)
  }
  const press = (direction: 1 | -1) => {
    const next = direction === 1 ? Math.floor(value / turn + 1) * turn : Math.ceil(value / turn - 1) * turn
    setDraft(undefined)
    pass(Math.min(max, Math.max(min, next)))
  }
  return (
    <Field label={hideLabel ? <span className="sr-only">{label}</span> : label} hint={hint} error={error}>
      {(wiring) => (
        <div className="flex items-center">
          <IconButton
            label={say('frame.less', { what: label })}
            className="needs-script rounded-r-none border border-edge border-r-0 bg-raised"
            disabled={onValue === undefined || value <= min}
            onClick={() => press(-1)}
          >
            <Minus className="size-4" aria-hidden="true" />
          </IconButton>
          <div className="relative min-w-0 flex-1">
            <input
              {...wiring}
              type="number"
              inputMode="numeric"
              name={name}
              min={min}
              max={max}
              step={step}
              list={list?.id}
              {...(onValue
                ? {
                    value: draft ?? value,
                    onChange: (event) => {
                      const next = typedNumber(event.target.value)
                      setDraft(event.target.value)
                      if (next !== undefined && fits(next)) pass(next)
                    },
                    onBlur: (event) => {
                      pass(typedNumber(event.target.value))
                      setDraft(undefined)
                    },
                    onKeyDown: (event) => {
                      if (event.key !== 'Enter') return
                      event.preventDefault()
                      pass(typedNumber(event.currentTarget.value))
                    },
                  }
                : { defaultValue: value })}
              className={clsx(inputLook, 'plain-number rounded-none text-center', unit && 'pr-10')}
            />
            {list && (
              <datalist id={list.id} aria-label={list.label}>
                {list.values.map((one) => (
                  <option key={one} value={one} />
                ))}
              </datalist>
            )}
            {unit && (
              <span
                aria-hidden="true"
                className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-fine text-soft"
              >
                {unit}
              </span>
            )}
          </div>
          <IconButton
            label={say('frame.more', { what: label })}
            className="needs-script rounded-l-none border border-edge border-l-0 bg-raised"
            disabled={onValue === undefined || value >= max}
            onClick={() => press(1)}
          >
            <Plus className="size-4" aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </Field>
  )
}
