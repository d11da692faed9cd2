import { defineQuery, defineUpdate } from '@temporalio/workflow'
import type { BusinessClock } from '#models/order/clock.ts'

/** The id of the workflow of an order's hand round `n`. */
export const quotingWorkflowId = (order: string, n: number): string => `quoting/${order}/${n}`

/** `deadline` is business epoch ms; `requests` are the ids of the factories' open requests. */
export type QuotingInput = {
  readonly order: string
  readonly round: number
  readonly clock: BusinessClock
  readonly deadline: number
  readonly requests: readonly string[]
  readonly product: string
  readonly site: string
}

/** A factory's own price (minor units, what the shopper pays) and date (business ms). Refuses `illegal_move`, `slot_gone`, `no_quote`. */
export const bid = defineUpdate<{ quote: string }, [{ request: string; amount: number; deliverBy: number }]>('bid')
export const decline = defineUpdate<void, [{ request: string; reason: string }]>('decline')
export const openRequests = defineQuery<readonly string[]>('openRequests')
