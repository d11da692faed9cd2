import type { Currency } from '#models/money/amount.ts'
import type { Shares } from '#models/money/ledger.ts'
import type { OrderPatch, Step } from '#prisma/steps.ts'
import type { JobOperationInput } from '../job/messages.ts'
import type { OfferedQuote, Submission } from './messages.ts'

/** A quote that the shopper picked. Times are business epoch ms, the amount in minor units. */
export type PickedQuote = {
  readonly quote: string
  readonly factory: string
  readonly factoryName: string
  readonly belt: string
  readonly amount: number
  readonly currency: Currency
  readonly deliverBy: number
  readonly finishesAt: number
}

/** What the card processor says of a payment. Wall epoch ms. */
export type PaymentTruth = {
  readonly state: 'open' | 'failed' | 'authorised' | 'captured' | 'released' | 'lapsed'
  readonly failure?: string
  /** the charge that failed, the same however often it is read */
  readonly charge?: string
  readonly captureByWall?: number
}

/** What the carrier says of a shipment. Business epoch ms. */
export type ShipmentTruth = {
  readonly state: 'announced' | 'collected' | 'in_transit' | 'delivered' | 'failed' | 'lost'
  readonly at: number
  readonly expectedAt?: number
  readonly fresh: boolean
}

/** What ending an order now costs. `payable` is what the factory has earned of what is kept. Minor units. */
export type EndingTerms = {
  readonly paid: number
  readonly refund: number
  readonly kept: number
  readonly shares: Shares
  readonly currency: Currency
}

export type MailKind =
  | 'order_received'
  | 'quotes_ready'
  | 'quotes_expiring'
  | 'no_quotes'
  | 'payment_failed'
  | 'accepted'
  | 'refused'
  | 'slipped'
  | 'shipped'
  | 'delivered'
  | 'cancelled'
  | 'refunded'
  | 'expired'
  | 'job_waiting'
  | 'report_opened'

/** Short, idempotent writes to our own database; run as local activities, since a person waits for them. */
export type OrderRecords = {
  /** Computes everything again from the options, freezes the specification and writes the order. */
  openOrder(input: { submission: Submission; step: Step }): Promise<{ hash: string }>
  /**
   * Matches, bids and holds slots. Writes `quoted` when there are quotes, else `none`; the events carry the counts.
   * Opens requests to factories that bid by hand. The same round asked again gives the same quotes.
   */
  automaticRound(input: {
    order: string
    round: number
    exclude: readonly string[]
    holdUntil: number
    handDeadline: number
    quoted: Step
    none: Step
  }): Promise<{ quotes: readonly OfferedQuote[]; requests: readonly string[] }>
  record(input: { step: Step }): Promise<void>
  /** Keeps one quote's slot until `heldUntil`, gives up the others. Refuses `quote_expired`, `slot_gone`, `unknown_quote`. */
  pickQuote(input: { step: Step; order: string; quote: string; at: number; heldUntil: number }): Promise<PickedQuote>
  /** Opens the job that waits for the factory's word. */
  openJob(input: {
    step: Step
    order: string
    job: string
    n: number
    quote: string
    acceptBy: number
    at: number
  }): Promise<void>
  /** Books the job's slot, planned anew when the hold is gone or its time has passed. Refuses `slot_gone`. */
  bookJob(input: { order: string; job: string; quote: string; at: number }): Promise<BookedJob>
  /** When the first operation of a job is to begin and the last to end, as the factory's plan stands now. Business epoch ms. */
  jobPlan(input: { job: string }): Promise<{ readonly startsAt: number; readonly finishesAt: number } | undefined>
  /** The factory took the job and the money is captured. */
  acceptJob(input: { step: Step; job: string; attempt: number; amount: number }): Promise<void>
  /** The job is over before it began: `refused`, `unpaid`; its slots are free again. */
  closeJob(input: { step: Step; order: string; job: string; at: number; stage: 'refused' | 'unpaid' }): Promise<void>
  /**
   * Stops the job, so that nothing starts any more, and says what ending the order costs now.
   * Refuses `terms_changed`, and stops nothing, when the refund is not the `expected` one.
   */
  endingTerms(input: { order: string; whole: boolean; amount?: number; expected?: number }): Promise<EndingTerms>
  /** The order's last step: slots are released, quotes and job closed. */
  /** `refund` is what the shopper gets back, and with it what settles a report that is open. */
  endOrder(input: { step: Step; order: string; at: number; refund: number; audit?: Audited }): Promise<void>
  openReport(input: {
    step: Step
    order: string
    report: string
    words: string
    photos: readonly string[]
    at: number
  }): Promise<void>
  closeReport(input: { step: Step; order: string; refund: number; at: number; audit?: Audited }): Promise<void>
  audit(input: { step: Step; audit: Audited }): Promise<void>
  /** An operator has paid the factory by bank; `reference` is the bank's. */
  confirmPayout(input: { step: Step; job: string; reference: string; audit: Audited }): Promise<void>
  /** Divides what is still held between those who earned it. */
  earn(input: { step: Step; order: string }): Promise<void>
}

export type BookedJob = {
  readonly operations: readonly JobOperationInput[]
  readonly startsAt: number
  readonly finishesAt: number
  readonly deliverBy: number
}

export type Audited = { readonly operator: string; readonly action: string; readonly reason: string }

/** Calls to parties outside; every one carries a key of order and step, so that a second try changes nothing. */
export type OrderEffects = {
  openCheckout(input: {
    step: Step
    order: string
    attempt: number
    quote: string
    expiresWall: number
  }): Promise<{ checkoutUrl: string }>
  readPayment(input: { order: string; attempt: number }): Promise<PaymentTruth>
  /** Takes the money; `failed` carries the issuer's reason. */
  capture(input: {
    order: string
    attempt: number
    amount: number
  }): Promise<{ captured: true } | { captured: false; reason: string }>
  /** Gives up a session or an authorisation. `captured` says that it was too late for that. */
  releasePayment(input: { order: string; attempt: number }): Promise<{ released: boolean }>
  refund(input: { order: string; attempt: number; amount: number; key: string }): Promise<void>
  /** `at` is business epoch ms. */
  payOut(input: { order: string; job: string; at: number }): Promise<PaidOut>
  readShipment(input: { order: string; reference: string }): Promise<ShipmentTruth>
  sendMail(input: {
    order: string
    kind: MailKind
    key: string
    values: Readonly<Record<string, string | number>>
  }): Promise<void>
}

export type PaidOut = {
  readonly state: 'nothing' | 'sent' | 'awaiting_operator'
  readonly factory: string
  readonly amount: number
  readonly currency: Currency
  readonly reference: string
}

export type { OrderPatch, Step }
