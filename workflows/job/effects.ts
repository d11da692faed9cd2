import type { Step } from '#prisma/steps.ts'

/** Short, idempotent writes of a job; run as local activities, since somebody at a machine waits for them. */
export type JobRecords = {
  /**
   * Refuses `illegal_move` when the job was stopped. Where it begins, or goes on after a pause, too late for its place, it and every job of the
   * factory that it pushes back find new ones, and the job's new finish is given.
   */
  startOperation(input: { step: Step; job: string; operation: string; at: number }): Promise<JobForecast | undefined>
  pauseOperation(input: { step: Step; job: string; operation: string; at: number; reason: string }): Promise<void>
  /** Frees what is left of the operation's booking, plans the factory anew when it ran over, and gives the job's new finish. */
  finishOperation(input: {
    step: Step
    job: string
    operation: string
    at: number
    note?: string | undefined
    photo?: string | undefined
  }): Promise<JobForecast>
}

/** Business epoch ms; `deliverBy` counts the way to the shopper. `others` are jobs that were pushed past what their orders were promised. */
export type JobForecast = {
  readonly finishesAt: number
  readonly deliverBy: number
  readonly others?: readonly SlippedJob[]
}

/** A job whose order was promised less than `deliverBy`, business epoch ms. */
export type SlippedJob = { readonly order: string; readonly job: string; readonly deliverBy: number }

export type JobEffects = {
  /** Signals each order that its job has slipped; an order that has ended needs to know no more. Telling twice tells once. */
  tellOrders(input: { slipped: readonly SlippedJob[]; at: number }): Promise<void>
  /** Orders labels, writes the shipment and the step; the key is the job, so that there is one shipment. */
  handOver(input: { step: Step; job: string; at: number }): Promise<{ shipment: string; expectedAt: number }>
}
