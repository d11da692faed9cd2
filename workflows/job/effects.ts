import type { Step } from '#prisma/steps.ts'

/** Short, idempotent writes of a job; run as local activities, since somebody at a machine waits for them. */
export type JobRecords = {
  /** Refuses `illegal_move` when the job was stopped. Starting moves the booking to the real start. */
  startOperation(input: { step: Step; job: string; operation: string; at: number }): Promise<void>
  pauseOperation(input: { step: Step; job: string; operation: string; at: number; reason: string }): Promise<void>
  /** Frees what is left of the operation's booking, plans the rest anew when it ran over, and gives the job's new finish. */
  finishOperation(input: {
    step: Step
    job: string
    operation: string
    at: number
    note?: string | undefined
    photo?: string | undefined
  }): Promise<JobForecast>
}

/** Business epoch ms; `deliverBy` counts the way to the shopper. */
export type JobForecast = { readonly finishesAt: number; readonly deliverBy: number }

export type JobEffects = {
  /** Orders labels, writes the shipment and the step; the key is the job, so that there is one shipment. */
  handOver(input: { step: Step; job: string; at: number }): Promise<{ shipment: string; expectedAt: number }>
}
