const digits = /^\s*([+-]?\d[\d\s\u00a0\u2009\u202f]*)(?:\s*mm)?\s*$/

/** A whole number from JSON or from what a person types (`1 200 mm`); undefined when it is neither. */
export function wholeNumber(raw: unknown): number | undefined {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : undefined
  if (typeof raw !== 'string') return undefined
  const typed = digits.exec(raw)?.[1]
  return typed === undefined ? undefined : Number(typed.replace(/\D/g, '')) * (typed.startsWith('-') ? -1 : 1)
}

/** The nearest number that can be chosen: within `min` and `max`, on a step. */
export function nearestStep(range: { readonly min: number; readonly max: number; readonly step: number }, to: number) {
  const { min, max, step } = range
  const clamped = Math.min(max, Math.max(min, to))
  return min + Math.min(Math.floor((max - min) / step), Math.round((clamped - min) / step)) * step
}
