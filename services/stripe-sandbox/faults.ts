import { z } from 'zod'
import { type CallKind, callKind } from './api-call.ts'
import { ApiError } from './api-error.ts'

/**
 * What tests arm: the next calls of a kind fail as told. `before`: nothing has happened yet. `after`: the effect and
 * its kept answer are on the disk, and only the caller does not hear of it. `matching` must occur in the path, the body
 * or the idempotency key. `hold` keeps the caller waiting until `POST /_sandbox/release`.
 */
export const faultShape = z.strictObject({
  call: callKind.or(z.literal('any')).default('any'),
  when: z.enum(['before', 'after']).default('before'),
  matching: z.string().optional(),
  times: z.int().positive().default(1),
  outcome: z
    .union([
      z.enum(['disconnect', 'hold']),
      z.strictObject({
        status: z.int().min(400).max(599),
        type: z
          .enum(['api_error', 'card_error', 'idempotency_error', 'invalid_request_error', 'rate_limit_error'])
          .default('api_error'),
        code: z.string().optional(),
        decline_code: z.string().optional(),
        message: z.string().default('The sandbox was asked to fail this call.'),
      }),
    ])
    .default({ status: 500, type: 'api_error', message: 'The sandbox was asked to fail this call.' }),
})
export type Fault = z.output<typeof faultShape>

export type Faults = {
  arm(fault: Fault): void
  armed(): readonly Fault[]
  clear(): void
  /** Lets every held caller go on. */
  release(): void
  /**
   * Acts out the fault armed for this call, if any: waits, gives `disconnect`, or throws the error. An error before the
   * effect with a status below 500 is one the call itself gave, so it is kept for the key; any other is not.
   */
  strike(when: Fault['when'], call: { kind: CallKind; text: string }): Promise<'disconnect' | undefined>
}

export function createFaults(): Faults {
  let faults: Fault[] = []
  let held: (() => void)[] = []

  function take(when: Fault['when'], call: { kind: CallKind; text: string }): Fault | undefined {
    const fault = faults.find(
      (item) =>
        item.when === when &&
        (item.call === 'any' || item.call === call.kind) &&
        (item.matching === undefined || call.text.includes(item.matching)),
    )
    if (fault === undefined) return undefined
    const left = fault.times - 1
    faults = faults.flatMap((item) => (item !== fault ? [item] : left > 0 ? [{ ...item, times: left }] : []))
    return fault
  }

  return {
    arm: (fault) => {
      faults.push(fault)
    },
    armed: () => faults,
    clear: () => {
      faults = []
    },
    release() {
      for (const go of held) go()
      held = []
    },
    async strike(when, call) {
      const outcome = take(when, call)?.outcome
      if (outcome === undefined) return undefined
      if (outcome === 'disconnect') return 'disconnect'
      if (outcome === 'hold') {
        await new Promise<void>((resolve) => held.push(resolve))
        return undefined
      }
      const { status, type, message, code, decline_code } = outcome
      const transient = status >= 500 || status === 409 || status === 429
      throw new ApiError(
        status,
        {
          type,
          message,
          ...(code === undefined ? {} : { code }),
          ...(decline_code === undefined ? {} : { decline_code }),
        },
        transient,
      )
    },
  }
}
