import { deadlines } from '#models/order/deadlines.ts'
import { between, chance } from './chance.ts'
import { atWork } from './office-hours.ts'
import type { Outputs } from './session.ts'
import { type Habits, habitsOf, type Temper } from './temper.ts'

export type Job = Outputs['jobs']['list'][number]
export type JobOperation = Job['operations'][number]
/** What deciding needs to know of a request. */
export type QuoteRequest = Pick<Outputs['jobs']['requests'][number], 'request' | 'deadline'>

/** Something a factory is going to do, and when: `at` is business epoch ms and may have passed. */
export type Act =
  | { readonly kind: 'accept' | 'refuse' | 'ship'; readonly at: number; readonly job: Job }
  | {
      readonly kind: 'start' | 'pause' | 'finish'
      readonly at: number
      readonly job: Job
      readonly operation: JobOperation
    }
  | { readonly kind: 'bid' | 'decline'; readonly at: number; readonly request: QuoteRequest }

/** Who decides, and when: `now` is business epoch ms, `zone` the factory's IANA zone, `grace` (business ms) is waited on top of drying times, since clocks differ. */
export type Deciding = {
  readonly temper: Temper
  readonly now: number
  readonly zone: string
  readonly grace?: number
}

/** What a factory does about a request, and when within the round. Asked again it decides the same. */
export function answerTo(request: QuoteRequest, temper: Temper): Act {
  const habits = habitsOf(temper)
  const kind = chance(request.request, 'decline') < habits.declines ? 'decline' : 'bid'
  return { kind, request, at: within(request.deadline, deadlines.handRound, habits.answers, request.request) }
}

/**
 * The next things a factory does about a job as the API shows it: accept or give back; start, pause and finish operations; ship.
 * Everything follows from the job itself, so a factory that was away goes on where the job stands.
 */
export function nextActs(job: Job, deciding: Deciding): Act[] {
  const habits = habitsOf(deciding.temper)
  if (job.stage === 'awaiting_acceptance') return [acceptance(job, habits)]
  if (job.stage !== 'scheduled' && job.stage !== 'in_production') return []
  const open = job.operations.filter(({ state }) => state !== 'done')
  if (open.length === 0) return job.operations.length === 0 ? [] : [dispatch(job, habits, deciding)]
  return open.flatMap((operation) => work(job, operation, habits, deciding) ?? [])
}

/** Whether this operation ends with a photo; the last check always does. */
export const isPhotographed = (job: Job, operation: JobOperation, temper: Temper): boolean => {
  const { photos } = habitsOf(temper)
  return photos > 0 && (operation.workCentre === 'inspection' || chance(job.job, operation.operation, 'photo') < photos)
}

function acceptance(job: Job, habits: Habits): Act {
  const kind = chance(job.job, 'refuse') < habits.refuses ? 'refuse' : 'accept'
  return { kind, job, at: within(job.acceptBy, deadlines.acceptance, habits.accepts, job.job) }
}

/** A moment in the time that ends with a deadline. */
function within(deadline: string, length: number, [least, most]: Habits['answers'], about: string): number {
  return Date.parse(deadline) - length * (1 - between(least, most, about, 'when'))
}

function work(job: Job, operation: JobOperation, habits: Habits, deciding: Deciding): Act | undefined {
  const { state, startedAt } = operation
  const about = [job.job, operation.operation] as const
  if (state === 'planned') {
    const ready = readyAt(job, operation, deciding)
    return ready === undefined
      ? undefined
      : { kind: 'start', job, operation, at: startAt(operation, ready, habits, deciding, about) }
  }
  if (startedAt === null) return undefined
  const { finish, pause } = course(operation, Date.parse(startedAt), habits, about)
  if (state === 'paused') return { kind: 'start', job, operation, at: pause?.to ?? 0 }
  const interrupted = pause !== undefined && deciding.now < pause.to
  return interrupted
    ? { kind: 'pause', job, operation, at: pause.from }
    : { kind: 'finish', job, operation, at: finish }
}

/** Not before all it needs is there; those who work ahead begin as soon as somebody is at work, but not later than planned. */
function startAt(
  operation: JobOperation,
  ready: number,
  habits: Habits,
  { now, zone }: Deciding,
  about: readonly [string, string],
): number {
  const planned = Date.parse(operation.startsAt)
  if (habits.ahead === 0) return Math.max(ready, planned + habits.late * chance(...about, 'late'))
  const early = Math.max(ready, planned - habits.ahead)
  if (habits.anytime) return early
  // Counted from now: what became ready in the night begins in the morning.
  return Math.max(ready, Math.min(planned, atWork(Math.max(early, now), zone)))
}

/** When everything an operation builds on is done and dry; undefined while something is still to be finished. */
function readyAt(job: Job, operation: JobOperation, { grace }: Deciding): number | undefined {
  let latest = 0
  for (const key of operation.after) {
    const earlier = job.operations.find((candidate) => candidate.operation === key)
    const dry = earlier === undefined ? undefined : dryAt(earlier, grace)
    if (dry === undefined) return undefined
    latest = Math.max(latest, dry)
  }
  return latest
}

function dryAt({ state, finishedAt, lagS }: JobOperation, grace = 0): number | undefined {
  if (state !== 'done' || finishedAt === null) return undefined
  return Date.parse(finishedAt) + (lagS === 0 ? 0 : lagS * 1000 + grace)
}

/** How a running operation goes: when it ends, and the interruption in between, if there is one. */
function course(
  operation: JobOperation,
  started: number,
  habits: Habits,
  about: readonly [string, string],
): { finish: number; pause?: { from: number; to: number } } {
  const planned = { from: Date.parse(operation.startsAt), to: Date.parse(operation.endsAt) }
  const needed = (operation.setupS + operation.runS) * 1000
  // In its time it lasts until its planned end, breaks and nights included, and begun late the plan has moved with it.
  const length = started < planned.from ? needed : Math.max(needed, planned.to - started)
  const duration = length * between(...habits.pace, ...about, 'pace')
  if (chance(...about, 'pause') >= habits.pauses) return { finish: started + duration }
  const from = started + duration * between(0.2, 0.7, ...about, 'pause after')
  const to = from + habits.pause * between(0.3, 1, ...about, 'pause for')
  return { finish: started + duration + (to - from), pause: { from, to } }
}

function dispatch(job: Job, habits: Habits, { grace }: Deciding): Act {
  const dry = Math.max(...job.operations.map((operation) => dryAt(operation, grace) ?? 0))
  return { kind: 'ship', job, at: dry + habits.dispatch * chance(job.job, 'dispatch') }
}
