/** Two or three views to switch between, side by side. */
export function Segments<Value extends string>({
  label,
  value,
  choices,
  onValue,
}: {
  label: string
  value: Value
  choices: readonly { value: Value; label: string }[]
  onValue: (value: Value) => void
}) {
  return (
    <fieldset className="flex rounded border border-edge bg-raised">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onValue(choice.value)}
          className="min-h-11 px-3.5 font-medium text-soft hover:text-ink aria-pressed:text-ink aria-pressed:shadow-[inset_0_-3px_0_var(--mark)]"
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  )
}
