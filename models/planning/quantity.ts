import type { Operation } from '../product/routing.ts'

/** The operations of one piece as those of a lot of `quantity`: run times are multiplied, set-up and lag happen once per lot. */
export function forQuantity(operations: readonly Operation[], quantity: number): Operation[] {
  if (!Number.isSafeInteger(quantity) || quantity < 1) throw new RangeError(`not a quantity: ${quantity}`)
  return operations.map((operation) => ({ ...operation, runS: operation.runS * quantity }))
}
