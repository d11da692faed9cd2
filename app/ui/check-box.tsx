import clsx from 'clsx'
import { type ComponentProps, type ReactNode, useId } from 'react'

/** Yes or no. The whole line is the target. */
export function CheckBox({
  label,
  detail,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; detail?: ReactNode }) {
  const id = useId()
  return (
    <label className={clsx('flex min-h-11 cursor-pointer items-start gap-3 py-2', className)}>
      <input
        type="checkbox"
        aria-labelledby={`${id}-label`}
        aria-describedby={detail ? id : undefined}
        className="peer mt-0.5 grid size-6 shrink-0 cursor-pointer appearance-none place-content-center rounded border border-edge bg-raised before:hidden before:h-2 before:w-3.5 before:-translate-y-px before:-rotate-45 before:border-on-mat before:border-b-2 before:border-l-2 checked:border-mat checked:bg-mat checked:before:block hover:border-ink"
        {...rest}
      />
      <span className="min-w-0 pt-0.5">
        <span id={`${id}-label`} className="block">
          {label}
        </span>
        {detail && (
          <span id={id} className="block text-fine text-soft">
            {detail}
          </span>
        )}
      </span>
    </label>
  )
}
