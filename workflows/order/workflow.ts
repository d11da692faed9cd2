import { allHandlersFinished, condition, setHandler } from '@temporalio/workflow'
import type { Stage } from '#models/order/stages.ts'
import { refusal, unlessRefused } from '../refusal.ts'
import { ring } from './alarms.ts'
import { effects, records } from './calls.ts'
import { approve, cancelOrder, confirmPayout, finished, openReport, operatorRefund, settleReport } from './ending.ts'
import { acceptJob, finishSlipped, handedOver, productionStarted, readShipment } from './making.ts'
import * as message from './messages.ts'
import { openCheckout, pickQuote, readPayment, refuseJob } from './money.ts'
import { OrderProcess } from './process.ts'
import { askAgain, closeHandRound, openOrder, takeHandQuote } from './quotes.ts'

/** A submission that never came after the start is given up after this long. */
const submissionWait = '1 minute'

/**
 * One order, from its submission to the factory's payout. The stage says what is waited for; whoever is waited for acts by
 * an update or a signal, and when nobody does the next alarm rings.
 */
export async function order(input: message.OrderInput): Promise<{ stage: Stage }> {
  const process = new OrderProcess(input)
  handle(process)
  const opened = await condition(() => process.submitted, submissionWait, { summary: 'Waiting for the submission' })
  if (!opened) return { stage: process.stage }

  while (!process.ended) {
    const { revision, stage } = process
    const alarm = process.nextAlarm()
    const changed = () => process.revision !== revision
    if (alarm === undefined) {
      await condition(changed)
      continue
    }
    const acted = await condition(changed, process.until(alarm.at), {
      summary: `${alarm.name} while ${stage.replaceAll('_', ' ')}`,
    })
    if (acted) continue
    await process.mutex.run(async () => {
      if (!changed()) await unlessRefused(() => ring(process, alarm))
    })
  }
  await finished(process)
  await condition(allHandlersFinished)
  return { stage: process.stage }
}

/** Who may act, and how. Every act waits its turn, and is checked against the table of moves when its turn comes. */
function handle(order: OrderProcess): void {
  const alone = <Result>(work: () => Promise<Result>) => order.mutex.run(work)

  setHandler(message.submit, (submission) => alone(() => openOrder(order, submission)))
  setHandler(message.pick, ({ quote }) => alone(() => pickQuote(order, quote)), {
    validator: (_act) => legal(order, 'picked'),
  })
  setHandler(message.pay, () => alone(() => openCheckout(order)), {
    validator: () => {
      if (order.stage !== 'awaiting_payment') throw refusal('illegal_move', { stage: order.stage })
    },
  })
  setHandler(message.checkPayment, () =>
    alone(async () => {
      await readPayment(order)
      return { stage: order.stage }
    }),
  )
  setHandler(message.accept, ({ job }) =>
    alone(async () => {
      await acceptJob(order, job)
      return { stage: order.stage }
    }),
  )
  setHandler(
    message.refuse,
    ({ job, reason }) =>
      alone(async () => {
        if (order.job !== job) throw refusal('illegal_move', { stage: order.stage, job })
        await refuseJob(order, reason)
      }),
    { validator: (_act) => legal(order, 'refused') },
  )
  setHandler(message.cancel, ({ by, expected }) => alone(() => cancelOrder(order, by, expected)), {
    validator: (_act) => legal(order, 'cancelled'),
  })
  setHandler(
    message.confirm,
    () =>
      alone(async () => {
        if (order.reported) throw refusal('illegal_move', { stage: order.stage, move: 'approved' })
        await approve(order, 'shopper')
      }),
    { validator: () => legal(order, 'approved') },
  )
  setHandler(message.report, (report) => alone(() => openReport(order, report)))

  const told = (work: () => Promise<void>) => alone(() => unlessRefused(work))
  setHandler(message.paymentMoved, () => told(() => readPayment(order)))
  setHandler(message.shipmentMoved, ({ reference }) => told(() => readShipment(order, reference)))
  setHandler(message.quoteArrived, ({ quote }) => told(() => takeHandQuote(order, quote)))
  setHandler(message.handRoundEnded, ({ round }) => told(() => closeHandRound(order, round)))
  setHandler(message.jobMoved, (moved) =>
    told(async () => {
      if (moved.job !== order.job) return
      if (moved.kind === 'started') await productionStarted(order)
      if (moved.kind === 'slipped') await finishSlipped(order, moved.deliverBy)
      if (moved.kind === 'handed_over') await handedOver(order)
    }),
  )
  setHandler(message.orderView, () => order.view())
  handleOperators(order)
}

function handleOperators(order: OrderProcess): void {
  setHandler(message.extendDeadline, (act) =>
    order.mutex.run(async () => {
      const { dueAt } = order
      if (dueAt === undefined || order.ended) throw refusal('illegal_move', { stage: order.stage })
      if (!(act.hours > 0) || act.hours > 24 * 60) throw refusal('bad_input', { field: 'hours' })
      const later = Math.max(dueAt, order.now()) + act.hours * 3_600_000
      const step = order.step('deadline_extended', { hours: act.hours }, { dueAt: later })
      await records.audit({ step, audit: { operator: act.operator, action: 'extendDeadline', reason: act.reason } })
      order.apply(step)
    }),
  )
  setHandler(
    message.requote,
    (act) =>
      order.mutex.run(async () => {
        await readPayment(order)
        order.after('asked_again')
        if (order.attempt > 0) await effects.releasePayment({ order: order.id, attempt: order.attempt })
        const step = order.moveStep('asked_again', 'asked_again', { reason: 'operator' }, { patch: { quoteId: null } })
        await records.audit({ step, audit: { operator: act.operator, action: 'requote', reason: act.reason } })
        order.apply(step)
        await askAgain(order, 'operator')
      }),
    { validator: (_act) => legal(order, 'asked_again') },
  )
  setHandler(message.cancelWithRefund, (act) => order.mutex.run(() => operatorRefund(order, act)))
  setHandler(message.settleReport, (act) => order.mutex.run(() => settleReport(order, act)))
  setHandler(message.confirmPayout, (act) => order.mutex.run(() => confirmPayout(order, act)))
}

/** For validators: refuses before anything is written to the history. */
function legal(order: OrderProcess, move: Parameters<OrderProcess['after']>[0]): void {
  order.after(move)
}
