import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow'
import type { Currency } from '#models/money/amount.ts'
import type { BusinessClock } from '#models/order/clock.ts'
import type { Stage, WaitingOn } from '#models/order/stages.ts'
import type { TraceLine } from '#models/product/evaluation.ts'
import type { Options } from '#models/product/options.ts'

/** The id of the workflow that owns an order. */
export const orderWorkflowId = (order: string): string => `order/${order}`

/** Where the goods go. ISO 3166-1 alpha-2 country. */
export type Address = {
  readonly name: string
  readonly line1: string
  readonly line2?: string | undefined
  readonly postalCode: string
  readonly city: string
  readonly region?: string | undefined
  readonly country: string
}

/** Input of the order workflow: only what never changes. `site` is the public origin, for links. */
export type OrderInput = {
  readonly order: string
  readonly clock: BusinessClock
  readonly site: string
  readonly product: string
}

/** What the shopper approved. `shownAmount` (minor units) and `shownBy` (business ms) are what the page showed. */
export type Submission = {
  readonly order: string
  readonly owner: string
  readonly idempotencyKey: string
  readonly bodyHash: string
  readonly accessKey: string
  readonly design: string
  readonly product: string
  readonly version: number
  readonly options: Options
  readonly quantity: number
  readonly email: string
  readonly language: string
  readonly address: Address
  readonly consent: boolean
  readonly shownBy?: number | undefined
}

/** A quote as the shopper sees it. Times are business epoch ms, amounts minor units. */
export type OfferedQuote = {
  readonly id: string
  readonly factory: { readonly id: string; readonly name: string; readonly country: string }
  readonly belt: string
  readonly distanceKm: number
  readonly price: { readonly amount: number; readonly currency: Currency }
  readonly trace: readonly TraceLine[]
  readonly deliverBy: number
  readonly heldUntil: number
}

export type SubmitAnswer = { readonly order: string; readonly hash: string; readonly quotes: readonly OfferedQuote[] }

/** The state that operators and tests may ask of a running order. */
export type OrderView = {
  readonly stage: Stage
  readonly waitingOn: WaitingOn
  readonly sequence: number
  readonly late: boolean
}

/** First call, sent with the start: freezes the specification and brings the automatic round's quotes. */
export const submit = defineUpdate<SubmitAnswer, [Submission]>('submit')
/** The shopper picks a quote; its slot is held past the Checkout session. Refuses `quote_expired`, `slot_gone`, `illegal_move`. */
export const pick = defineUpdate<void, [{ quote: string }]>('pick')
/** The shopper goes to pay: gives a hosted Checkout page. The same session is given while it lives. */
export const pay = defineUpdate<{ checkoutUrl: string }, []>('pay')
/** Reads the card's truth from the processor; used by the page one returns to. */
export const checkPayment = defineUpdate<{ stage: Stage }, []>('checkPayment')
/** The factory takes the job: slots are booked, then the money is captured. Refuses `payment_unavailable`. */
export const accept = defineUpdate<{ stage: Stage }, [{ job: string }]>('accept')
/** The factory gives the job back; the shopper's money is released. */
export const refuse = defineUpdate<void, [{ job: string; reason: string }]>('refuse')
/** Ends the order; gives the amount that was refunded, in minor units. `expected` must equal what the preview said. */
export const cancel = defineUpdate<{ refunded: number }, [{ by: 'shopper' | 'operator'; expected?: number }]>('cancel')
/** The shopper says all is good: the factory is paid. */
export const confirm = defineUpdate<void, []>('confirm')
/** The shopper reports a problem: the payout waits. */
export const report = defineUpdate<void, [{ id: string; words: string; photos: readonly string[] }]>('report')

/** Operators' updates; each takes who and why, and is audited. */
export type Operated = { readonly operator: string; readonly reason: string }
/** Gives whoever holds the clock `hours` (business) more; where an operator was called, the clock goes back to who held it. */
export const extendDeadline = defineUpdate<void, [Operated & { hours: number }]>('extendDeadline')
/** Asks the factories again: while quotes are offered, or picked and not paid. */
export const requote = defineUpdate<void, [Operated]>('requote')
/** Ends the order at any point and refunds: the whole price, or `amount` minor units. */
export const cancelWithRefund = defineUpdate<{ refunded: number }, [Operated & { amount?: number }]>('cancelWithRefund')
/** Closes a shopper's report with a refund in part, in full, or of nothing. */
export const settleReport = defineUpdate<void, [Operated & { refund: number }]>('settleReport')
/** The bank transfer to the factory has been made; `reference` is the bank's. */
export const confirmPayout = defineUpdate<void, [Operated & { reference: string }]>('confirmPayout')

/** A payment may have changed; only a hint, the truth is fetched. */
export const paymentMoved = defineSignal<[{ session?: string; paymentIntent?: string }]>('paymentMoved')
/** A shipment may have changed; only a hint, the truth is fetched. */
export const shipmentMoved = defineSignal<[{ reference: string }]>('shipmentMoved')
/** A hand quote has been written. */
export const quoteArrived = defineSignal<[{ quote: string }]>('quoteArrived')
/** The job has moved: it has begun, or its delivery has slipped to `deliverBy` (business ms). That it is over, its result says. */
export const jobMoved =
  defineSignal<
    [{ job: string; kind: 'started'; at: number } | { job: string; kind: 'slipped'; at: number; deliverBy: number }]
  >('jobMoved')

export const orderView = defineQuery<OrderView>('view')
