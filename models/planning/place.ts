import type { Operation, WorkCentreKind } from '../product/routing.ts'
import type { Interval } from './interval.ts'
import { type FreeTime, freeTime, type Run } from './lane.ts'
import { type Crew, crewFor, type Resource } from './resource.ts'
import { sequence, workS } from './sequence.ts'

/** One row of the plan: a resource at work on an operation, epoch milliseconds. A split operation has one per part and resource. */
export type Segment = {
  readonly operation: string
  readonly resource: string
  readonly startsAt: number
  readonly endsAt: number
}

/** When an operation is worked on; `readyAt` is its end with the lag after it (drying, curing), when those that wait for it may start. */
export type PlannedOperation = {
  readonly key: string
  readonly startsAt: number
  readonly endsAt: number
  readonly readyAt: number
}

export type Plan = {
  readonly segments: readonly Segment[]
  readonly operations: readonly PlannedOperation[]
  readonly finishesAt: number
}

export type PlaceRefusal = { readonly refused: 'no_work_centre' | 'no_capacity'; readonly workCentre: WorkCentreKind }

export type PlaceInput = {
  readonly operations: readonly Operation[]
  readonly resources: readonly Resource[]
  /** what is booked or held already, by resource id; any order, may touch or overlap */
  readonly busy: ReadonlyMap<string, readonly Interval[]>
  readonly from: number
  /** horizon: all work has ended by then */
  readonly until: number
  /** when operations that are done already were ready, by key; needed for each predecessor that is not among `operations` */
  readonly ready?: ReadonlyMap<string, number>
}

/**
 * Finds the earliest place for an order's operations in the free time of one factory, epoch milliseconds throughout.
 *
 * Set-up and run need a machine and a person who can serve it at the same time, or only a person where the work centre is a bench; both
 * stay from start to end. An operation pauses only where the time given to us pauses (the end of a shift), never for another order,
 * whose work would undo its set-up. Lag needs nobody and runs day and night. Ties go to the later start, then to the smaller id.
 *
 * Operations of one order that could meet at a resource keep the order of `sequence`: with that, a fuller factory never finishes
 * earlier. Plain list scheduling lacks the property (Graham, "Bounds on multiprocessing timing anomalies", 1969).
 *
 * Throws RangeError for duplicate keys, a cycle, or a predecessor that is neither in `operations` nor in `ready`.
 */
export function place(input: PlaceInput): Plan | PlaceRefusal {
  const { busy, from, until } = input
  const free = freeTime({ busy, from, until })
  const crews = new Map<WorkCentreKind, Crew>()
  const segments: Segment[] = []
  const planned: PlannedOperation[] = []
  const readyAt = new Map(input.ready)
  const members = new Map<string, ReadonlySet<string>>()

  for (const operation of sequence(input.operations)) {
    const crew = crews.get(operation.workCentre) ?? crewFor(operation.workCentre, input.resources)
    if (!crew) return { refused: 'no_work_centre', workCentre: operation.workCentre }
    crews.set(operation.workCentre, crew)
    const mine = new Set([...crew.machines, ...crew.people].map((each) => each.id))

    let earliest = from
    for (const key of operation.after) {
      const ready = readyAt.get(key)
      if (ready === undefined)
        throw new RangeError(`${operation.key} waits for ${key}, which is not planned and not done`)
      earliest = Math.max(earliest, ready)
    }
    for (const other of planned) {
      if (other.endsAt > earliest && meet(mine, members.get(other.key))) earliest = other.endsAt
    }

    const neededMs = workS(operation) * 1000
    const found = neededMs === 0 ? idle(earliest, until) : earliestOf(free, crew, neededMs, earliest)
    if (!found) return { refused: 'no_capacity', workCentre: operation.workCentre }
    for (const part of found.run.parts) {
      for (const resource of found.resources) {
        segments.push({ operation: operation.key, resource: resource.id, startsAt: part.from, endsAt: part.to })
      }
    }
    const ready = found.run.endsAt + operation.lagS * 1000
    readyAt.set(operation.key, ready)
    members.set(operation.key, mine)
    planned.push({ key: operation.key, startsAt: found.run.startsAt, endsAt: found.run.endsAt, readyAt: ready })
  }
  return { segments, operations: planned, finishesAt: finishOf(readyAt, from) }
}

/** The last moment at which something becomes ready; `from` when there is nothing. */
export function finishOf(readyAt: ReadonlyMap<string, number>, from: number): number {
  return readyAt.size === 0 ? from : Math.max(...readyAt.values())
}

type Found = { readonly run: Run; readonly resources: readonly Resource[] }

/** Tries each machine with each person; the first of equal ones stays, so ids decide. */
function earliestOf(free: FreeTime, crew: Crew, neededMs: number, earliest: number): Found | undefined {
  let best: Found | undefined
  const machines = crew.machines.length > 0 ? crew.machines : [undefined]
  for (const machine of machines) {
    for (const person of crew.people) {
      const resources = machine ? [machine, person] : [person]
      const run = free.earliestRun(resources, neededMs, earliest, best ? best.run.endsAt + 1 : Number.POSITIVE_INFINITY)
      if (run && (!best || run.endsAt < best.run.endsAt || run.startsAt > best.run.startsAt)) best = { run, resources }
    }
  }
  return best
}

/** Work that takes no time needs nobody. */
function idle(at: number, until: number): Found | undefined {
  return at <= until ? { run: { parts: [], startsAt: at, endsAt: at }, resources: [] } : undefined
}

function meet(mine: ReadonlySet<string>, others: ReadonlySet<string> | undefined): boolean {
  if (!others) return false
  for (const id of mine) if (others.has(id)) return true
  return false
}
