import { Client, type ConnectionLike, WithStartWorkflowOperation } from '@temporalio/client'
import { retryLostUpdates } from './lost-updates.ts'
import { type OrderInput, orderWorkflowId, type Submission, type SubmitAnswer, submit } from './order/messages.ts'
import { searchAttributes as key } from './search-attributes.ts'

/** All workflows and activities of an installation run on one queue. */
export const defaultTaskQueue = 'makerline'

/** How the platform speaks to its workflows. */
export const createClient = (connection: ConnectionLike, namespace: string): Client =>
  new Client({ connection, namespace, interceptors: { workflow: [retryLostUpdates] } })

/**
 * Starts an order's workflow and submits to it in one call. The same order submitted again gives the same answer,
 * however many calls run side by side.
 */
export function submitOrder(
  client: Client,
  taskQueue: string,
  input: OrderInput,
  submission: Submission,
): Promise<SubmitAnswer> {
  const start = new WithStartWorkflowOperation('order', {
    workflowId: orderWorkflowId(input.order),
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    staticSummary: `${submission.quantity} × ${input.product} to ${submission.address.country}`,
    typedSearchAttributes: [
      { key: key.stage, value: 'quoting' },
      { key: key.product, value: input.product },
      { key: key.country, value: submission.address.country },
      { key: key.waitingOn, value: 'system' },
      { key: key.late, value: false },
    ],
  })
  return client.workflow.executeUpdateWithStart(submit, {
    args: [submission],
    updateId: 'submit',
    startWorkflowOperation: start,
  })
}

/** The handle of an order's workflow. */
export const orderHandle = (client: Client, order: string) => client.workflow.getHandle(orderWorkflowId(order))
