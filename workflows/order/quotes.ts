import { getExternalWorkflowHandle, ParentClosePolicy, sleep, startChild } from '@temporalio/workflow'
import { businessSpan } from '#models/order/clock.ts'
import { deadlines, roundsBeforeEnd } from '#models/order/deadlines.ts'
import { quotingWorkflowId } from '../quoting/messages.ts'
import type { quoting } from '../quoting/workflow.ts'
import { unlessRefused } from '../refusal.ts'
import { searchAttributes as key } from '../search-attributes.ts'
import { records } from './calls.ts'
import { endUnpaid } from './lapse.ts'
import type { Submission, SubmitAnswer } from './messages.ts'
import type { OrderProcess } from './process.ts'

/** Freezes what was submitted and brings the first quotes, all within the caller's call. */
export async function openOrder(order: OrderProcess, submission: Submission): Promise<SubmitAnswer> {
  const opening = order.step('submitted', { product: submission.product, quantity: submission.quantity }, {})
  const { hash } = await records.openOrder({ submission, step: opening })
  order.apply(opening)
  order.submitted = true
  const quotes = await askFactories(order, 'answering')
  return { order: order.id, hash, quotes }
}

/**
 * One automatic round: rate cards bid at once, hand bidders get a round of their own. Leads to `offered`, or stays in `quoting`.
 * `answering`: somebody waits for these quotes, and the order is new.
 */
export async function askFactories(order: OrderProcess, answering?: 'answering'): Promise<SubmitAnswer['quotes']> {
  const round = order.round + 1
  const now = order.now()
  const holdUntil = now + deadlines.quoteHold
  const handDeadline = now + deadlines.handRound
  const patch = { round }
  const quoted = order.moveStep('quoted', 'quoted', { round }, { dueAt: holdUntil, patch })
  const none = order.step(
    'no_quotes',
    { round },
    { ...patch, stage: 'quoting', waitingOn: 'factory', waitingSince: now, dueAt: handDeadline },
  )
  const answer = await records.automaticRound({
    order: order.id,
    round,
    exclude: order.refusedBy,
    holdUntil,
    handDeadline,
    quoted,
    none,
  })
  order.round = round
  order.apply(answer.quotes.length > 0 ? quoted : none)
  const handRound = answer.requests.length > 0 ? openHandRound(order, round, handDeadline, answer.requests) : undefined
  if (handRound !== undefined) order.aside(handRound)
  // Whoever waits for the first quotes waits neither for the hand round nor for mails: those go in the task in which the server says
  // that it has begun, or else in one that a timer wakes.
  const answered = answering && (handRound ?? sleep(1, { summary: 'The quotes have gone' }))
  if (answering) order.mail('order_received', {}, answered)
  if (answer.quotes.length > 0) {
    order.reminderAt = holdUntil - deadlines.quoteReminder
    order.mail('quotes_ready', { count: answer.quotes.length }, answered)
  }
  return answer.quotes
}

async function openHandRound(
  order: OrderProcess,
  round: number,
  deadline: number,
  requests: readonly string[],
): Promise<void> {
  const { input } = order
  order.handRound = round
  const asked = await startChild<typeof quoting>('quoting', {
    workflowId: quotingWorkflowId(order.id, round),
    args: [
      { order: order.id, round, clock: input.clock, deadline, requests, product: input.product, site: input.site },
    ],
    parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
    staticSummary: `Hand bids, round ${round}: ${requests.length} factories asked`,
    typedSearchAttributes: [{ key: key.product, value: input.product }],
  })
  // The round ends when everybody has answered, at its deadline, or with the question; its result says no more than that.
  const over = () => order.mutex.run(() => unlessRefused(() => closeHandRound(order, round)))
  void asked.result().then(over, over)
}

/** The hand round of the earlier question ends with it: a late bid would answer what is no longer asked. */
async function closeOpenRound(order: OrderProcess): Promise<void> {
  const round = order.handRound
  if (round === undefined) return
  order.handRound = undefined
  await getExternalWorkflowHandle(quotingWorkflowId(order.id, round))
    .cancel()
    .catch(() => undefined)
}

/** A hand quote was written: the order is on offer, at least as long as that quote is held. */
export async function takeHandQuote(order: OrderProcess, quote: string): Promise<void> {
  if (order.stage !== 'quoting' && order.stage !== 'offered') return
  const holdUntil = order.now() + deadlines.quoteHold
  const first = order.stage === 'quoting'
  await order.record(order.moveStep('quoted', 'quoted', { quote }, { dueAt: holdUntil }))
  if (!first) return
  // Later quotes move no reminder: it is for the places that are given back first.
  order.reminderAt = holdUntil - deadlines.quoteReminder
  order.mail('quotes_ready', { count: 1 })
}

/** The hand round ended; without any quote the order asks again or ends honestly. */
async function closeHandRound(order: OrderProcess, round: number): Promise<void> {
  if (order.handRound === round) order.handRound = undefined
  if (order.stage !== 'quoting' || round !== order.round) return
  await quotesUnanswered(order)
}

/** Nobody quoted, or the quotes went unanswered: ask again while rounds are left, else end. */
export async function quotesUnanswered(order: OrderProcess): Promise<void> {
  order.reminderAt = undefined
  if (order.round < roundsBeforeEnd) return askAgain(order, 'unanswered')
  await endUnpaid(order, 'quotes')
}

/** A new round. The earlier quotes lapse with their holds. */
export async function askAgain(order: OrderProcess, reason: string): Promise<void> {
  if (order.stage !== 'quoting') await order.record(order.moveStep('asked_again', 'asked_again', { reason }))
  order.picked = undefined
  await closeOpenRound(order)
  await askFactories(order)
  if (order.stage === 'quoting') order.mail('no_quotes')
}

/** The slot of a picked quote outlives the way to the Checkout page and its life, both in wall time. */
export const paymentWait = (order: OrderProcess): number =>
  Math.max(businessSpan(order.input.clock, deadlines.toCheckoutWall + deadlines.checkoutWall), deadlines.quoteReminder)
