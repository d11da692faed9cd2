import type { Make } from '../make.ts'
import { type CuttingPlan, cuttingPlanOf } from '../nesting/cutting-plan.ts'
import type { Options } from '../options.ts'
import { type Workpiece, workpiecesOf } from '../panels/workpiece.ts'
import type { Product } from '../product.ts'
import { freeze, type Specification } from '../specification.ts'

/** What every file of a pack is written from, derived once. `plan` is there for what is cut from sheets. */
export type PackSource = {
  readonly product: Product
  readonly specification: Specification
  readonly hash: string
  /** the specification's canonical bytes */
  readonly bytes: string
  readonly make: Make
  readonly workpieces: readonly Workpiece[]
  readonly plan: CuttingPlan | undefined
}

/** @throws RangeError when it cannot be made. */
export function packSource(product: Product, options: Options): PackSource {
  const { hash, bytes, specification } = freeze(product, options)
  const make = product.make(specification.options)
  const workpieces = product.sheets === undefined ? [] : workpiecesOf(make)
  const plan = product.sheets === undefined ? undefined : cuttingPlanOf(workpieces, product.sheets)
  return { product, specification, hash, bytes, make, workpieces, plan }
}
