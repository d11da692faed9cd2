import type { JobRow, Operation } from './portal-data.ts'

/** How one operation stands for whoever is at the machine. Times are epoch ms. */
export type Readiness =
  | { readonly kind: 'done' }
  | { readonly kind: 'running'; readonly since: number }
  | { readonly kind: 'paused'; readonly reason: string }
  | { readonly kind: 'ready' }
  /** what it builds on is done and not dry yet */
  | { readonly kind: 'drying'; readonly until: number; readonly after: string }
  | { readonly kind: 'waiting'; readonly after: string }

type Known = Pick<
  Operation,
  'operation' | 'state' | 'startedAt' | 'finishedAt' | 'lagS' | 'after' | 'pauseReason' | 'startsAt'
>

/** When a finished operation is dry; undefined while it is not finished. */
function dryAt({ state, finishedAt, lagS }: Known): number | undefined {
  return state === 'done' && finishedAt !== null ? Date.parse(finishedAt) + lagS * 1000 : undefined
}

/** What can be done about an operation at business time `now`, by what it builds on. */
export function readinessOf(operation: Known, all: readonly Known[], now: number): Readiness {
  switch (operation.state) {
    case 'done':
      return { kind: 'done' }
    case 'running':
      return { kind: 'running', since: Date.parse(operation.startedAt ?? operation.startsAt) }
    case 'paused':
      return { kind: 'paused', reason: operation.pauseReason ?? '' }
    case 'planned':
      return blockedBy(operation, all, now) ?? { kind: 'ready' }
  }
}

function blockedBy({ after }: Known, all: readonly Known[], now: number): Readiness | undefined {
  let drying: { kind: 'drying'; until: number; after: string } | undefined
  for (const key of after) {
    const earlier = all.find((each) => each.operation === key)
    const dry = earlier && dryAt(earlier)
    if (dry === undefined) return { kind: 'waiting', after: key }
    if (dry > now && dry > (drying?.until ?? 0)) drying = { kind: 'drying', until: dry, after: key }
  }
  return drying
}

const urgency = { running: 0, paused: 1, ready: 2, drying: 3, waiting: 4, done: 5 } as const

/** Operations in the order in which a hand may want them: running, paused, ready, then what has to wait; by planned start within each. */
export function byUrgency<Entry extends { readonly operation: Known; readonly readiness: Readiness }>(
  entries: readonly Entry[],
): Entry[] {
  return [...entries].sort(
    (a, b) =>
      urgency[a.readiness.kind] - urgency[b.readiness.kind] ||
      waitOf(a.readiness) - waitOf(b.readiness) ||
      Date.parse(a.operation.startsAt) - Date.parse(b.operation.startsAt),
  )
}

const waitOf = (readiness: Readiness): number => (readiness.kind === 'drying' ? readiness.until : 0)

/** The one thing to do next about a job. */
export type NextStep =
  | { readonly kind: 'answer' }
  | { readonly kind: 'work'; readonly operation: Operation; readonly readiness: Readiness }
  /** everything is made, the last coat still cures */
  | { readonly kind: 'cure'; readonly until: number }
  | { readonly kind: 'ship' }
  | { readonly kind: 'shipped' }
  | { readonly kind: 'over' }

/** `chosen` names an operation that somebody picked from the list; one that is done or unknown is passed over. */
export function nextStep(job: Pick<JobRow, 'stage' | 'operations'>, now: number, chosen?: string | null): NextStep {
  switch (job.stage) {
    case 'awaiting_acceptance':
      return { kind: 'answer' }
    case 'shipped':
      return { kind: 'shipped' }
    case 'refused':
    case 'stopped':
    case 'unpaid':
      return { kind: 'over' }
    case 'scheduled':
    case 'in_production':
      return workStep(job.operations, now, chosen)
  }
}

function workStep(operations: readonly Operation[], now: number, chosen: string | null | undefined): NextStep {
  const open = operations
    .filter((operation) => operation.state !== 'done')
    .map((operation) => ({ operation, readiness: readinessOf(operation, operations, now) }))
  const [first] = byUrgency(open)
  const picked = open.find(({ operation }) => operation.operation === chosen) ?? first
  if (picked) return { kind: 'work', ...picked }
  const dry = Math.max(0, ...operations.map((operation) => dryAt(operation) ?? 0))
  return dry > now ? { kind: 'cure', until: dry } : { kind: 'ship' }
}
