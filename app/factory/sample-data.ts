import type { JobRow, Operation, Plan, RequestRow } from './portal-data.ts'

const start = Date.parse('2026-11-23T08:00:00Z')
const hour = 3_600_000
const iso = (at: number) => new Date(at).toISOString()

/** An operation for tests: one hour at the saw from Monday 08:00 UTC. */
export function someOperation(more: Partial<Operation> = {}): Operation {
  return {
    operation: 'saw',
    workCentre: 'saw',
    state: 'planned',
    startsAt: iso(start),
    endsAt: iso(start + hour),
    startedAt: null,
    finishedAt: null,
    after: [],
    setupS: 600,
    runS: 3000,
    lagS: 0,
    note: null,
    photo: null,
    pauseReason: null,
    ...more,
  }
}

/** A job for tests, scheduled and in time. */
export function someJob(more: Partial<JobRow> = {}): JobRow {
  return {
    job: 'a-1',
    order: 'a',
    stage: 'scheduled',
    orderStage: 'scheduled',
    waitingOn: 'factory',
    waitingSince: iso(start),
    dueAt: null,
    hash: 'f'.repeat(64),
    product: 'shelf',
    version: 1,
    options: {},
    quantity: 1,
    country: 'DE',
    acceptBy: iso(start + 72 * hour),
    finishesAt: iso(start + 48 * hour),
    finishBy: iso(start + 48 * hour),
    projectedFinishAt: iso(start + 48 * hour),
    promisedAt: iso(start + 240 * hour),
    projectedAt: iso(start + 240 * hour),
    late: false,
    price: { amount: 70_000, currency: 'EUR' },
    net: { amount: 46_000, currency: 'EUR' },
    trace: [],
    operations: [someOperation()],
    ...more,
  }
}

/** A request for tests. */
export function someRequest(more: Partial<RequestRow> = {}): RequestRow {
  return {
    request: 'r',
    product: 'shelf',
    version: 1,
    options: {},
    hash: 'f'.repeat(64),
    quantity: 1,
    country: 'DE',
    wantedBy: null,
    deadline: iso(start + 24 * hour),
    minutes: 285,
    tightest: { workCentre: 'edge-banding', part: 0.12 },
    price: { amount: 70_000, currency: 'EUR' },
    net: { amount: 46_000, currency: 'EUR' },
    trace: [],
    ...more,
  }
}

/** An empty plan of some days from an instant on. */
export function planOf(from: number, days: number): Plan {
  return {
    zone: 'UTC',
    now: iso(from),
    days: Array.from({ length: days }, (_, day) => ({
      date: iso(from + day * 24 * hour).slice(0, 10),
      startsAt: iso(from + day * 24 * hour),
    })),
    endsAt: iso(from + days * 24 * hour),
    next: null,
    resources: [],
    bars: [],
    jobs: [],
  }
}
