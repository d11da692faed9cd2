import { businessSpan } from '#models/order/clock.ts'
import { deadlines } from '#models/order/deadlines.ts'
import { refusal } from '../refusal.ts'
import { effects, records } from './calls.ts'
import { endUnpaid } from './lapse.ts'
import type { OrderProcess } from './process.ts'
import { askAgain, paymentWait } from './quotes.ts'

/** The shopper picks: the slot is held past the Checkout page's life. */
export async function pickQuote(order: OrderProcess, quote: string): Promise<void> {
  if (order.checkoutUrl !== undefined) {
    // Another quote was picked before: its page must not take money any more. If it just did, that payment stands.
    await readPayment(order)
    if (order.stage === 'awaiting_payment') await effects.releasePayment({ order: order.id, attempt: order.attempt })
  }
  const now = order.now()
  const dueAt = now + paymentWait(order)
  const step = order.moveStep('picked', 'picked', { quote }, { dueAt, patch: { quoteId: quote } })
  order.picked = await records.pickQuote({ step, order: order.id, quote, at: now, heldUntil: dueAt })
  order.reminderAt = undefined
  order.attempt += 1
  order.checkoutUrl = undefined
  order.apply(step)
}

/** Gives the hosted page of the current attempt, opened once. */
export async function openCheckout(order: OrderProcess): Promise<{ checkoutUrl: string }> {
  if (order.stage !== 'awaiting_payment' || order.picked === undefined)
    throw refusal('illegal_move', { stage: order.stage })
  if (order.checkoutUrl !== undefined) return { checkoutUrl: order.checkoutUrl }
  const expiresWall = Date.now() + deadlines.checkoutWall
  // The time that picking gave is kept, where it is enough for the page's life.
  const dueAt = Math.max(order.dueAt ?? 0, order.now() + businessSpan(order.input.clock, deadlines.checkoutWall))
  const step = order.step('checkout_opened', { attempt: order.attempt }, { dueAt })
  const { checkoutUrl } = await effects.openCheckout({
    step,
    order: order.id,
    attempt: order.attempt,
    quote: order.picked.quote,
    expiresWall,
  })
  order.checkoutUrl = checkoutUrl
  order.apply(step)
  return { checkoutUrl }
}

/** Fetches what the card processor says and moves the order accordingly. Safe to call at any time, any number of times. */
export async function readPayment(order: OrderProcess): Promise<void> {
  if (order.attempt === 0 || order.checkoutUrl === undefined || order.captured > 0) return
  const truth = await effects.readPayment({ order: order.id, attempt: order.attempt })
  if (truth.state === 'authorised') {
    if (order.stage === 'awaiting_payment') await authorised(order, truth.captureByWall)
    else if (order.ended || order.stage === 'offered')
      await effects.releasePayment({ order: order.id, attempt: order.attempt })
    return
  }
  if (truth.state === 'failed' && order.stage === 'awaiting_payment') {
    const reason = truth.failure ?? 'declined'
    // Several notices tell of one refusal, and the shopper hears of it once.
    const refused = `${order.attempt}/${truth.charge ?? reason}`
    if (order.refusalTold === refused) return
    order.refusalTold = refused
    await order.record(order.step('payment_failed', { reason }))
    order.mail('payment_failed', { reason })
    return
  }
  const gone = truth.state === 'lapsed' || truth.state === 'released'
  if (gone && order.stage === 'awaiting_payment') return endUnpaid(order, 'payment')
  if (gone && order.stage === 'awaiting_acceptance') await refuseJob(order, 'authorisation_lapsed')
}

/** The card is authorised: the factory is asked to accept, before the authorisation can lapse. */
async function authorised(order: OrderProcess, captureByWall: number | undefined): Promise<void> {
  const { picked } = order
  if (picked === undefined) return
  const now = order.now()
  const lapse =
    captureByWall === undefined ? Number.POSITIVE_INFINITY : captureByWall - deadlines.captureMarginWall - Date.now()
  const acceptBy = Math.min(now + deadlines.acceptance, now + Math.max(0, lapse) * order.input.clock.speed)
  const n = order.jobs + 1
  const job = `${order.id}-${n}`
  const step = order.moveStep(
    'authorised',
    'authorised',
    { amount: picked.amount, currency: picked.currency },
    {
      dueAt: acceptBy,
      patch: { jobId: job, promisedAt: picked.deliverBy },
    },
  )
  await records.openJob({ step, order: order.id, job, n, quote: picked.quote, acceptBy, at: now })
  order.jobs = n
  order.job = job
  order.reminderAt = now + deadlines.acceptanceReminder
  order.apply(step)
  order.mail('job_waiting')
}

/** The factory does not make it: money and slots are released, and the others are asked again. */
export async function refuseJob(order: OrderProcess, reason: string): Promise<void> {
  const { job, picked } = order
  if (job === undefined || picked === undefined) throw refusal('illegal_move', { stage: order.stage })
  const step = order.moveStep(
    'refused',
    'refused',
    { factory: picked.factoryName, reason },
    { patch: { quoteId: null, jobId: null, promisedAt: null } },
  )
  await effects.releasePayment({ order: order.id, attempt: order.attempt })
  await records.closeJob({ step, order: order.id, job, at: order.now(), stage: 'refused' })
  order.apply(step)
  order.refusedBy.push(picked.factory)
  order.reminderAt = undefined
  order.job = undefined
  order.checkoutUrl = undefined
  order.mail('refused', { factory: picked.factoryName })
  await askAgain(order, 'refused')
}
