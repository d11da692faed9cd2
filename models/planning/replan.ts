import { type Interval, tidy, union } from './interval.ts'
import { type Plan, place } from './place.ts'
import type { JobToReplan, Plans, ReplanInput, ReplanRefusal } from './remaining-work.ts'
import { shiftRight } from './shift-right.ts'
import { splitUnsettled } from './unsettled.ts'

export type Replanned = {
  readonly plans: ReadonlyMap<string, Plan>
  /** jobs whose finish changed, in order of id */
  readonly moved: readonly { readonly job: string; readonly from: number; readonly to: number }[]
}

/**
 * Places the remaining operations of several jobs of one factory again, after a breakdown, a late finish or a cancelled order.
 *
 * Tries the plan shifted right (same resources, same order) and the jobs placed anew one by one (by due date, by least slack, by present
 * finish), and takes what has the fewest late jobs, then the least lateness, then the least sum of finishes; the plan shifted right
 * wins ties, so that nothing moves without a reason. So the answer is never worse than shifting right.
 */
export function replan(input: ReplanInput): Replanned | ReplanRefusal {
  let best: { readonly plans: Plans; readonly cost: readonly number[] } | undefined
  let refusal: ReplanRefusal | undefined
  const consider = (candidate: Plans | ReplanRefusal) => {
    if ('refused' in candidate) {
      refusal ??= candidate
      return
    }
    const cost = costOf(input.jobs, candidate)
    if (!best || isLess(cost, best.cost)) best = { plans: candidate, cost }
  }
  consider(shiftRight(input))
  for (const order of orders(input.jobs)) consider(placeInOrder(input, order))
  if (best) return { plans: best.plans, moved: movedBetween(input.jobs, best.plans) }
  if (refusal) return refusal
  return { plans: new Map(), moved: [] }
}

/**
 * The same for those jobs alone that cannot keep their place; what the others have is left to them. Never worse for all of them than shifting
 * everything right, since that moves no other jobs and finds these no better places.
 */
export function replanUnsettled(input: ReplanInput): Replanned | ReplanRefusal {
  const { unsettled, settled } = splitUnsettled(input)
  const busy = new Map(input.busy)
  for (const { current } of settled)
    for (const [id, spans] of spansOf(current)) busy.set(id, [...(busy.get(id) ?? []), ...spans])
  return replan({ ...input, jobs: unsettled, busy })
}

/** Jobs one after the other, each at its earliest in what those before leave free. */
function placeInOrder(input: ReplanInput, jobs: readonly JobToReplan[]): Plans | ReplanRefusal {
  const busy = new Map<string, readonly Interval[]>()
  for (const [id, spans] of input.busy) busy.set(id, tidy(spans))
  const plans = new Map<string, Plan>()
  for (const job of jobs) {
    const { operations, ready } = job
    const from = Math.max(input.from, job.notBefore ?? input.from)
    const plan = place({ operations, ready, resources: input.resources, busy, from, until: input.until })
    if ('refused' in plan) return { ...plan, job: job.id }
    for (const [id, spans] of spansOf(plan)) busy.set(id, union(busy.get(id) ?? [], tidy(spans)))
    plans.set(job.id, plan)
  }
  return plans
}

function spansOf(plan: Pick<Plan, 'segments'>): Map<string, Interval[]> {
  const spans = new Map<string, Interval[]>()
  for (const { resource, startsAt, endsAt } of plan.segments) {
    const mine = spans.get(resource) ?? []
    mine.push({ from: startsAt, to: endsAt })
    spans.set(resource, mine)
  }
  return spans
}

function orders(jobs: readonly JobToReplan[]): JobToReplan[][] {
  const workOf = (job: JobToReplan) =>
    job.operations.reduce((sum, each) => sum + (each.setupS + each.runS + each.lagS) * 1000, 0)
  const by = (key: (job: JobToReplan) => number) =>
    [...jobs].sort((a, b) => key(a) - key(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return [by((job) => job.dueAt), by((job) => job.dueAt - workOf(job)), by((job) => job.current.finishesAt)]
}

function costOf(jobs: readonly JobToReplan[], plans: Plans): readonly number[] {
  let late = 0
  let lateness = 0
  let finishes = 0
  for (const job of jobs) {
    const finish = plans.get(job.id)?.finishesAt ?? job.current.finishesAt
    if (finish > job.dueAt) late++
    lateness += Math.max(0, finish - job.dueAt)
    finishes += finish
  }
  return [late, lateness, finishes]
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  for (const [i, value] of a.entries()) {
    const other = b[i] ?? 0
    if (value !== other) return value < other
  }
  return false
}

function movedBetween(jobs: readonly JobToReplan[], plans: Plans): Replanned['moved'] {
  const moved: { job: string; from: number; to: number }[] = []
  for (const job of jobs) {
    const to = plans.get(job.id)?.finishesAt
    if (to !== undefined && to !== job.current.finishesAt) moved.push({ job: job.id, from: job.current.finishesAt, to })
  }
  return moved.sort((a, b) => (a.job < b.job ? -1 : a.job > b.job ? 1 : 0))
}
