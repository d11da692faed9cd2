import type { Operation } from '../product/routing.ts'
import { startedFor } from '../product/yield.ts'

/**
 * The operations of one piece as those of a lot of `quantity`: run times are multiplied by the pieces that must be started for it, set-up and lag
 * happen once per lot, and so does the making of tools.
 */
export function forQuantity(operations: readonly Operation[], quantity: number): Operation[] {
  if (!Number.isSafeInteger(quantity) || quantity < 1) throw new RangeError(`not a quantity: ${quantity}`)
  return operations.map((operation) => {
    const pieces = operation.tooling === undefined ? startedFor(quantity, operation.yieldPermille ?? 1000) : 1
    return { ...operation, runS: operation.runS * pieces }
  })
}
