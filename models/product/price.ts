import type { Currency } from '../money/amount.ts'
import { freightLines } from '../money/freight.ts'
import { permille, portion } from '../money/rounding.ts'
import { dutyPermille, taxOn, taxRate } from '../money/tax.ts'
import { consignmentOf } from './consignment.ts'
import type { Price, TraceLine } from './evaluation.ts'
import { type Make, unitScale } from './make.ts'
import type { RateCard } from './rate-card.ts'

/** To whom and how many: `country` of the shopper, `origin` of the maker, both ISO 3166-1 alpha-2. */
export type Terms = { readonly country: string; readonly quantity: number; readonly origin: string }

/** Freight tables are in EUR, so a card in another currency cannot be added to them. */
const settled: Currency = 'EUR'

function add(lines: readonly TraceLine[]): number {
  let sum = 0
  for (const line of lines) sum += line.amount
  return sum
}

/**
 * What the maker asks at the gate: material by gross quantity, work by operation (set-up once, run per piece), margin. Codes `material`, `work`, `margin`.
 * @throws RangeError when the card lacks a material or a kind of work centre: such a maker cannot make it and must not be asked.
 */
function exWorks(make: Make, card: RateCard, quantity: number): TraceLine[] {
  const lines: TraceLine[] = []
  for (const { material, unit, gross } of make.materials) {
    const each = card.materials[material]
    if (each === undefined) throw new RangeError(`no price for ${material} on ${card.id}`)
    const count = gross * quantity
    const scale = unitScale[unit]
    const values =
      unit === 'piece'
        ? { material, pieces: count }
        : { material, unit, quantity: Math.round((count * 100) / scale) / 100 }
    lines.push({ code: 'material', values, amount: portion(each, count, scale) })
  }
  for (const operation of make.operations) {
    const hour = card.hourly[operation.workCentre]
    if (hour === undefined) throw new RangeError(`no ${operation.workCentre} on ${card.id}`)
    const seconds = operation.setupS + operation.runS * quantity
    const values = { operation: operation.key, 'work-centre': operation.workCentre, minutes: Math.round(seconds / 60) }
    lines.push({ code: 'work', values, amount: portion(hour, seconds, 3600) })
  }
  lines.push({
    code: 'margin',
    values: { percent: card.marginPermille / 10 },
    amount: permille(add(lines), card.marginPermille),
  })
  return lines
}

/**
 * What one pays for `quantity` pieces delivered: the maker's price, freight by lane, duty and tax of the destination. The lines sum exactly to the amount.
 * The same function gives the reference price and a factory's bid. Codes: `material`, `work`, `margin`, `freight_main`, `freight_door`, `customs_entry`, `duty`, `tax`.
 * @throws RangeError for a country not served, an origin without a lane, a quantity that is not a whole number from 1, a card that cannot make it or is not in EUR.
 */
export function priceOf(make: Make, card: RateCard, terms: Terms): Price {
  const { country, quantity, origin } = terms
  if (!Number.isSafeInteger(quantity) || quantity < 1) throw new RangeError(`not a quantity: ${quantity}`)
  if (card.currency !== settled) throw new RangeError(`a rate card must be in ${settled}: ${card.id}`)
  const trace = exWorks(make, card, quantity)
  const load = consignmentOf(make, quantity)
  const { mode, cartons } = load
  for (const { code, amount } of freightLines(load, origin, country)) {
    trace.push({ code, values: { origin, country, mode, cartons }, amount })
  }
  const duty = dutyPermille(origin, country)
  if (duty !== undefined) {
    trace.push({ code: 'duty', values: { percent: duty / 10, origin, country }, amount: permille(add(trace), duty) })
  }
  const net = add(trace)
  const tax = taxOn(net, country)
  trace.push({ code: 'tax', values: { percent: taxRate(country).permille / 10, country }, amount: tax })
  return { amount: net + tax, currency: settled, trace }
}

/** The part of a price that the maker gets: everything before freight, duty and tax, in the price's minor units. */
export function makersShare(price: Price): number {
  return add(price.trace.filter(({ code }) => code === 'material' || code === 'work' || code === 'margin'))
}
