import type { Step } from '#prisma/steps.ts'

/** Short, idempotent writes of a hand round; run as local activities. */
export type QuotingRecords = {
  /**
   * Checks the hand bid, holds a slot that ends in time for its date, and writes the quote. `heldUntil` is business epoch ms.
   * Refuses `slot_gone` when the factory has no capacity for that date, `bad_input` for an impossible price or date.
   */
  writeBid(input: {
    step: Step
    request: string
    amount: number
    deliverBy: number
    at: number
    heldUntil: number
  }): Promise<{ quote: string }>
  writeDecline(input: { step: Step; request: string; reason: string }): Promise<void>
  /** Marks what is still open as lapsed. */
  closeRound(input: { step: Step; order: string; round: number }): Promise<void>
}
