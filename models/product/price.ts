import type { Currency } from '../money/amount.ts'
import { antiDumpingPermille, dutyPermille } from '../money/duty.ts'
import { freightLines } from '../money/freight.ts'
import { hallmarkOf } from '../money/hallmark.ts'
import { permille, portion } from '../money/rounding.ts'
import { taxOn, taxRate } from '../money/tax.ts'
import { consignmentOf } from './consignment.ts'
import type { Price, TraceLine } from './evaluation.ts'
import { type BillLine, type Make, unitScale } from './make.ts'
import type { RateCard } from './rate-card.ts'
import type { Operation } from './routing.ts'
import { startedFor } from './yield.ts'

/** To whom and how many: `country` of the shopper, `origin` of the maker, both ISO 3166-1 alpha-2. */
export type Terms = { readonly country: string; readonly quantity: number; readonly origin: string }

/** Freight tables are in EUR, so a card in another currency cannot be added to them. */
const settled: Currency = 'EUR'

function add(lines: readonly TraceLine[]): number {
  let sum = 0
  for (const line of lines) sum += line.amount
  return sum
}

type Cost = { readonly line: TraceLine; readonly scrap: number; readonly tooling: string | undefined }

/** One line of the bill for `quantity` good pieces, and what the pieces cost that are started beside them. */
function materialCost({ material, unit, gross, ...line }: BillLine, card: RateCard, quantity: number): Cost {
  const each = card.materials[material]
  if (each === undefined) throw new RangeError(`no price for ${material} on ${card.id}`)
  const { tooling, yieldPermille = 1000 } = line
  const scale = unitScale[unit]
  const count = tooling === undefined ? gross * quantity : gross
  const values =
    unit === 'piece'
      ? { material, pieces: count }
      : { material, unit, quantity: Math.round((count * 100) / scale) / 100 }
  const amount = portion(each, count, scale)
  const started = tooling === undefined ? gross * startedFor(quantity, yieldPermille) : count
  return { line: { code: 'material', values, amount }, scrap: portion(each, started, scale) - amount, tooling }
}

/** One operation likewise: set-up once, run per piece. */
function workCost(operation: Operation, card: RateCard, quantity: number): Cost {
  const { key, workCentre, setupS, runS, tooling, yieldPermille = 1000 } = operation
  const hour = card.hourly[workCentre]
  if (hour === undefined) throw new RangeError(`no ${workCentre} on ${card.id}`)
  const seconds = setupS + runS * (tooling === undefined ? quantity : 1)
  const values = { operation: key, 'work-centre': workCentre, minutes: Math.round(seconds / 60) }
  const amount = portion(hour, seconds, 3600)
  const started = tooling === undefined ? setupS + runS * startedFor(quantity, yieldPermille) : seconds
  return { line: { code: 'work', values, amount }, scrap: portion(hour, started, 3600) - amount, tooling }
}

/**
 * What the maker asks at the gate: material by gross quantity, work by operation (set-up once, run per piece), each tool as a line of its own, the pieces
 * that are expected to fail, margin. Codes `material`, `work`, `tooling`, `scrap`, `margin`.
 * @throws RangeError when the card lacks a material or a kind of work centre: such a maker cannot make it and must not be asked.
 */
function exWorks(make: Make, card: RateCard, quantity: number): TraceLine[] {
  const lines: TraceLine[] = []
  const tools = new Map<string, number>()
  let scrap = 0
  const take = (cost: Cost) => {
    scrap += cost.scrap
    if (cost.tooling === undefined) lines.push(cost.line)
    else tools.set(cost.tooling, (tools.get(cost.tooling) ?? 0) + cost.line.amount)
  }
  for (const line of make.materials) take(materialCost(line, card, quantity))
  for (const operation of make.operations) take(workCost(operation, card, quantity))
  for (const [tooling, amount] of tools) lines.push({ code: 'tooling', values: { tooling }, amount })
  if (scrap > 0) {
    const lowest = Math.min(...[...make.materials, ...make.operations].map((each) => each.yieldPermille ?? 1000))
    lines.push({ code: 'scrap', values: { quantity, started: startedFor(quantity, lowest) }, amount: scrap })
  }
  lines.push({
    code: 'margin',
    values: { percent: card.marginPermille / 10 },
    amount: permille(add(lines), card.marginPermille),
  })
  return lines
}

/**
 * What one pays for `quantity` pieces delivered: the maker's price, freight by lane, duty, hallmark and tax of the destination. The lines sum exactly to the amount.
 * The same function gives the reference price and a factory's bid. Codes: `material`, `work`, `tooling`, `scrap`, `margin`, `freight_main`, `freight_door`, `customs_entry`, `duty`, `anti_dumping`, `hallmark`, `tax`.
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
  const arrived = add(trace)
  const levy = (code: 'duty' | 'anti_dumping', rate: number | undefined) => {
    if (rate === undefined) return
    trace.push({ code, values: { percent: rate / 10, origin, country }, amount: permille(arrived, rate) })
  }
  levy('duty', dutyPermille(make.heading, origin, country))
  levy('anti_dumping', antiDumpingPermille(make.heading, origin, country))
  const hallmark = make.precious && hallmarkOf(make.precious, country, quantity)
  if (hallmark !== undefined && hallmark.amount > 0)
    trace.push({ code: 'hallmark', values: { route: hallmark.route, country }, amount: hallmark.amount })
  const net = add(trace)
  const tax = taxOn(net, country)
  trace.push({ code: 'tax', values: { percent: taxRate(country).permille / 10, country }, amount: tax })
  return { amount: net + tax, currency: settled, trace }
}

const makers: ReadonlySet<string> = new Set(['material', 'work', 'tooling', 'scrap', 'margin'])

/** The part of a price that the maker gets: everything before freight, duty and tax, in the price's minor units. */
export function makersShare(price: Price): number {
  return add(price.trace.filter(({ code }) => makers.has(code)))
}
