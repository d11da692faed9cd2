import { plainOptions } from '#models/product/options.ts'
import type { Outputs, Session } from '../session.ts'
import type { Order, Quote, SimulatedShopper } from '../shopper.ts'
import { dayOf, money, told } from './telling.ts'
import type { View } from './view.ts'

type Players = {
  readonly shopper: SimulatedShopper
  readonly operator: Session
  readonly view: View
  /** origin of Temporal's web interface; empty when there is none */
  readonly temporalUi: string
}

/** The way from Italy is short enough to be watched. */
const country = 'IT'
/** A factory that bids by hand answers within this, wall ms; else another one is chosen. */
const handPatience = 8_000
/** The longest that the whole way may take, wall ms. */
const patience = 15 * 60_000

/** Takes one order the whole way; true when it is completed, the factory is paid, and the books are even. */
export async function orderTheWholeWay(players: Players): Promise<boolean> {
  const { shopper, view } = players
  const order = await submit(players)
  const quote = await choose(players, order)
  await shopper.pick(order, quote.id)
  view.step(
    'Picked',
    `${quote.factory.name}, ${money(quote.price)} with freight and tax, promised for ${dayOf(quote.deliverBy)}`,
  )
  const paid = await shopper.pay(order)
  if (!paid.paid) throw new Error(`The card was not taken: ${paid.says}`)
  view.step('Paid', 'on the hosted page, authorised until the factory accepts')

  const delivered = await follow(players, order, (now) => now.stage === 'delivered')
  if (delivered.stage !== 'delivered') throw new Error(`The order ended as ${delivered.stage}`)
  await shopper.confirm(order)
  view.step('All good', 'says the shopper')
  return settle(players, order, delivered)
}

async function submit({ shopper, view, temporalUi }: Players): Promise<string> {
  const { api } = shopper.session
  const { defaults, version } = await api.catalog.product.query({ product: 'shelf' })
  const options: Outputs['catalog']['product']['defaults'] = { ...defaults, name: 'Ada' }
  const check = await api.designs.check.query({ product: 'shelf', version, options: plainOptions(options), country })
  const size = `${options.width} × ${options.height} × ${options.depth} mm`
  view.step('Designed', `a shelf of ${size}, ${money(check.price)} by the reference rate card`)
  const submitted = await shopper.submit({ seed: `demo/${Date.now()}`, options, country })
  view.step(
    'Submitted',
    `specification ${submitted.hash.slice(0, 16)}…, quotes of ${submitted.quotes.length} factories in the same call`,
  )
  view.lines([
    `order page   ${submitted.url}`,
    ...(temporalUi === ''
      ? []
      : [`Temporal UI  ${temporalUi}/namespaces/default/workflows/${encodeURIComponent(`order/${submitted.order}`)}`]),
  ])
  view.lines(submitted.quotes.map(quoteLine))
  return submitted.order
}

/** The quote that a person made by hand; without one the soonest. */
async function choose({ shopper, view }: Players, order: string): Promise<Quote> {
  const before = new Set((await shopper.quotes(order)).map(({ id }) => id))
  const here = ({ factory }: Quote) => factory.country === country
  view.waiting('factories that bid by hand have a day')
  const deadline = Date.now() + handPatience
  for (;;) {
    const quotes = await shopper.session.api.quotes.list.query({ order })
    const byHand = quotes.find((quote) => here(quote) && !before.has(quote.id))
    const soonest = [...quotes].sort((a, b) => a.deliverBy.localeCompare(b.deliverBy))[0]
    if (byHand !== undefined) {
      view.step('Bid by hand', quoteLine(byHand))
      return byHand
    }
    if (Date.now() > deadline && soonest !== undefined) return soonest
    await shopper.news(order)
  }
}

/** Tells what happens until `reached`, or the order's end. */
async function follow(players: Players, order: string, reached: (now: Order) => boolean): Promise<Order> {
  const { shopper, view } = players
  const seen = new Set<string>()
  const tell = async (now: Order) => {
    const { events } = await shopper.session.api.orders.story.query({ order })
    for (const event of events) {
      const line = seen.has(event.id) ? undefined : told(event)
      seen.add(event.id)
      if (line !== undefined) view.step(line[0], line[1], event.at)
    }
    view.waiting(`${now.stage.replaceAll('_', ' ')}, waiting on ${now.waitingOn === 'none' ? 'nobody' : now.waitingOn}`)
  }
  for (const deadline = Date.now() + patience; ; ) {
    const now = await shopper.get(order)
    await tell(now)
    if (reached(now) || now.waitingOn === 'none') return now
    if (Date.now() > deadline) throw new Error(`Still ${now.stage} after ${patience / 60_000} minutes`)
    await shopper.news(order)
  }
}

/** Until the factory has its money: a bank transfer is confirmed by the operator who makes it. */
async function settle({ shopper, operator, view }: Players, order: string, delivered: Order): Promise<boolean> {
  view.waiting('the factory’s money')
  let now = await shopper.until(order, ({ stage, payout }) => stage === 'completed' && payout !== null)
  if (now.payout?.state === 'awaiting_operator') {
    now = await operator.api.orders.confirmPayout.mutate({ order, reference: `demo ${order}` })
    view.step('Transferred', 'by the operator, who confirms it')
  }
  const entries = await operator.api.orders.ledger.query({ order })
  const sum = (account: string) =>
    entries.filter((entry) => entry.account.startsWith(account)).reduce((total, { amount }) => total + amount, 0)
  const payout = entries
    .filter(({ kind }) => kind === 'payout')
    .reduce((total, { amount }) => total + Math.max(0, amount), 0)
  const currency = delivered.quote?.price.currency ?? 'EUR'
  const show = (amount: number) => money({ amount, currency })
  view.step('Paid out', `${show(payout)} to ${delivered.quote?.factory.name ?? 'the factory'}`)
  view.lines([
    `of ${show(delivered.quote?.price.amount ?? 0)}: freight ${show(-sum('freight_payable'))}, tax ${show(-sum('tax_payable'))}, our fee ${show(-sum('fees'))}`,
    `${entries.length} ledger entries, sum ${show(sum(''))}`,
  ])
  return now.stage === 'completed' && payout > 0 && sum('') === 0
}

function quoteLine({ factory, belt, price, deliverBy, distanceKm }: Quote): string {
  const where = `${factory.name} (${belt}, ${distanceKm} km)`
  return `${where.padEnd(54)} ${money(price).padStart(10)}  by ${dayOf(deliverBy)}`
}
