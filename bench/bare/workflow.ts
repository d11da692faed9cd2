import { proxyActivities } from '@temporalio/workflow'
import type { BareActivities } from './activities.ts'

const { one, two, three } = proxyActivities<BareActivities>({ startToCloseTimeout: '10s' })

/** The peer of the quotes bench: three activities one after the other, none of which does anything. */
export async function bare(): Promise<number> {
  return (await one()) + (await two()) + (await three())
}
