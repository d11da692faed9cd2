import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { isGrpcServiceError, ServiceError, type WorkflowClientInterceptor } from '@temporalio/client'

/** Each attempt waits twice as long as the one before, wall ms. */
const firstWait = 50
const attempts = 6

/** gRPC's FAILED_PRECONDITION, with which the server answers an update whose workflow task came to nothing. */
const failedPrecondition = 9

/**
 * Sends an update again that the server has lost. A workflow task that ends the workflow is thrown away when a signal arrived meanwhile, and the update
 * it carried with it; nothing of it has happened then. One id for all attempts makes them one update.
 */
export const retryLostUpdates: WorkflowClientInterceptor = {
  async startUpdate(input, next) {
    const options = { ...input.options, updateId: input.options.updateId ?? randomUUID() }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await next({ ...input, options })
      } catch (error) {
        if (attempt === attempts || !isLost(error)) throw error
        await delay(firstWait * 2 ** (attempt - 1))
      }
    }
  },
}

function isLost(error: unknown): boolean {
  const { cause } = error instanceof ServiceError ? error : { cause: error }
  return (
    isGrpcServiceError(cause) && cause.code === failedPrecondition && cause.details.includes('workflow task failure')
  )
}
