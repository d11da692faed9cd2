import { allHandlersFinished, condition, setHandler } from '@temporalio/workflow'
import { holderOf, type Stage } from '#models/order/stages.ts'
import { refusal, unlessRefused } from '../refusal.ts'
import { ring } from './alarms.ts'
import { effects, records } from './calls.ts'
import { approve, cancelOrder, confirmPayout, finished, openReport, operatorRefund, settleReport } from './ending.ts'
import { acceptJob, delivered, finishSlipped, productionStarted, readShipment } from './making.ts'
import * as message from './messages.ts'
import { openCheckout, pickQuote, readPayment, refuseJob } from './money.ts'
import { checkAct } from './operated.ts'
import { type Alarm, OrderProcess } from './process.ts'
import { askAgain, openOrder, takeHandQuote } from './quotes.ts'

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
  // A submission that is still being written, while the database is away, is no missing one.
  if (!opened) await condition(allHandlersFinished)
  if (!process.submitted) return { stage: process.stage }

  while (!process.ended) {
    const { stage } = process
    const alarm = process.nextAlarm()
    // What leaves the next alarm where it is leaves its timer running.
    const changed = () => process.ended || !isSame(process.nextAlarm(), alarm)
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

const isSame = (a: Alarm | undefined, b: Alarm | undefined): boolean => a?.name === b?.name && a?.at === b?.at

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
        // Only the carrier or the shopper ends a delivery; whoever says that all is good has it.
        if (order.stage === 'shipped') await delivered(order, order.now())
        await approve(order, 'shopper')
      }),
    { validator: () => legal(order, order.stage === 'shipped' ? 'delivered' : 'approved') },
  )
  setHandler(message.report, (report) => alone(() => openReport(order, report)))

  const told = (work: () => Promise<void>) => alone(() => unlessRefused(work))
  setHandler(message.paymentMoved, () => {
    // Whatever came while a read waits for its turn is read with it.
    if (order.paymentNoticed) return
    order.paymentNoticed = true
    return told(() => {
      order.paymentNoticed = false
      return readPayment(order)
    })
  })
  setHandler(message.shipmentMoved, ({ reference }) => told(() => readShipment(order, reference)))
  setHandler(message.quoteArrived, ({ quote }) => told(() => takeHandQuote(order, quote)))
  setHandler(message.jobMoved, (moved) =>
    told(async () => {
      if (moved.job !== order.job) return
      if (moved.kind === 'started') await productionStarted(order)
      if (moved.kind === 'slipped') await finishSlipped(order, moved.deliverBy)
    }),
  )
  setHandler(message.orderView, () => order.view())
  handleOperators(order)
}

/** What the Temporal UI shows beside an operators' update. */
const asJson = (fields: string): string => `JSON with ${fields}: docs/operating.md has it to paste`

function handleOperators(order: OrderProcess): void {
  setHandler(message.extendDeadline, (act) => order.mutex.run(() => extendDeadline(order, act)), {
    validator: (act) => checkAct('extendDeadline', act),
    description: asJson('operator, reason, hours'),
  })
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
    {
      validator: (act) => {
        checkAct('requote', act)
        legal(order, 'asked_again')
      },
      description: asJson('operator, reason'),
    },
  )
  setHandler(message.cancelWithRefund, (act) => order.mutex.run(() => operatorRefund(order, act)), {
    validator: (act) => checkAct('cancelWithRefund', act),
    description: asJson('operator, reason, and amount unless all goes back'),
  })
  setHandler(message.settleReport, (act) => order.mutex.run(() => settleReport(order, act)), {
    validator: (act) => checkAct('settleReport', act),
    description: asJson('operator, reason, refund'),
  })
  setHandler(message.confirmPayout, (act) => order.mutex.run(() => confirmPayout(order, act)), {
    validator: (act) => checkAct('confirmPayout', act),
    description: asJson('operator, reason, reference'),
  })
}

/** More time for who holds the clock. Where an operator was called because time ran out, it goes back to who held it before. */
async function extendDeadline(order: OrderProcess, act: message.Operated & { hours: number }): Promise<void> {
  const called = order.waitingOn === 'operator'
  if (order.ended || (order.dueAt === undefined && !called)) throw refusal('illegal_move', { stage: order.stage })
  const now = order.now()
  const dueAt = Math.max(order.dueAt ?? now, now) + act.hours * 3_600_000
  const holder = order.reported ? 'factory' : holderOf(order.stage)
  const step = order.step(
    'deadline_extended',
    { hours: act.hours },
    called ? { dueAt, waitingOn: holder, waitingSince: now } : { dueAt },
  )
  await records.audit({ step, audit: { operator: act.operator, action: 'extendDeadline', reason: act.reason } })
  order.apply(step)
}

/** For validators: refuses before anything is written to the history. */
function legal(order: OrderProcess, move: Parameters<OrderProcess['after']>[0]): void {
  order.after(move)
}
