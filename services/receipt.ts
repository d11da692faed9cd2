import type { Money } from '#models/money/amount.ts'

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
