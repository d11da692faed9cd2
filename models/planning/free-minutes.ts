import { type WorkCentreKind, workCentreKinds } from '../product/routing.ts'
import { type Interval, subtract, tidy, total } from './interval.ts'
import { givenTogether } from './lane.ts'
import { minuteMs } from './local-day.ts'
import { crewFor, type Resource } from './resource.ts'

/**
 * Minutes of the time given to us that are still free within a span (epoch ms), by kind of work centre: of its machines or of
 * the people who can serve it, whichever are fewer. People who serve several kinds are counted for each of them.
 */
export function freeMinutes(
  resources: readonly Resource[],
  busy: ReadonlyMap<string, readonly Interval[]>,
  span: Interval,
): Map<WorkCentreKind, number> {
  const freeOf = (each: Resource) => {
    const given = givenTogether([each], span.from, span.to)
    return total(subtract(given, tidy(busy.get(each.id) ?? []))) / minuteMs
  }
  const all = (some: readonly Resource[]) => some.reduce((sum, each) => sum + freeOf(each), 0)
  const free = new Map<WorkCentreKind, number>()
  for (const kind of workCentreKinds) {
    const crew = crewFor(kind, resources)
    if (!crew) continue
    const people = all(crew.people)
    free.set(kind, Math.floor(crew.machines.length === 0 ? people : Math.min(people, all(crew.machines))))
  }
  return free
}

/** The kind that gives the largest part of its free time; undefined where nothing is needed. `part` is a share of 1, or infinite. */
export function tightest(
  needed: ReadonlyMap<WorkCentreKind, number>,
  free: ReadonlyMap<WorkCentreKind, number>,
): { readonly kind: WorkCentreKind; readonly part: number } | undefined {
  let worst: { kind: WorkCentreKind; part: number } | undefined
  for (const [kind, minutes] of needed) {
    if (minutes === 0) continue
    const part = minutes / (free.get(kind) ?? 0)
    if (!worst || part > worst.part) worst = { kind, part }
  }
  return worst
}
