import { data } from 'react-router'
import { refusalIn } from '#app/api/refusals.ts'
import { loadProduct } from '#models/catalog.ts'
import type { Money } from '#models/money/amount.ts'
import { sharesOfTrace } from '#models/money/shares.ts'
import { refusalStatus } from '#models/order/refusals.ts'
import { say as sayOf } from '#models/product/words.ts'
import { type LegalEntity, type Receipt, type ReceiptTax, type ReceiptWords, receiptPdf } from '#services/receipt.ts'
import { brand } from '../brand/brand.ts'
import type { Order, StoryEvent } from '../orders/order-data.ts'
import { shortNumber } from '../orders/order-link.ts'
import type { PageWords } from '../words/reader.tsx'
import { wordsFor } from '../words/request-words.ts'
import type { Route } from './+types/order-receipt.ts'

/** The receipt with tax as PDF, for who may see the order; there is none before the money was taken. */
export async function loader({ params, request, context: { api } }: Route.LoaderArgs) {
  const key = new URL(request.url).searchParams.get('key') ?? undefined
  const asked = { order: params.order, ...(key === undefined ? {} : { key }) }
  try {
    const [order, story] = await Promise.all([api.orders.get(asked), api.orders.story(asked)])
    const product = await loadProduct(order.product, order.version)
    const summary = product === undefined ? order.product : sayOf(product.words, 'summary', story.options)
    const receipt = receiptOf(order, story.events, summary, await wordsFor(request))
    if (receipt === undefined) throw data(null, { status: 404 })
    return new Response(new Uint8Array(await receiptPdf(receipt)), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${receipt.number}.pdf"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal === undefined) throw error
    throw data(null, { status: refusalStatus[refusal.code] })
  }
}

/** What is printed: the agreed price as goods, freight and tax, exactly as it was paid. */
function receiptOf(
  order: Order,
  events: readonly StoryEvent[],
  summary: string,
  words: PageWords,
): Receipt | undefined {
  const { quote, payment } = order
  const accepted = events.findLast(({ kind }) => kind === 'accepted')
  if (quote === undefined || payment.state === 'none' || payment.captured.amount === 0 || accepted === undefined)
    return undefined
  const { price, trace } = quote
  const money = (amount: number): Money => ({ amount, currency: price.currency })
  const taxLine = trace.find(({ code }) => code === 'tax')
  const duty = trace
    .filter(({ code }) => code === 'duty' || code === 'anti_dumping')
    .reduce((sum, { amount }) => sum + amount, 0)
  const { freight, tax, fee, factory } = sharesOfTrace(trace)
  const net = money(price.amount - (tax - duty))
  const country = words.country(order.country)
  const taxed: ReceiptTax = {
    text: words.say('receipt.tax', { country }),
    ratePermille: Math.round(Number(taxLine?.values.percent ?? 0) * 10),
    base: net,
    amount: money(tax - duty),
  }
  return {
    number: `R-${shortNumber(order.order).toUpperCase()}`,
    issued: new Intl.DateTimeFormat(words.locale, { dateStyle: 'long', timeZone: words.zone }).format(
      Date.parse(accepted.at),
    ),
    issuedAt: Date.parse(accepted.at),
    order: order.order,
    specification: order.hash,
    seller: seller(),
    buyerLines: buyerLines(order, country),
    lines: [
      { text: summary, quantity: order.quantity, amount: money(fee + factory) },
      ...(freight === 0
        ? []
        : [{ text: words.say('receipt.freight', { country }), quantity: 1, amount: money(freight) }]),
      ...(duty === 0 ? [] : [{ text: words.say('receipt.duty'), quantity: 1, amount: money(duty) }]),
    ],
    taxes: [taxed],
    net,
    total: price,
    paid: payment.captured,
    ...(payment.refunded.amount === 0 ? {} : { refunded: payment.refunded }),
    notes: [
      words.say('receipt.madeBy', { factory: quote.factory.name, country: words.country(quote.factory.country) }),
      ...(brand.legal.isDemonstration ? [words.say('receipt.demonstration')] : []),
    ],
    locale: words.locale,
    words: receiptWords(words),
  }
}

function seller(): LegalEntity {
  const { entity, address, register, taxId, email } = brand.legal
  return {
    name: entity,
    addressLines: address,
    ...(register === '' ? {} : { registration: register }),
    ...(taxId === '' ? {} : { taxId }),
    ...(email === '' ? {} : { email }),
  }
}

function buyerLines({ address }: Order, country: string): string[] {
  const { name, line1, line2 = '', postalCode, city, region = '' } = address
  return [name, line1, line2, `${postalCode} ${city}`, region, country].filter((line) => line !== '')
}

function receiptWords({ say }: PageWords): ReceiptWords {
  return {
    title: say('receipt.title'),
    number: say('receipt.number'),
    issued: say('receipt.issued'),
    order: say('receipt.order'),
    billedTo: say('receipt.billedTo'),
    item: say('receipt.item'),
    quantity: say('receipt.quantity'),
    amount: say('receipt.amount'),
    net: say('receipt.net'),
    taxRate: say('receipt.taxRate'),
    taxBase: say('receipt.taxBase'),
    total: say('receipt.total'),
    paid: say('receipt.paid'),
    refunded: say('receipt.refunded'),
    specification: say('receipt.specification'),
    taxId: say('receipt.taxId'),
  }
}
