/** A length set by hand: a caliper whose right jaw moves. The exact value is told as text, with its unit. */
export function Slider({
  label,
  value,
  min,
  max,
  step,
  text,
  name,
  onValue,
}: {
  label: string
  value: number
  min: number
  max: number
  step: number
  /** the value as it is read out: `1 200 mm` */
  text: string
  /** only where no number field beside it carries the name */
  name?: string
  onValue?: (value: number) => void
}) {
  const held = Math.min(max, Math.max(min, value))
  return (
    <input
      type="range"
      aria-label={label}
      aria-valuetext={text}
      min={min}
      max={max}
      step={step}
      name={name}
      {...(onValue
        ? { value: held, onChange: (event) => onValue(event.target.valueAsNumber) }
        : { defaultValue: held })}
      style={{ '--fill': max > min ? (held - min) / (max - min) : 0 }}
      className={name ? 'caliper' : 'caliper needs-script'}
    />
  )
}
