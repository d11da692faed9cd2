import type { Shares } from './ledger.ts'
import { permille } from './rounding.ts'

/** What the platform keeps of the maker's part, in thousandths. Shown to the factory before it accepts. */
export const feePermille = 80

const freightCodes: ReadonlySet<string> = new Set(['freight_main', 'freight_door', 'customs_entry', 'freight'])
const taxCodes: ReadonlySet<string> = new Set(['tax', 'duty', 'anti_dumping', 'hallmark'])

/** Divides a price by its trace: tax, duty and what an assay office asks, freight, the platform's fee on the rest, and the rest to the factory. Sums to the price. */
export function sharesOfTrace(trace: readonly { readonly code: string; readonly amount: number }[]): Shares {
  let freight = 0
  let tax = 0
  let made = 0
  for (const line of trace) {
    if (freightCodes.has(line.code)) freight += line.amount
    else if (taxCodes.has(line.code)) tax += line.amount
    else made += line.amount
  }
  const fee = permille(made, feePermille)
  return { freight, tax, fee, factory: made - fee }
}
