import { condition, getExternalWorkflowHandle } from '@temporalio/workflow'
import { earned, paidOut, refunded } from '#models/money/ledger.ts'
import { deadlines } from '#models/order/deadlines.ts'
import type { Move } from '#models/order/moves.ts'
import { holderOf } from '#models/order/stages.ts'
import { jobWorkflowId } from '../job/messages.ts'
import { refusal } from '../refusal.ts'
import { effects, records } from './calls.ts'
import type { Audited, EndingTerms } from './effects.ts'
import type { Operated } from './messages.ts'
import type { OrderProcess } from './process.ts'

/** The shopper (or silence after delivery) approves: what is held is divided, and the factory is paid. */
export async function approve(order: OrderProcess, by: 'shopper' | 'silence'): Promise<void> {
  const step = order.moveStep('approved', 'approved', { by })
  await records.earn({ step, order: order.id })
  order.apply(step)
  await payOut(order)
}

/** Pays what the factory has earned. A bank transfer waits for the operator who makes it. */
async function payOut(order: OrderProcess): Promise<void> {
  if (order.job === undefined) return
  const paid = await effects.payOut({ order: order.id, job: order.job, at: order.now() })
  if (paid.state === 'nothing') return
  const data = { amount: paid.amount, currency: paid.currency, reference: paid.reference, factory: paid.factory }
  if (paid.state === 'sent') {
    const lines = [
      {
        transaction: `payout/${order.job}`,
        kind: 'payout',
        lines: paidOut(paid.factory, paid.amount, paid.currency, 'card'),
      },
    ]
    return order.record(order.step('payout_sent', data, {}, lines))
  }
  order.payout = { paid, confirmed: false }
  await order.record(order.step('payout_awaited', data, { waitingOn: 'operator', waitingSince: order.now() }))
}

/** An operator has made the bank transfer. */
export async function confirmPayout(order: OrderProcess, act: Operated & { reference: string }): Promise<void> {
  const { payout, job } = order
  if (payout === undefined || payout.confirmed || job === undefined)
    throw refusal('illegal_move', { stage: order.stage })
  const { paid } = payout
  const lines = [
    {
      transaction: `payout/${job}`,
      kind: 'payout',
      lines: paidOut(paid.factory, paid.amount, paid.currency, 'bank'),
    },
  ]
  const data = { amount: paid.amount, currency: paid.currency, reference: act.reference, factory: paid.factory }
  const step = order.step('payout_sent', data, { waitingOn: 'none', waitingSince: order.now() }, lines)
  await records.confirmPayout({ step, job, reference: act.reference, audit: audited(act, 'confirmPayout') })
  payout.confirmed = true
  order.apply(step)
}

/** After the last stage: open bank transfers are waited for, mails are sent. */
export async function finished(order: OrderProcess): Promise<void> {
  // Whoever brought the last stage about may still be paying the factory.
  await order.mutex.run(async () => undefined)
  const { payout } = order
  if (payout !== undefined) await condition(() => payout.confirmed)
  await order.mailed()
}

/** Cancels by the terms of this very moment; `expected` guards against terms that changed since the preview. */
export async function cancelOrder(
  order: OrderProcess,
  by: 'shopper' | 'operator',
  expected?: number,
): Promise<{ refunded: number }> {
  order.after('cancelled')
  const terms = await records.endingTerms({
    order: order.id,
    whole: false,
    ...(expected === undefined ? {} : { expected }),
  })
  await endWithRefund(order, 'cancelled', terms, { by })
  order.mail('cancelled', { refund: terms.refund })
  return { refunded: terms.refund }
}

/** An operator ends the order at any point, giving back everything or `amount`. */
export async function operatorRefund(
  order: OrderProcess,
  act: Operated & { amount?: number },
): Promise<{ refunded: number }> {
  if (order.ended) throw refusal('illegal_move', { stage: order.stage })
  if ((act.amount ?? 0) > order.captured) throw refusal('bad_input', { field: 'amount' })
  const move: Move = order.captured > 0 ? 'refunded' : 'cancelled'
  order.after(move)
  const terms = await records.endingTerms({
    order: order.id,
    whole: true,
    ...(act.amount === undefined ? {} : { amount: act.amount }),
  })
  await endWithRefund(order, move, terms, { by: 'operator' }, audited(act, 'cancelWithRefund'))
  order.mail('refunded', { refund: terms.refund })
  return { refunded: terms.refund }
}

/** Money first, then the row: a refund that is tried again is one refund by its key. */
async function endWithRefund(
  order: OrderProcess,
  move: 'cancelled' | 'refunded',
  terms: EndingTerms,
  data: { by: string },
  audit?: Audited,
): Promise<void> {
  const { attempt, picked } = order
  const key = `refund/${order.id}/${attempt}`
  if (order.captured === 0) {
    if (attempt > 0) await effects.releasePayment({ order: order.id, attempt })
  } else if (terms.refund > 0) {
    await effects.refund({ order: order.id, attempt, amount: terms.refund, key })
  }
  const ledger =
    order.captured === 0 || picked === undefined
      ? []
      : [
          { transaction: key, kind: 'refund', lines: refunded(order.id, terms.refund, terms.currency) },
          {
            transaction: `earn/${order.id}`,
            kind: 'earn',
            lines: earned(order.id, picked.factory, terms.shares, terms.currency),
          },
        ].filter(({ lines }) => lines.length > 0)
  const step = order.moveStep(
    move,
    move,
    { ...data, refund: terms.refund, kept: terms.kept, currency: terms.currency },
    { ledger },
  )
  await records.endOrder({
    step,
    order: order.id,
    at: order.now(),
    refund: terms.refund,
    ...(audit === undefined ? {} : { audit }),
  })
  order.apply(step)
  order.reminderAt = undefined
  if (order.job !== undefined && order.captured > 0) {
    await getExternalWorkflowHandle(jobWorkflowId(order.id, order.jobs))
      .signal('stopJob', { reason: move })
      .catch(() => undefined)
    if (terms.shares.factory > 0) await payOut(order)
  }
}

/** The shopper reports a problem: the payout waits until it is settled. */
export async function openReport(
  order: OrderProcess,
  report: { id: string; words: string; photos: readonly string[] },
): Promise<void> {
  const open = order.stage === 'delivered' || order.stage === 'shipped'
  if (!open || order.reported) throw refusal('illegal_move', { stage: order.stage })
  const now = order.now()
  const patch = { waitingOn: 'factory' as const, waitingSince: now, dueAt: now + deadlines.report }
  const step = order.step('reported', { report: report.id, photos: report.photos.length }, patch)
  await records.openReport({
    step,
    order: order.id,
    report: report.id,
    words: report.words,
    photos: report.photos,
    at: now,
  })
  order.reported = true
  order.apply(step)
  order.mail('report_opened')
}

/** Settles a report: the whole price back ends the order, a part or nothing lets the rest be paid out. */
export async function settleReport(order: OrderProcess, act: Operated & { refund: number }): Promise<void> {
  if (!order.reported || order.ended) throw refusal('illegal_move', { stage: order.stage })
  if (act.refund > order.captured) throw refusal('bad_input', { field: 'refund' })
  if (act.refund === order.captured) {
    await operatorRefund(order, act)
    return
  }
  const { picked } = order
  if (picked === undefined) throw refusal('illegal_move', { stage: order.stage })
  const key = `refund/${order.id}/report`
  if (act.refund > 0) await effects.refund({ order: order.id, attempt: order.attempt, amount: act.refund, key })
  const ledger =
    act.refund > 0 ? [{ transaction: key, kind: 'refund', lines: refunded(order.id, act.refund, picked.currency) }] : []
  const now = order.now()
  // Reported on the way, the goods are still with the carrier; delivered, the rest is paid out at once.
  const patch =
    order.stage === 'shipped'
      ? { waitingOn: holderOf(order.stage), waitingSince: now, dueAt: now + deadlines.carrierSilence }
      : { waitingOn: 'system' as const, waitingSince: now }
  const step = order.step('report_settled', { refund: act.refund, currency: picked.currency }, patch, ledger)
  await records.closeReport({
    step,
    order: order.id,
    refund: act.refund,
    at: now,
    audit: audited(act, 'settleReport'),
  })
  order.reported = false
  order.apply(step)
  if (order.stage === 'delivered') await approve(order, 'shopper')
}

const audited = (act: Operated, action: string): Audited => ({ operator: act.operator, action, reason: act.reason })
