import {
  ActivityFailure,
  type ActivityOptions,
  ApplicationFailure,
  type LocalActivityOptions,
  TimeoutFailure,
} from '@temporalio/common'

type Call<Input, Output> = (input: Input) => Promise<Output>

/**
 * Whether trying again would not help: a refusal, a cancellation. A local activity that has used up its attempts throws its last error as it
 * is, a normal one throws it wrapped.
 */
export function isFinal(error: unknown): boolean {
  if (error instanceof ActivityFailure) return isFinal(error.cause)
  if (error instanceof TimeoutFailure) return false
  return !(error instanceof ApplicationFailure) || error.nonRetryable === true
}

const brief = { startToCloseTimeout: '10s', retry: { initialInterval: '200ms', maximumAttempts: 3 } } as const
const lasting = { startToCloseTimeout: '30s', retry: { initialInterval: '500ms', maximumInterval: '15s' } } as const

/**
 * Short calls that somebody waits for. Each is a local activity, tried three times; when whom it asks is away for longer it becomes a
 * normal activity without end. That one waits at the Temporal server instead of keeping the workflow's task open, where every few
 * seconds of waiting would grow the history, and operators see in its failure what it waits for.
 * Calls must be idempotent: an attempt whose answer was lost is repeated.
 *
 * @returns one call by the line that operators read and the activity it runs
 */
export function patient<Activities>(
  local: (options: LocalActivityOptions) => Activities,
  normal: (options: ActivityOptions) => Activities,
) {
  return <Input, Output>(
    summary: string,
    choose: (activities: Activities) => Call<Input, Output>,
  ): Call<Input, Output> => {
    const atOnce = choose(local({ ...brief, summary }))
    const later = choose(normal({ ...lasting, summary }))
    return async (input) => {
      try {
        return await atOnce(input)
      } catch (error) {
        if (isFinal(error)) throw error
        return later(input)
      }
    }
  }
}
