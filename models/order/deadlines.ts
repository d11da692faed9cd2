const hour = 3_600_000

/** How long each wait lasts, in business milliseconds, unless the name says wall. */
export const deadlines = {
  /** hand bids; lies before checkout, since an authorisation cannot wait for quotes */
  handRound: 24 * hour,
  /** an offered quote's slot is held this long while the shopper decides */
  quoteHold: 72 * hour,
  /** a slot begins no earlier than this after the question, so that deciding does not cost the date */
  decision: 48 * hour,
  /** the shopper is reminded this long before the slots go */
  quoteReminder: 12 * hour,
  /** a factory answers within 72 h: a card's authorisation may lapse after 4 d 18 h (Visa, merchant-initiated) */
  acceptance: 72 * hour,
  /** the factory is reminded, and operators see it, after a third of that */
  acceptanceReminder: 24 * hour,
  /** after delivery the shopper looks, then silence is consent */
  inspection: 72 * hour,
  /** a shopper's report that the factory leaves unanswered goes to the operator */
  report: 48 * hour,
  /** carrier's silence past the expected day before an operator looks */
  carrierSilence: 48 * hour,
  /** a job that has not started this long after its first planned start is looked at */
  jobStart: 24 * hour,
  /** Checkout sessions live 30 minutes at least (Stripe); wall time */
  checkoutWall: 31 * 60_000,
  /** who has picked goes to pay within this, or the wait begins anew; wall time */
  toCheckoutWall: 10 * 60_000,
  /** a capture is tried no later than this before the card's authorisation lapses; wall time */
  captureMarginWall: 30 * 60_000,
} as const

/** How often an order that nobody answered asks the factories again before it ends. */
export const roundsBeforeEnd = 2

/** Working days between the shipping of goods and the promise that stand for what nobody foresees. */
export const promiseBuffer = 2

/** How far ahead a plan may reach, ms; a factory that is full for longer does not bid. */
export const planningHorizon = 120 * 24 * hour
