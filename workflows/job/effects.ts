import type { Step } from '#prisma/steps.ts'

/** Short, idempotent writes of a job; run as local activities, since somebody at a machine waits for them. */
export type JobRecords = {
  /**
   * Refuses `illegal_move` when the job was stopped. Where it begins, or goes on after a pause, too late for its place, it and every job of the
   * factory that it pushes back find new ones. The first start is told to the order, and a slip to every order whose delivery slips.
   */
  startOperation(input: { step: Step; job: string; operation: string; at: number }): Promise<void>
  pauseOperation(input: { step: Step; job: string; operation: string; at: number; reason: string }): Promise<void>
  /** Frees what is left of the operation's booking; when it ran over, plans the factory anew and tells every order whose delivery slips. */
  finishOperation(input: {
    step: Step
    job: string
    operation: string
    at: number
    note?: string | undefined
    photo?: string | undefined
  }): Promise<void>
}

export type JobEffects = {
  /** Orders labels, writes the shipment and the step; the key is the job, so that there is one shipment. */
  handOver(input: { step: Step; job: string; at: number }): Promise<{ shipment: string; expectedAt: number }>
}
