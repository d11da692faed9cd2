import { transitDays } from '#models/money/freight.ts'
import { promiseBuffer } from '#models/order/deadlines.ts'
import { aboutDate } from '#models/planning/about-date.ts'
import { forQuantity } from '#models/planning/quantity.ts'
import type { FactorySummary } from '#models/planning/summary.ts'
import { consignmentOf } from '#models/product/consignment.ts'
import type { Make } from '#models/product/make.ts'

/**
 * When it would be at the door, epoch ms: an estimate from the factories' free capacity, the same in browser and server.
 * Undefined when no factory has room.
 */
export function aboutOf(
  make: Make,
  country: string,
  factories: readonly FactorySummary[],
  quantity = 1,
): number | undefined {
  const { mode } = consignmentOf(make, quantity)
  return aboutDate(
    {
      operations: forQuantity(make.operations, quantity),
      materials: make.materials.map(({ material }) => material),
      country,
      bufferDays: promiseBuffer,
      slowestDays: (origin) => transitDays(origin, country, mode).slowest,
    },
    factories,
  )?.deliverBy
}
