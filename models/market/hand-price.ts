import type { TraceLine } from '../product/evaluation.ts'

const follows: ReadonlySet<string> = new Set(['tax', 'duty', 'anti_dumping'])
const outside: ReadonlySet<string> = new Set([
  'freight_main',
  'freight_door',
  'customs_entry',
  'hallmark',
  'duty',
  'anti_dumping',
  'tax',
])

/**
 * The trace of a price that somebody named by hand, in minor units of what the shopper pays: the rate card's own lines and,
 * after the maker's part, what was added or taken off (`by_hand`). Freight stays; duty and tax follow in proportion. The
 * lines sum exactly to `amount`.
 */
export function handTrace(own: readonly TraceLine[], amount: number): readonly TraceLine[] {
  const before = own.reduce((sum, line) => sum + line.amount, 0)
  const scaled = own.map((line) =>
    follows.has(line.code) && before > 0 ? { ...line, amount: Math.round((line.amount * amount) / before) } : line,
  )
  const rest = amount - scaled.reduce((sum, line) => sum + line.amount, 0)
  if (rest === 0) return scaled
  const found = scaled.findIndex((line) => outside.has(line.code))
  const at = found === -1 ? scaled.length : found
  return [...scaled.slice(0, at), { code: 'by_hand', values: {}, amount: rest }, ...scaled.slice(at)]
}
