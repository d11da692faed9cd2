import clsx from 'clsx'
import { type ComponentProps, type ReactNode, useId } from 'react'

/** Ids a control needs so that its label, hint and error are read with it. */
export type Wiring = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

/** A labelled control. The error stands where the hand is, says what is wrong, and keeps the hint in place. */
export function Field({
  label,
  hint,
  error,
  mark,
  className,
  children,
}: {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** a word after the label, such as “optional” */
  mark?: ReactNode
  className?: string | undefined
  children: (wiring: Wiring) => ReactNode
}) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={clsx('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="font-semibold">
        {label}
        {mark && <span className="ml-2 font-normal text-fine text-soft">{mark}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-fine text-soft">
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && <ErrorLine id={`${id}-error`}>{error}</ErrorLine>}
    </div>
  )
}

/** The look of anything one types or picks in. 16 px on touch screens, so that a phone does not zoom in. */
export const inputLook =
  'min-h-11 w-full min-w-0 rounded border border-edge bg-raised px-3 text-ink pointer-coarse:text-[1rem] placeholder:text-soft hover:border-ink aria-invalid:border-harm aria-invalid:border-2 disabled:opacity-60'

type Told = { label: ReactNode; hint?: ReactNode; error?: ReactNode; mark?: ReactNode; fieldClassName?: string }

export function TextField({
  label,
  hint,
  error,
  mark,
  fieldClassName,
  className,
  ...rest
}: ComponentProps<'input'> & Told) {
  return (
    <Field label={label} hint={hint} error={error} mark={mark} className={fieldClassName}>
      {(wiring) => <input {...wiring} className={clsx(inputLook, className)} {...rest} />}
    </Field>
  )
}

export function TextArea({
  label,
  hint,
  error,
  mark,
  fieldClassName,
  className,
  ...rest
}: ComponentProps<'textarea'> & Told) {
  return (
    <Field label={label} hint={hint} error={error} mark={mark} className={fieldClassName}>
      {(wiring) => <textarea {...wiring} rows={4} className={clsx(inputLook, 'py-2', className)} {...rest} />}
    </Field>
  )
}

/** A native list: it works without a script and with a phone's own wheel. */
export function SelectField({
  label,
  hint,
  error,
  mark,
  fieldClassName,
  className,
  children,
  ...rest
}: ComponentProps<'select'> & Told) {
  return (
    <Field label={label} hint={hint} error={error} mark={mark} className={fieldClassName}>
      {(wiring) => (
        <select {...wiring} className={clsx(inputLook, className)} {...rest}>
          {children}
        </select>
      )}
    </Field>
  )
}

/** What is wrong, beside the control it concerns. */
export function ErrorLine({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <div id={id} className="mt-1 flex items-start gap-1.5 font-medium text-fine text-harm">
      <ErrorSign />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}

/** The sign before an error, so that it is not told by colour alone. */
function ErrorSign() {
  return (
    <svg viewBox="0 0 16 16" className="mt-0.5 size-4 shrink-0" aria-hidden="true">
      <path d="M8 1.2 15.2 14H.8Z" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
      <path d="M8 6v4M8 11.2v1.4" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  )
}
