import { ActivityFailure, ApplicationFailure } from '@temporalio/common'
import { type RefusalCode, refusalType } from '#models/order/refusals.ts'
import type { Values } from '#models/product/evaluation.ts'

/** An expected refusal: never retried, read again at the API's edge; `details[0]` is `{ code, values }`. */
export function refusal(code: RefusalCode, values: Values = {}): ApplicationFailure {
  return ApplicationFailure.create({
    type: refusalType,
    message: code,
    nonRetryable: true,
    details: [{ code, values }],
  })
}

/** Whether an error is an expected refusal, thrown here or by an activity. */
export function isRefusal(error: unknown): boolean {
  if (error instanceof ActivityFailure) return isRefusal(error.cause)
  return error instanceof ApplicationFailure && error.type === refusalType
}

/**
 * For facts and alarms, which nobody waits for: a refusal means that the fact no longer matters here and is let go;
 * anything else is thrown.
 */
export async function unlessRefused(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}
