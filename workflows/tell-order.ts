import { getClient } from '@temporalio/activity'
import { type SignalDefinition, WorkflowNotFoundError } from '@temporalio/client'
import { orderWorkflowId } from './order/messages.ts'

/** Tells an order a fact. */
export type TellOrder = <Args extends unknown[]>(
  order: string,
  signal: SignalDefinition<Args>,
  ...args: Args
) => Promise<void>

/**
 * Signals an order from within the activity that wrote what it is told: that costs the history of whoever called the activity nothing,
 * where a signal from workflow to workflow costs five events. An activity that is tried again tells again, so what is told must be safe to
 * hear twice. An order that has ended needs to know no more.
 */
export const tellOrder: TellOrder = async (order, signal, ...args) => {
  try {
    await getClient()
      .workflow.getHandle(orderWorkflowId(order))
      .signal(signal, ...args)
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error
  }
}
