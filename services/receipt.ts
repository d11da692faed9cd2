import type { Money } from '#models/money/amount.ts'
import { createPaper, type Paper, type Sheet } from './paper.ts'

/** Who sells: the legal entity that runs this installation. Lines as they stand on paper. */
export type LegalEntity = {
  readonly name: string
  readonly addressLines: readonly string[]
  readonly taxId?: string
  readonly email?: string
  readonly registration?: string
}

/** One line of the receipt, net of tax. */
export type ReceiptLine = { readonly text: string; readonly quantity: number; readonly amount: Money }

/** One tax: `ratePermille` 190 is 19 %; `base` the net amount it is charged on. */
export type ReceiptTax = {
  readonly text: string
  readonly ratePermille: number
  readonly base: Money
  readonly amount: Money
}

/** The sentences of the receipt, from the word catalogue of the shopper's language. */
export type ReceiptWords = Readonly<
  Record<
    | 'title'
    | 'number'
    | 'issued'
    | 'order'
    | 'billedTo'
    | 'item'
    | 'quantity'
    | 'amount'
    | 'net'
    | 'taxRate'
    | 'taxBase'
    | 'total'
    | 'paid'
    | 'refunded'
    | 'specification'
    | 'taxId',
    string
  >
>

/** Everything printed, already decided: `net` plus the taxes is `total` (checked), all in one currency. */
export type Receipt = {
  readonly number: string
  /** As printed, such as `23 November 2026`. */
  readonly issued: string
  /** The same moment, ms since 1970, for the file itself. */
  readonly issuedAt: number
  readonly order: string
  readonly specification: string
  readonly seller: LegalEntity
  readonly buyerLines: readonly string[]
  readonly lines: readonly ReceiptLine[]
  readonly taxes: readonly ReceiptTax[]
  readonly net: Money
  readonly total: Money
  readonly paid: Money
  readonly refunded?: Money
  readonly notes: readonly string[]
  /** BCP 47, for amounts. */
  readonly locale: string
  readonly words: ReceiptWords
}

/** A4 and its margins, in millimetres; `bottom` is where a sheet is full. */
const sheetMm = { width: 210, height: 297, left: 22, right: 188, bottom: 268 } as const

const columns = { text: sheetMm.left, quantity: 140, amount: sheetMm.right } as const

/**
 * The receipt as PDF: seller, buyer, net lines, each tax with rate and base, total, what was paid and given back, and
 * the hash of what was made. The same receipt gives the same bytes. Throws RangeError when the amounts do not add up.
 */
export async function receiptPdf(receipt: Receipt): Promise<Uint8Array> {
  addsUp(receipt)
  const { words } = receipt
  const paper = await createPaper({ title: `${words.title} ${receipt.number}`, madeAt: receipt.issuedAt })
  const page = pagesOf(paper, receipt)

  letterhead(page, receipt)
  page.sheet().text(words.item, columns.text, page.at(), { size: 8, grey: 0.35 })
  page.sheet().text(words.quantity, columns.quantity, page.at(), { size: 8, grey: 0.35, align: 'right' })
  page.sheet().text(words.amount, columns.amount, page.at(), { size: 8, grey: 0.35, align: 'right' })
  page.rule()

  const money = (value: Money): string => formatted(value, receipt.locale)
  for (const line of receipt.lines) {
    page.row(line.text, money(line.amount), { quantity: String(line.quantity) })
  }
  page.rule()
  page.row(words.net, money(receipt.net))
  for (const tax of receipt.taxes) {
    page.row(
      `${tax.text}, ${words.taxRate} ${rate(tax.ratePermille, receipt.locale)}, ${words.taxBase} ${money(tax.base)}`,
      money(tax.amount),
    )
  }
  page.rule()
  page.row(words.total, money(receipt.total), { bold: true })
  page.row(words.paid, money(receipt.paid))
  if (receipt.refunded !== undefined && receipt.refunded.amount > 0) {
    page.row(words.refunded, money({ ...receipt.refunded, amount: -receipt.refunded.amount }))
  }

  page.space(6)
  page.paragraph(`${words.specification}: ${receipt.specification}`, 8)
  for (const note of receipt.notes) page.paragraph(note, 8)
  return paper.bytes()
}

/** Where writing goes on; a full sheet is followed by another. */
function pagesOf(paper: Paper, receipt: Receipt) {
  let sheet: Sheet = paper.addSheet(sheetMm.width, sheetMm.height)
  let number = 1
  let at = 24
  footer(sheet, receipt, number)

  function room(neededMm: number): void {
    if (at + neededMm <= sheetMm.bottom) return
    sheet = paper.addSheet(sheetMm.width, sheetMm.height)
    number += 1
    at = 24
    footer(sheet, receipt, number)
  }

  const down = (mm: number): void => {
    at += mm
  }

  return {
    sheet: () => sheet,
    at: () => at,
    space: down,
    rule() {
      down(2.5)
      room(8)
      sheet.line(sheetMm.left, at, sheetMm.right, at)
      down(6)
    },
    row(text: string, amount: string, more: { quantity?: string; bold?: boolean } = {}) {
      const style = { size: 10, bold: more.bold ?? false }
      room(12)
      sheet.text(amount, columns.amount, at, { ...style, align: 'right' })
      if (more.quantity !== undefined) sheet.text(more.quantity, columns.quantity, at, { ...style, align: 'right' })
      at = sheet.paragraph(text, columns.text, at, columns.quantity - columns.text - 14, style) + 1
    },
    paragraph(text: string, size: number) {
      room(8)
      at = sheet.paragraph(text, sheetMm.left, at, sheetMm.right - sheetMm.left, { size, grey: 0.25 }) + 1
    },
  }
}

function letterhead(page: ReturnType<typeof pagesOf>, receipt: Receipt): void {
  const { words, seller } = receipt
  const sheet = page.sheet()
  sheet.text(seller.name, sheetMm.left, 24, { size: 12, bold: true })
  const sellerLines = [
    ...seller.addressLines,
    ...(seller.registration === undefined ? [] : [seller.registration]),
    ...(seller.taxId === undefined ? [] : [`${words.taxId} ${seller.taxId}`]),
    ...(seller.email === undefined ? [] : [seller.email]),
  ]
  for (const [index, line] of sellerLines.entries()) {
    sheet.text(line, sheetMm.right, 24 + index * 4.2, { size: 8, grey: 0.35, align: 'right' })
  }
  const below = Math.max(44, 28 + sellerLines.length * 4.2)
  sheet.text(words.billedTo, sheetMm.left, below, { size: 8, grey: 0.35 })
  let at = below + 6
  for (const line of receipt.buyerLines) at = sheet.paragraph(line, sheetMm.left, at, 110, { size: 10 })
  const title = at + 12
  sheet.text(words.title, sheetMm.left, title, { size: 22, bold: true })
  const facts = [
    [words.number, receipt.number],
    [words.issued, receipt.issued],
    [words.order, receipt.order],
  ] as const
  for (const [index, [name, value]] of facts.entries()) {
    sheet.text(name, sheetMm.left, title + 8 + index * 5, { size: 9, grey: 0.35 })
    sheet.text(value, sheetMm.left + 34, title + 8 + index * 5, { size: 9 })
  }
  page.space(title + 34 - page.at())
}

function footer(sheet: Sheet, receipt: Receipt, page: number): void {
  sheet.text(`${receipt.seller.name} · ${receipt.words.title} ${receipt.number}`, sheetMm.left, 284, {
    size: 7,
    grey: 0.4,
  })
  sheet.text(String(page), sheetMm.right, 284, { size: 7, grey: 0.4, align: 'right' })
}

function addsUp({ lines, taxes, net, total, paid, refunded }: Receipt): void {
  const all = [...lines.map((line) => line.amount), ...taxes.flatMap((tax) => [tax.base, tax.amount]), net, total, paid]
  if (refunded !== undefined) all.push(refunded)
  if (all.some(({ currency }) => currency !== total.currency)) throw new RangeError('a receipt has one currency')
  const sum = (values: readonly Money[]): number => values.reduce((so, value) => so + value.amount, 0)
  const lineSum = sum(lines.map((line) => line.amount))
  if (lineSum !== net.amount) throw new RangeError(`lines sum to ${lineSum}, not to ${net.amount}`)
  const taxed = net.amount + sum(taxes.map((tax) => tax.amount))
  if (taxed !== total.amount) throw new RangeError(`net and taxes sum to ${taxed}, not to ${total.amount}`)
}

function formatted({ amount, currency }: Money, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount / 100)
}

function rate(permille: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(permille / 1000)
}
