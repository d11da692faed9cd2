import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow'
import type { BusinessClock } from '#models/order/clock.ts'

/** The id of the workflow of an order's job `n`. */
export const jobWorkflowId = (order: string, n: number): string => `job/${order}/${n}`

export type JobOperationInput = { readonly key: string; readonly after: readonly string[]; readonly lagS: number }

export type JobInput = {
  readonly job: string
  readonly order: string
  readonly n: number
  readonly factory: string
  readonly clock: BusinessClock
  readonly operations: readonly JobOperationInput[]
  readonly startsAt: number
  readonly site: string
  readonly product: string
}

export type JobProgress = {
  readonly running: readonly string[]
  readonly done: readonly string[]
  readonly shipped: boolean
  /** when the carrier expects to be at the door, business epoch ms; once shipped */
  readonly expectedAt?: number
}

/** Starts or resumes an operation. Refuses `operation_order` when what it builds on is not done or dry, `illegal_move`. */
export const startOperation = defineUpdate<JobProgress, [{ operation: string }]>('startOperation')
/** Pauses a running operation with the shop floor's reason. */
export const pauseOperation = defineUpdate<JobProgress, [{ operation: string; reason: string }]>('pauseOperation')
/** Finishes a running operation; `photo` is a file id. */
export const finishOperation = defineUpdate<
  JobProgress,
  [{ operation: string; note?: string | undefined; photo?: string | undefined }]
>('finishOperation')
/** Orders the labels and hands the cartons to the carrier; every operation must be done. */
export const ship = defineUpdate<{ shipment: string }, []>('ship')
/** The order has ended: stop, and give the slots back. */
export const stopJob = defineSignal<[{ reason: string }]>('stopJob')
export const progress = defineQuery<JobProgress>('progress')
