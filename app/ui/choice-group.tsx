import clsx from 'clsx'
import type { ReactNode } from 'react'

export type Choice = {
  value: string
  label: ReactNode
  /** a small picture of the choice: a swatch of material, a pictogram */
  picture?: ReactNode
  /** one quiet line under the label */
  detail?: ReactNode
  /** set where this choice cannot be taken now; the sentence says why and is read with it */
  refused?: string | undefined
}

/** Radio buttons drawn as swatches. Native inputs, so arrows, forms and screen readers work before any script. */
export function ChoiceGroup({
  legend,
  hint,
  hideLegend = false,
  name,
  value,
  choices,
  columns = 2,
  form,
  onChoose,
}: {
  legend: ReactNode
  hint?: ReactNode
  hideLegend?: boolean
  name: string
  value: string
  choices: readonly Choice[]
  columns?: 1 | 2 | 3 | 4
  /** the form it belongs to, where that is not the one around it; `none` for one that is not sent */
  form?: string
  onChoose?: (value: string) => void
}) {
  return (
    <fieldset className="min-w-0">
      <legend className={clsx('mb-1.5 font-semibold', hideLegend && 'sr-only')}>{legend}</legend>
      {hint && <p className="-mt-1 mb-2 text-fine text-soft">{hint}</p>}
      <div
        className={clsx(
          'grid gap-2',
          columns === 2 && 'grid-cols-2',
          columns === 3 && 'grid-cols-3',
          columns === 4 && 'grid-cols-4',
        )}
      >
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={clsx(
              'relative flex min-h-11 items-center gap-2.5 rounded border border-line bg-raised px-2.5 py-1.5 leading-tight transition-colors hover:border-ink',
              'has-checked:border-ink has-checked:shadow-[inset_0_0_0_1px_var(--ink)]',
              'has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2',
            )}
          >
            <input
              type="radio"
              name={name}
              {...(form === undefined ? {} : { form })}
              value={choice.value}
              {...(onChoose
                ? { checked: choice.value === value, onChange: () => onChoose(choice.value) }
                : { defaultChecked: choice.value === value })}
              className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded outline-none"
            />
            <span
              aria-hidden="true"
              className="pointer-events-none absolute -top-px right-2 hidden h-2.5 w-3 bg-mark [clip-path:polygon(0_0,100%_0,100%_100%,50%_70%,0_100%)] peer-checked:block"
            />
            {choice.picture && <span className="pointer-events-none shrink-0">{choice.picture}</span>}
            <span className={clsx('pointer-events-none min-w-0', choice.refused && 'text-soft')}>
              <span className="block break-words">{choice.label}</span>
              {choice.detail && <span className="block text-fine text-soft">{choice.detail}</span>}
              {choice.refused && <span className="block text-fine text-soft">{choice.refused}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** A flat swatch of one colour, or of any paint CSS knows. */
export function Swatch({ paint, round = false }: { paint: string; round?: boolean }) {
  return (
    <span
      className={clsx('block size-8 border border-edge', round ? 'rounded-full' : 'rounded-[3px]')}
      style={{ background: paint }}
    />
  )
}
