import { type WorkCentreKind, workCentreKinds } from '../product/routing.ts'
import { clip, type Interval, intersect, subtract, tidy, total } from './interval.ts'
import { givenTime } from './lane.ts'
import { minuteMs } from './local-day.ts'
import { crewFor, type Resource } from './resource.ts'
import { type FactorySummary, weekMs } from './summary.ts'

export type SummariseInput = {
  readonly factory: string
  readonly country: string
  readonly resources: readonly Resource[]
  readonly busy: ReadonlyMap<string, readonly Interval[]>
  /** start of the first week, epoch milliseconds */
  readonly from: number
  readonly weeks: number
  /** see `FactorySummary` */
  readonly startsAt: number
  readonly materialAt: Readonly<Record<string, number>>
  readonly reference: boolean
}

/**
 * How much a factory could still take, small enough to send to a page: for each kind of work centre and week the whole minutes in which one
 * machine and one person are both given to us and free, of the pair that has most.
 */
export function summarise(input: SummariseInput): FactorySummary {
  const { factory, country, from, weeks, startsAt, materialAt, reference } = input
  const span = { from, to: from + weeks * weekMs }
  const given = givenTime()
  const free = new Map<string, readonly Interval[]>()
  const freeOf = (resource: Resource) => {
    const known = free.get(resource.id)
    if (known) return known
    const left = subtract(given(resource, span), tidy(input.busy.get(resource.id) ?? []))
    free.set(resource.id, left)
    return left
  }
  const minutes: Partial<Record<WorkCentreKind, number[]>> = {}
  for (const kind of workCentreKinds) {
    const crew = crewFor(kind, input.resources)
    if (!crew) continue
    const most = Array.from({ length: weeks }, () => 0)
    for (const machine of crew.machines.length > 0 ? crew.machines : [undefined]) {
      for (const person of crew.people) {
        const together = machine ? intersect(freeOf(machine), freeOf(person)) : freeOf(person)
        for (let week = 0; week < weeks; week++) {
          const start = from + week * weekMs
          const left = Math.floor(total(clip(together, { from: start, to: start + weekMs })) / minuteMs)
          if (left > (most[week] ?? 0)) most[week] = left
        }
      }
    }
    minutes[kind] = most
  }
  return { factory, country, from, startsAt, materialAt, reference, free: minutes }
}
