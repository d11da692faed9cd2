import { deadlines } from '#models/order/deadlines.ts'
import { records } from './calls.ts'
import { approve } from './ending.ts'
import { endUnpaid } from './lapse.ts'
import { readPayment, refuseJob } from './money.ts'
import type { Alarm, OrderProcess } from './process.ts'
import { quotesUnanswered } from './quotes.ts'

/** Nobody acted until an alarm's time: each wait ends in something sensible. */
export async function ring(order: OrderProcess, alarm: Alarm): Promise<void> {
  if (alarm.name === 'reminder') return remind(order)
  if (alarm.name === 'late') return turnLate(order)
  switch (order.stage) {
    case 'quoting':
    case 'offered':
      return quotesUnanswered(order)
    case 'awaiting_payment':
      return paymentOverdue(order)
    case 'awaiting_acceptance':
      return refuseJob(order, 'no_answer')
    case 'scheduled':
    case 'in_production':
      return workOverdue(order)
    case 'shipped':
      return handToOperator(order, order.reported ? 'report_escalated' : 'carrier_silent')
    case 'delivered':
      return order.reported ? handToOperator(order, 'report_escalated') : approve(order, 'silence')
    case 'completed':
    case 'cancelled':
    case 'refunded':
    case 'expired':
      return
  }
}

async function remind(order: OrderProcess): Promise<void> {
  order.reminderAt = undefined
  if (order.stage === 'offered') order.mail('quotes_expiring')
  if (order.stage !== 'awaiting_acceptance') return
  await order.record(order.step('acceptance_reminded'))
  order.mail('job_waiting')
}

async function turnLate(order: OrderProcess): Promise<void> {
  await order.record(order.step('late', { promisedAt: order.promisedAt ?? 0 }, { late: true }))
  order.mail('slipped', { promisedAt: order.promisedAt ?? 0, deliverBy: 0 })
}

/** The webhook may be late: the processor is asked once more before the order ends. */
async function paymentOverdue(order: OrderProcess): Promise<void> {
  await readPayment(order)
  if (order.stage === 'awaiting_payment') await endUnpaid(order, 'payment')
}

/** The factory's plan may have moved: within the promise the work has the time that it has there. */
async function workOverdue(order: OrderProcess): Promise<void> {
  const plan = order.job === undefined ? undefined : await records.jobPlan({ job: order.job })
  const planned = order.stage === 'scheduled' ? plan?.startsAt : plan?.finishesAt
  const dueAt = (planned ?? 0) + deadlines.jobStart
  if (plan === undefined || dueAt <= order.now() || dueAt > (order.promisedAt ?? 0))
    return handToOperator(order, 'job_overdue')
  await order.record(order.step('replanned', { finishesAt: plan.finishesAt }, { dueAt }))
}

async function handToOperator(
  order: OrderProcess,
  kind: 'job_overdue' | 'carrier_silent' | 'report_escalated',
): Promise<void> {
  await order.record(order.step(kind, {}, { waitingOn: 'operator', waitingSince: order.now(), dueAt: null }))
}
