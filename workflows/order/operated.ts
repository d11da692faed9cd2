import { refusal } from '../refusal.ts'

type Fits = (value: unknown) => boolean

const isText: Fits = (value) => typeof value === 'string' && value.trim() !== '' && value.length <= 2000
const isAmount: Fits = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
/** up to two months, in business hours */
const isHours: Fits = (value) => typeof value === 'number' && value > 0 && value <= 60 * 24

const everyAct = { operator: isText, reason: isText }
const fields: Readonly<Record<string, Readonly<Record<string, Fits>>>> = {
  extendDeadline: { ...everyAct, hours: isHours },
  requote: everyAct,
  cancelWithRefund: { ...everyAct, amount: (value) => value === undefined || isAmount(value) },
  settleReport: { ...everyAct, refund: isAmount },
  confirmPayout: { ...everyAct, reference: isText },
}

/**
 * Operators type JSON by hand. Before anything is written, this refuses `bad_input` with the `field` that is missing, of another
 * kind, or unknown: a misspelt `amount` must not become a refund of the whole price.
 */
export function checkAct(update: string, act: unknown): void {
  const known = fields[update] ?? everyAct
  const given = new Map<string, unknown>(typeof act === 'object' && act !== null ? Object.entries(act) : [])
  const unfit = Object.entries(known).find(([field, fits]) => !fits(given.get(field)))
  const field = unfit?.[0] ?? [...given.keys()].find((key) => !Object.hasOwn(known, key))
  if (field !== undefined) throw refusal('bad_input', { field })
}
