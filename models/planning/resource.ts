import type { WorkCentreKind } from '../product/routing.ts'
import type { Calendar } from './calendar.ts'
import { needsMachine } from './work-centres.ts'

/**
 * One machine unit or one person. `workCentres` are the kinds a machine is, or the kinds a person can serve;
 * `sharePermille` is the part of each shift that is given to Makerline (see `sharedTime`).
 */
export type Resource = {
  readonly id: string
  readonly kind: 'machine' | 'person'
  readonly workCentres: readonly WorkCentreKind[]
  readonly calendar: Calendar
  readonly sharePermille: number
}

/** Who can do the work of one kind of work centre: `machines` is empty where a person is enough. Both in order of id. */
export type Crew = { readonly machines: readonly Resource[]; readonly people: readonly Resource[] }

/** Undefined when the kind cannot be worked here: no machine of a kind that is a machine, or nobody who can serve it. */
export function crewFor(kind: WorkCentreKind, resources: readonly Resource[]): Crew | undefined {
  const able = resources
    .filter((each) => each.sharePermille > 0 && each.workCentres.includes(kind))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const people = able.filter((each) => each.kind === 'person')
  const machines = needsMachine(kind) ? able.filter((each) => each.kind === 'machine') : []
  if (people.length === 0 || (needsMachine(kind) && machines.length === 0)) return undefined
  return { machines, people }
}

/** The kinds that a set of resources can work, in no particular order. */
export function workCentresOf(resources: readonly Resource[]): WorkCentreKind[] {
  const kinds = new Set(resources.flatMap((each) => each.workCentres))
  return [...kinds].filter((kind) => crewFor(kind, resources) !== undefined)
}
