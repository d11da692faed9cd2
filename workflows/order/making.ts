import { ParentClosePolicy, startChild } from '@temporalio/workflow'
import { captured } from '#models/money/ledger.ts'
import { deadlines } from '#models/order/deadlines.ts'
import { jobWorkflowId } from '../job/messages.ts'
import type { job as jobWorkflow } from '../job/workflow.ts'
import { refusal, unlessRefused } from '../refusal.ts'
import { searchAttributes as key } from '../search-attributes.ts'
import { effects, records } from './calls.ts'
import type { BookedJob, PickedQuote } from './effects.ts'
import type { OrderProcess } from './process.ts'

/** The factory accepts: machines and people are booked first, then the money is taken, then work may begin. */
export async function acceptJob(order: OrderProcess, job: string): Promise<void> {
  const { picked } = order
  if (order.job === job && order.captured > 0) return
  order.after('accepted')
  if (picked === undefined || order.job !== job) throw refusal('illegal_move', { stage: order.stage, job })
  const booked = await records.bookJob({ order: order.id, job, quote: picked.quote, at: order.now() })
  const capture = await effects.capture({ order: order.id, attempt: order.attempt, amount: picked.amount })
  if (!capture.captured) {
    await captureFailed(order, job, capture.reason)
    throw refusal('payment_unavailable', { reason: capture.reason })
  }
  const step = order.moveStep(
    'accepted',
    'accepted',
    { factory: picked.factoryName, startsAt: booked.startsAt, finishesAt: booked.finishesAt },
    {
      dueAt: booked.startsAt + deadlines.jobStart,
      ledger: [
        {
          transaction: `capture/${order.id}/${order.attempt}`,
          kind: 'capture',
          lines: captured(order.id, picked.amount, picked.currency),
        },
      ],
    },
  )
  await records.acceptJob({ step, job, attempt: order.attempt, amount: picked.amount })
  order.captured = picked.amount
  order.reminderAt = undefined
  order.apply(step)
  await startJob(order, job, picked, booked)
  order.mail('accepted', { factory: picked.factoryName, deliverBy: picked.deliverBy })
  await finishSlipped(order, booked.deliverBy)
}

/** The money could not be taken: the slots are free again and the shopper may pay anew. */
async function captureFailed(order: OrderProcess, job: string, reason: string): Promise<void> {
  // What the bank still holds back for us is let go before a new attempt asks for it again.
  await effects.releasePayment({ order: order.id, attempt: order.attempt })
  const dueAt = order.now() + deadlines.quoteHold
  const step = order.moveStep('capture_failed', 'capture_failed', { reason }, { dueAt, patch: { jobId: null } })
  await records.closeJob({ step, order: order.id, job, at: order.now(), stage: 'unpaid' })
  order.job = undefined
  order.checkoutUrl = undefined
  order.attempt += 1
  order.reminderAt = undefined
  order.apply(step)
  order.mail('payment_failed', { reason })
}

async function startJob(order: OrderProcess, job: string, picked: PickedQuote, booked: BookedJob): Promise<void> {
  const { input } = order
  const made = await startChild<typeof jobWorkflow>('job', {
    workflowId: jobWorkflowId(order.id, order.jobs),
    args: [
      {
        job,
        order: order.id,
        n: order.jobs,
        factory: picked.factory,
        clock: input.clock,
        operations: booked.operations,
        startsAt: booked.startsAt,
        site: input.site,
        product: input.product,
      },
    ],
    parentClosePolicy: ParentClosePolicy.ABANDON,
    staticSummary: `Job at ${picked.factoryName}`,
    typedSearchAttributes: [
      { key: key.product, value: input.product },
      { key: key.factory, value: picked.factory },
      { key: key.belt, value: picked.belt },
    ],
  })
  // The job ends when its cartons are with the carrier; one that was stopped says so, and one that was ended by hand is for its operator.
  void made.result().then(
    ({ expectedAt }) =>
      expectedAt === undefined ? undefined : order.mutex.run(() => unlessRefused(() => handedOver(order, expectedAt))),
    () => undefined,
  )
}

/** The first operation has begun. */
export async function productionStarted(order: OrderProcess): Promise<void> {
  if (order.stage !== 'scheduled' || order.picked === undefined) return
  await order.record(
    order.moveStep('started', 'production_started', {}, { dueAt: order.picked.finishesAt + deadlines.jobStart }),
  )
}

/** Work will end later than planned; the shopper is told when the promised date goes with it, and again when it gets worse. */
export async function finishSlipped(order: OrderProcess, deliverBy: number): Promise<void> {
  const making = order.stage === 'scheduled' || order.stage === 'in_production'
  if (!making || order.promisedAt === undefined || deliverBy <= (order.slippedTo ?? order.promisedAt)) return
  order.slippedTo = deliverBy
  await order.record(order.step('slipped', { promisedAt: order.promisedAt, deliverBy }))
  order.mail('slipped', { promisedAt: order.promisedAt, deliverBy })
}

/** The cartons are with the carrier, who is asked after when silent past the day expected. */
export async function handedOver(order: OrderProcess, expectedAt: number): Promise<void> {
  if (order.stage !== 'in_production') return
  const dueAt = Math.max(expectedAt, order.now()) + deadlines.carrierSilence
  await order.record(order.moveStep('handed_over', 'handed_over', {}, { dueAt }))
  order.mail('shipped')
  if (order.noticedShipment !== undefined) await readShipment(order, order.noticedShipment)
}

/** Fetches what the carrier says; only the carrier or the shopper ends a delivery. */
export async function readShipment(order: OrderProcess, reference: string): Promise<void> {
  // The carrier may be quicker than the news that it has the cartons.
  if (order.stage === 'in_production') order.noticedShipment = reference
  if (order.stage !== 'shipped') return
  const truth = await effects.readShipment({ order: order.id, reference })
  if (!truth.fresh) return
  if (truth.state === 'delivered') return delivered(order, truth.at)
  // Several notices tell of one movement, and the shopper hears of it once.
  const movement = `${truth.state}/${truth.at}`
  if (order.movementTold === movement) return
  order.movementTold = movement
  const stuck = truth.state === 'lost' || truth.state === 'failed'
  const dueAt = Math.max(truth.expectedAt ?? 0, order.now()) + deadlines.carrierSilence
  const moving = order.reported ? {} : { waitingOn: 'carrier' as const, dueAt }
  const patch = stuck ? { waitingOn: 'operator' as const, waitingSince: order.now(), dueAt: null } : moving
  await order.record(order.step('tracked', { state: truth.state, at: truth.at }, patch))
}

/** The goods are with the shopper, who now looks. A report that came on the way goes on waiting for its answer. */
export async function delivered(order: OrderProcess, at: number): Promise<void> {
  const dueAt = order.now() + deadlines.inspection
  const late = order.late || (order.promisedAt ?? at) < at
  const step = order.moveStep('delivered', 'delivered', { at }, { dueAt, patch: { late } })
  const reported = { waitingOn: order.waitingOn, waitingSince: order.waitingSince, dueAt: order.dueAt ?? null }
  await order.record(order.reported ? { ...step, patch: { ...step.patch, ...reported } } : step)
  order.mail('delivered')
}
