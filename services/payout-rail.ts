import { createHash } from 'node:crypto'
import type { Money } from '#models/money/amount.ts'
import { answered, type PaymentRefusal } from './payment-refusal.ts'
import { type StripeConfig, stripeClient } from './stripe-client.ts'

/** Stripe Connect's self-serve transfers reach only the US, the UK, the EEA, Canada and Switzerland (Stripe, cross-border payouts). */
const connectReach: ReadonlySet<string> = new Set(
  'US GB CA CH AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IS IT LV LI LT LU MT NL NO PL PT RO SK SI ES SE'.split(' '),
)

export type PayoutRailName = 'connect' | 'bank'

/** Which rail reaches a country (ISO 3166-1 alpha-2). */
export function railFor(country: string): PayoutRailName {
  return connectReach.has(country.toUpperCase()) ? 'connect' : 'bank'
}

/** Who is paid. Without a finished Connect account the bank rail is used, also where Connect would reach. */
export type Payee = {
  readonly factory: string
  readonly name: string
  readonly country: string
  readonly connectAccount?: string
}

/** `idempotencyKey` names this one payout for ever; the same key must carry the same request. */
export type PayoutRequest = {
  readonly payee: Payee
  readonly money: Money
  readonly order: string
  readonly idempotencyKey: string
}

/**
 * `sent`: the rail has moved the money. `awaiting_operator`: an operator is to transfer it by bank with `reference` as
 * the text of the transfer, and to confirm it. `reference` is the transfer's id, or a reference derived from the key.
 */
export type Payout = {
  readonly rail: PayoutRailName
  readonly reference: string
  readonly state: 'sent' | 'awaiting_operator'
}

export type PayoutRail = {
  readonly name: PayoutRailName
  pay(request: PayoutRequest): Promise<Payout | PaymentRefusal>
}

export type PayoutRailsConfig = { readonly stripe: StripeConfig }

/** Chooses the rail per payee behind the one interface; an account that is not finished yet is paid by bank. */
export function createPayouts(config: PayoutRailsConfig): { pay: PayoutRail['pay'] } {
  const connect = connectRail(config.stripe)
  return {
    async pay(request) {
      const { payee } = request
      if (payee.connectAccount === undefined || railFor(payee.country) === 'bank') return bankRail.pay(request)
      const answer = await connect.pay(request)
      return 'refused' in answer && answer.refused === 'account_not_ready' ? bankRail.pay(request) : answer
    },
  }
}

/** Stripe transfers to the factory's connected account. */
export function connectRail(config: StripeConfig): PayoutRail {
  const stripe = stripeClient(config)
  return {
    name: 'connect',
    async pay({ payee, money, order, idempotencyKey }) {
      const { connectAccount } = payee
      if (connectAccount === undefined) return { refused: 'account_not_ready', code: 'no_account' }
      return answered(async () => {
        const transfer = await stripe.transfers.create(
          {
            amount: money.amount,
            currency: money.currency.toLowerCase(),
            destination: connectAccount,
            transfer_group: order,
            metadata: { order, factory: payee.factory },
          },
          { idempotencyKey },
        )
        return { rail: 'connect', reference: transfer.id, state: 'sent' }
      })
    },
  }
}

/** A bank transfer that an operator makes and confirms. Nothing leaves the house here, so repeating it is harmless. */
export const bankRail: PayoutRail = {
  name: 'bank',
  async pay({ idempotencyKey }) {
    return { rail: 'bank', reference: bankReference(idempotencyKey), state: 'awaiting_operator' }
  },
}

/** Twelve letters and digits without look-alikes, in groups of four, short enough for any bank's reference field. */
export function bankReference(key: string): string {
  const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
  const bytes = createHash('sha256').update(key).digest().subarray(0, 12)
  const letters = Array.from(bytes, (byte) => alphabet.charAt(byte % alphabet.length)).join('')
  return `ML-${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}
