import type { PoolClient } from 'pg'
import { z } from 'zod'
import type { Database } from './client.ts'
import { columnsOf } from './columns.ts'
import { Prisma } from './generated/client.ts'

export const jobStages = [
  'awaiting_acceptance',
  'scheduled',
  'in_production',
  'shipped',
  'stopped',
  'refused',
  'unpaid',
] as const
export type JobStage = (typeof jobStages)[number]
const jobStageSchema = z.enum(jobStages)
export const operationStateSchema = z.enum(['planned', 'running', 'paused', 'done'])

/** A job waits for its factory's word from payment on; its operations are written at acceptance. */
export async function insertJob(
  client: PoolClient,
  job: {
    id: string
    order: string
    n: number
    factory: string
    quote: string
    hash: string
    quantity: number
    acceptBy: number
    finishesAt: number
    at: number
  },
): Promise<void> {
  await client.query({
    name: 'insert-job',
    text: `INSERT INTO job (id, order_id, n, factory_id, quote_id, hash, quantity, stage, accept_by, finishes_at, created_at)
     VALUES ($1,$2,$3,$4,$5,$6,$7,'awaiting_acceptance',$8,$9,$10) ON CONFLICT (id) DO NOTHING`,
    values: [
      job.id,
      job.order,
      job.n,
      job.factory,
      job.quote,
      job.hash,
      job.quantity,
      new Date(job.acceptBy),
      new Date(job.finishesAt),
      new Date(job.at),
    ],
  })
}

export type PlannedOperationRow = {
  readonly key: string
  readonly position: number
  readonly workCentre: string
  readonly setupS: number
  readonly runS: number
  readonly lagS: number
  readonly after: readonly string[]
  readonly startsAt: number
  readonly endsAt: number
}

/** The job's operations as planned; a second time only their planned times are written again. */
export async function writeOperations(
  client: PoolClient,
  job: string,
  operations: readonly PlannedOperationRow[],
  finishesAt: number,
): Promise<void> {
  await client.query({
    name: 'write-operations',
    text: `WITH finish AS (UPDATE job SET finishes_at = to_timestamp($3 / 1000.0) WHERE id = $1)
     INSERT INTO job_operation (job_id, key, position, work_centre, setup_s, run_s, lag_s, after, starts_at, ends_at)
     SELECT $1, o.key, o.position, o."workCentre", o."setupS", o."runS", o."lagS", o.after,
       to_timestamp(o."startsAt" / 1000.0), to_timestamp(o."endsAt" / 1000.0)
     FROM jsonb_to_recordset($2::jsonb) AS o(key text, position int, "workCentre" text, "setupS" int, "runS" int, "lagS" int,
       after text[], "startsAt" bigint, "endsAt" bigint)
     ON CONFLICT (job_id, key) DO UPDATE SET starts_at = excluded.starts_at, ends_at = excluded.ends_at`,
    values: [job, JSON.stringify(operations), finishesAt],
  })
}

/** Locks the job's row for the transaction and gives its stage; undefined when there is none. */
export async function lockJob(client: PoolClient, job: string): Promise<JobStage | undefined> {
  const { rows } = await client.query<{ stage: string }>({
    name: 'lock-job',
    text: 'SELECT stage FROM job WHERE id = $1 FOR UPDATE',
    values: [job],
  })
  return rows[0] === undefined ? undefined : jobStageSchema.parse(rows[0].stage)
}

export async function setJobStage(client: PoolClient, job: string, stage: JobStage): Promise<void> {
  await client.query({ name: 'set-job-stage', text: 'UPDATE job SET stage = $2 WHERE id = $1', values: [job, stage] })
}

/** An operation begins, or goes on after a pause. */
export async function markStarted(client: PoolClient, job: string, operation: string, at: number): Promise<void> {
  await client.query({
    name: 'mark-started',
    text: `UPDATE job_operation SET state = 'running', pause_reason = NULL, started_at = coalesce(started_at, $3) WHERE job_id = $1 AND key = $2 AND state <> 'done'`,
    values: [job, operation, new Date(at)],
  })
}

export async function markPaused(client: PoolClient, job: string, operation: string, reason: string): Promise<void> {
  await client.query({
    name: 'mark-paused',
    text: `UPDATE job_operation SET state = 'paused', pause_reason = $3 WHERE job_id = $1 AND key = $2 AND state = 'running'`,
    values: [job, operation, reason],
  })
}

export async function markFinished(
  client: PoolClient,
  job: string,
  operation: string,
  at: number,
  note: string | undefined,
  photo: string | undefined,
): Promise<void> {
  await client.query({
    name: 'mark-finished',
    text: `UPDATE job_operation SET state = 'done', finished_at = $3, started_at = coalesce(started_at, $3), note = $4, photo = $5 WHERE job_id = $1 AND key = $2`,
    values: [job, operation, new Date(at), note ?? null, photo ?? null],
  })
}

type StoredOperation = Prisma.JobOperationGetPayload<object>
type OperationTimes = 'startsAt' | 'endsAt' | 'startedAt' | 'finishedAt'
/** Inside JSON times are text. */
type OperationJson = Omit<StoredOperation, OperationTimes> & {
  [Time in OperationTimes]: null extends StoredOperation[Time] ? string | null : string
}
type StoredJob = Prisma.JobGetPayload<object> & { operations: OperationJson[] }

const selectJobs = `SELECT ${columnsOf(Prisma.JobScalarFieldEnum, 'j')},
    (SELECT coalesce(json_agg(o ORDER BY o.position), '[]') FROM (
      SELECT ${columnsOf(Prisma.JobOperationScalarFieldEnum, 'p')} FROM job_operation p WHERE p.job_id = j.id
    ) o) AS operations
  FROM job j`

const timeOf = (text: string | null): Date | null => (text === null ? null : new Date(text))

function parsed(row: StoredJob) {
  return {
    ...row,
    stage: jobStageSchema.parse(row.stage),
    operations: row.operations.map((operation) => ({
      ...operation,
      state: operationStateSchema.parse(operation.state),
      startsAt: new Date(operation.startsAt),
      endsAt: new Date(operation.endsAt),
      startedAt: timeOf(operation.startedAt),
      finishedAt: timeOf(operation.finishedAt),
    })),
  }
}
export type JobRow = ReturnType<typeof parsed>

/** A job with its operations in order. */
export async function readJob({ pool }: Pick<Database, 'pool'>, id: string): Promise<JobRow | undefined> {
  const { rows } = await pool.query<StoredJob>({
    name: 'read-job',
    text: `${selectJobs} WHERE j.id = $1`,
    values: [id],
  })
  return rows.map(parsed)[0]
}

/** A factory's jobs, those it must act on first. */
export async function listJobs(
  { pool }: Pick<Database, 'pool'>,
  factory: string,
  stagesWanted: readonly JobStage[] = jobStages,
): Promise<JobRow[]> {
  const { rows } = await pool.query<StoredJob>({
    name: 'list-jobs',
    text: `${selectJobs} WHERE j.factory_id = $1 AND j.stage = ANY($2) ORDER BY j.finishes_at, j.id LIMIT 500`,
    values: [factory, stagesWanted],
  })
  return rows.map(parsed)
}

/** How many jobs of a factory stand in a stage. */
export async function countJobs(database: Pick<Database, 'client'>, factory: string, stage: JobStage): Promise<number> {
  return database.client.job.count({ where: { factoryId: factory, stage } })
}

/** All jobs an order has had, the latest last. */
export async function listJobsOfOrder(database: Pick<Database, 'client'>, order: string) {
  return database.client.job.findMany({ where: { orderId: order }, orderBy: { n: 'asc' } })
}

/** Takes over a new plan: operations' times and the job's finish, business epoch ms. */
export async function setOperationTimes(
  client: PoolClient,
  job: string,
  spans: ReadonlyMap<string, { readonly startsAt: number; readonly endsAt: number }>,
  finishesAt: number,
): Promise<void> {
  const times = [...spans].map(([key, { startsAt, endsAt }]) => ({ key, startsAt, endsAt }))
  await client.query({
    name: 'set-operation-times',
    text: `WITH finish AS (UPDATE job SET finishes_at = to_timestamp($3 / 1000.0) WHERE id = $1)
     UPDATE job_operation SET starts_at = to_timestamp(t."startsAt" / 1000.0), ends_at = to_timestamp(t."endsAt" / 1000.0)
     FROM jsonb_to_recordset($2::jsonb) AS t(key text, "startsAt" bigint, "endsAt" bigint)
     WHERE job_id = $1 AND job_operation.key = t.key`,
    values: [job, JSON.stringify(times), finishesAt],
  })
}
