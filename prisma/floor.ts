import type { Pool, PoolClient } from 'pg'
import type { BookedSegment } from './bookings.ts'
import { operationStateSchema } from './jobs.ts'
import { recordStep, type Step } from './steps.ts'

/** A job that a factory has accepted and not shipped, with what its plan was promised by. Business epoch ms. */
export type MakingJob = {
  readonly job: string
  readonly order: string
  readonly quote: string
  readonly finishesAt: number
  /** the end of work that the quote was given for */
  readonly quotedFinish: number
  readonly operations: readonly MakingOperation[]
}

export type MakingOperation = {
  readonly key: string
  readonly workCentre: string
  readonly setupS: number
  readonly runS: number
  readonly lagS: number
  readonly after: readonly string[]
  readonly state: 'planned' | 'running' | 'paused' | 'done'
  readonly startsAt: number
  readonly endsAt: number
  readonly finishedAt: number | undefined
}

/** All that a factory is making, in order of id, as the transaction sees it. */
export async function readMaking(client: PoolClient, factory: string): Promise<MakingJob[]> {
  const { rows: jobs } = await client.query<{
    id: string
    order_id: string
    quote_id: string
    finishes_at: Date
    quoted_finish: Date
  }>(
    `SELECT j.id, j.order_id, j.quote_id, coalesce(j.finishes_at, q.finishes_at) AS finishes_at, q.finishes_at AS quoted_finish
      FROM job j JOIN quote q ON q.id = j.quote_id WHERE j.factory_id = $1 AND j.stage IN ('scheduled', 'in_production') ORDER BY j.id`,
    [factory],
  )
  const operations = await readOperations(
    client,
    jobs.map(({ id }) => id),
  )
  return jobs.map((row) => ({
    job: row.id,
    order: row.order_id,
    quote: row.quote_id,
    finishesAt: row.finishes_at.getTime(),
    quotedFinish: row.quoted_finish.getTime(),
    operations: operations.get(row.id) ?? [],
  }))
}

/** Operations of jobs in their order, as the transaction sees them. */
export async function readOperations(
  client: PoolClient,
  jobs: readonly string[],
): Promise<Map<string, MakingOperation[]>> {
  const { rows } = await client.query<{
    job_id: string
    key: string
    work_centre: string
    setup_s: number
    run_s: number
    lag_s: number
    after: string[]
    state: string
    starts_at: Date
    ends_at: Date
    finished_at: Date | null
  }>('SELECT * FROM job_operation WHERE job_id = ANY($1) ORDER BY job_id, position', [jobs])
  const operations = new Map<string, MakingOperation[]>(jobs.map((job) => [job, []]))
  for (const row of rows) {
    operations.get(row.job_id)?.push({
      key: row.key,
      workCentre: row.work_centre,
      setupS: row.setup_s,
      runS: row.run_s,
      lagS: row.lag_s,
      after: row.after,
      state: operationStateSchema.parse(row.state),
      startsAt: row.starts_at.getTime(),
      endsAt: row.ends_at.getTime(),
      finishedAt: row.finished_at?.getTime(),
    })
  }
  return operations
}

/** A factory's plan: what lies ahead at `at`, holds included, and all that jobs in the making ever had. Lapsed holds are left out. */
export async function readStretches(
  client: PoolClient,
  { factory, at, jobs }: { factory: string; at: number; jobs: readonly string[] },
): Promise<(BookedSegment & { readonly job: string | undefined })[]> {
  const { rows } = await client.query<{
    operation: string
    resource_id: string
    job_id: string | null
    starts_at: Date
    ends_at: Date
  }>(
    `SELECT operation, resource_id, job_id, starts_at, ends_at FROM booking
      WHERE factory_id = $1 AND (ends_at > $2 OR job_id = ANY($3)) AND (expires_at IS NULL OR expires_at > $2)
      ORDER BY starts_at, resource_id`,
    [factory, new Date(at), jobs],
  )
  return rows.map((row) => ({
    operation: row.operation,
    resource: row.resource_id,
    job: row.job_id ?? undefined,
    startsAt: row.starts_at.getTime(),
    endsAt: row.ends_at.getTime(),
  }))
}

/** When an operation was last paused, business epoch ms. */
export async function lastPaused(client: PoolClient, workflow: string, operation: string): Promise<number | undefined> {
  const { rows } = await client.query<{ at: Date | null }>(
    `SELECT max(at) AS at FROM order_event WHERE workflow = $1 AND kind = 'operation_paused' AND data->>'operation' = $2`,
    [workflow, operation],
  )
  return rows[0]?.at?.getTime()
}

/** The jobs that a step moves on the plan are told under the step's own name, so that a second attempt finds them again. */
const movesOf = ({ workflow, sequence }: Pick<Step, 'workflow' | 'sequence'>): string => `${workflow}/moves/${sequence}`

/** One job that moved: its work ends at `finishesAt` now and ended `before`. Business epoch ms. */
export type Move = {
  readonly job: string
  readonly order: string
  readonly finishesAt: number
  readonly before: number
}

/** Tells every order whose job a step has moved, and whoever watches it. */
export async function recordMoves(client: PoolClient, step: Step, moves: readonly Move[]): Promise<void> {
  for (const [index, { job, order, finishesAt, before }] of moves.entries()) {
    await recordStep(client, {
      workflow: movesOf(step),
      sequence: index + 1,
      order,
      factory: step.factory,
      kind: 'replanned',
      at: step.at,
      data: { job, finishesAt, before },
    })
  }
}

/** What a step has moved, with what the order was promised (business epoch ms) and what that depends on. */
export async function readMoves(pool: Pool, step: Step) {
  const { rows } = await pool.query<{
    job: string
    order_id: string
    finishes_at: string
    before: string
    promised_at: Date
  }>({
    name: 'read-moves',
    text: `SELECT e.data->>'job' AS job, e.order_id, e.data->>'finishesAt' AS finishes_at, e.data->>'before' AS before,
        coalesce(o.promised_at, q.deliver_by) AS promised_at
      FROM order_event e JOIN "order" o ON o.id = e.order_id JOIN job j ON j.id = e.data->>'job' JOIN quote q ON q.id = j.quote_id
      WHERE e.workflow = $1 ORDER BY e.sequence`,
    values: [movesOf(step)],
  })
  return rows.map((row) => ({
    job: row.job,
    order: row.order_id,
    finishesAt: Number(row.finishes_at),
    before: Number(row.before),
    promisedAt: row.promised_at.getTime(),
  }))
}
