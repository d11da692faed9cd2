/** A length set by hand: a caliper whose right jaw moves. The exact value is told as text, with its unit. */
export function Slider({
  label,
  value,
  min,
  max,
  step,
  text,
  name,
  allowed,
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
  /** where the value may be, drawn as a band along the rule; said in words elsewhere */
  allowed?: readonly { from: number; to: number }[] | undefined
  onValue?: (value: number) => void
}) {
  const held = Math.min(max, Math.max(min, value))
  const share = (at: number) => (max > min ? (at - min) / (max - min) : 0)
  const band = (spans: NonNullable<typeof allowed>) => {
    const stops = spans.flatMap(({ from, to }) => {
      const [start, end] = [`${share(from) * 100}%`, `${share(to) * 100}%`]
      return [`transparent ${start}`, `var(--mat) ${start}`, `var(--mat) ${end}`, `transparent ${end}`]
    })
    return `linear-gradient(90deg, ${['transparent 0', ...stops].join(', ')})`
  }
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
      style={{ '--fill': share(held), ...(allowed ? { '--band': band(allowed) } : {}) }}
      className={name ? 'caliper' : 'caliper needs-script'}
    />
  )
}
