import { z } from 'zod'

/**
 * What tests arm: the next calls of a kind fail as told. `before`: nothing has happened yet. `after`: the effect is on
 * the disk, and only the caller does not hear of it. `matching` must occur in the path, the body or the idempotency
 * key. `hold` keeps the caller waiting until `POST /_sandbox/release`. A caller that repeats by itself needs `times`.
 */
export function faultShape(kinds: readonly string[]) {
  return z.strictObject({
    call: z.enum(['any', ...kinds]).default('any'),
    when: z.enum(['before', 'after']).default('before'),
    matching: z.string().optional(),
    times: z.int().positive().default(1),
    outcome: z
      .union([
        z.enum(['disconnect', 'hold']),
        z.looseObject({
          status: z.int().min(400).max(599),
          message: z.string().default('The sandbox was told to fail.'),
        }),
      ])
      .default({ status: 500, message: 'The sandbox was told to fail.' }),
  })
}

type Fault = {
  readonly call: string
  readonly when: 'before' | 'after'
  readonly matching?: string | undefined
  readonly times: number
  readonly outcome: 'disconnect' | 'hold' | FaultAnswer
}

/** The status to answer with; whatever else was armed goes into the party's own form of an error. */
export type FaultAnswer = { readonly status: number; readonly message: string; readonly [more: string]: unknown }

export type Faults = {
  arm(fault: Fault): void
  armed(): readonly Fault[]
  clear(): void
  /** Lets every held caller go on. */
  release(): void
  /** Acts out what is armed for this call: waits where it is held, and says what to answer otherwise. */
  strike(when: Fault['when'], call: { kind: string; text: string }): Promise<'disconnect' | FaultAnswer | undefined>
}

export function createFaults(): Faults {
  let faults: readonly Fault[] = []
  let held: (() => void)[] = []

  function take(when: Fault['when'], call: { kind: string; text: string }): Fault | undefined {
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
      faults = [...faults, fault]
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
      if (outcome !== 'hold') return outcome
      await new Promise<void>((resolve) => held.push(resolve))
      return undefined
    },
  }
}
