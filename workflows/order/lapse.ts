import { effects, records } from './calls.ts'
import type { OrderProcess } from './process.ts'

/** Nobody picked or paid in time: nothing is owed, everything is released. */
export async function endUnpaid(order: OrderProcess, what: 'quotes' | 'payment'): Promise<void> {
  if (order.attempt > 0) await effects.releasePayment({ order: order.id, attempt: order.attempt })
  const step = order.moveStep('lapsed', 'expired', { what })
  await records.endOrder({ step, order: order.id, at: order.now(), refund: 0 })
  order.apply(step)
  order.mail('expired')
}
