import type { Currency } from './amount.ts'

/**
 * Accounts of the platform's books. Debit is positive, credit negative.
 * `card` is money at the card processor, `bank` at the bank; `held` is what shoppers paid and nobody has earned yet;
 * the payables are owed to others; `fees` is the platform's own income; `loss` what a refund cost beyond what was held.
 */
export type LedgerAccount =
  | 'card'
  | 'bank'
  | `held:${string}`
  | `factory_payable:${string}`
  | 'tax_payable'
  | 'freight_payable'
  | 'fees'
  | 'loss'

export type LedgerLine = { readonly account: LedgerAccount; readonly amount: number; readonly currency: Currency }

/** What an order's price consists of, in minor units; the parts sum to the price. */
export type Shares = { readonly factory: number; readonly freight: number; readonly tax: number; readonly fee: number }

/** Drops empty lines and refuses a transaction that does not sum to zero. */
function balanced(lines: readonly LedgerLine[]): LedgerLine[] {
  const sum = lines.reduce((total, line) => total + line.amount, 0)
  if (sum !== 0) throw new Error(`A ledger transaction sums to ${sum}, not to zero`)
  return lines.filter((line) => line.amount !== 0)
}

/** The card processor holds the shopper's money. */
export function captured(order: string, amount: number, currency: Currency): LedgerLine[] {
  return balanced([
    { account: 'card', amount, currency },
    { account: `held:${order}`, amount: -amount, currency },
  ])
}

/** Money goes back to the shopper's card. */
export function refunded(order: string, amount: number, currency: Currency): LedgerLine[] {
  return balanced([
    { account: `held:${order}`, amount, currency },
    { account: 'card', amount: -amount, currency },
  ])
}

/** What is still held for an order is earned: by the factory, the carrier, the tax office and the platform. */
export function earned(order: string, factory: string, shares: Shares, currency: Currency): LedgerLine[] {
  const total = shares.factory + shares.freight + shares.tax + shares.fee
  return balanced([
    { account: `held:${order}`, amount: total, currency },
    { account: `factory_payable:${factory}`, amount: -shares.factory, currency },
    { account: 'freight_payable', amount: -shares.freight, currency },
    { account: 'tax_payable', amount: -shares.tax, currency },
    { account: 'fees', amount: -shares.fee, currency },
  ])
}

/** The factory is paid, from the processor's balance or by bank transfer. */
export function paidOut(factory: string, amount: number, currency: Currency, from: 'card' | 'bank'): LedgerLine[] {
  return balanced([
    { account: `factory_payable:${factory}`, amount, currency },
    { account: from, amount: -amount, currency },
  ])
}

/**
 * Splits what is kept of an order between those who earned it. `shares` are the parts of the whole price;
 * a partial refund lessens each in proportion, the factory's part taking the remainder so that no cent is lost.
 */
export function sharesOf(kept: number, price: number, shares: Shares): Shares {
  if (price === 0) return { factory: 0, freight: 0, tax: 0, fee: 0 }
  const part = (amount: number) => Math.floor((amount * kept) / price)
  const freight = part(shares.freight)
  const tax = part(shares.tax)
  const fee = part(shares.fee)
  return { freight, tax, fee, factory: kept - freight - tax - fee }
}
