import {
  allHandlersFinished,
  condition,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow'
import { businessNow } from '#models/order/clock.ts'
import type { EventKind } from '#models/order/events.ts'
import type { Values } from '#models/product/evaluation.ts'
import type { Step } from '#prisma/steps.ts'
import { Mutex } from '../mutex.ts'
import { patient } from '../patiently.ts'
import { refusal } from '../refusal.ts'
import type { JobEffects, JobRecords } from './effects.ts'
import * as message from './messages.ts'

const call = patient<JobRecords>(proxyLocalActivities<JobRecords>, proxyActivities<JobRecords>)
const records: JobRecords = {
  startOperation: call('Write the start', (to) => to.startOperation),
  pauseOperation: call('Write the pause', (to) => to.pauseOperation),
  finishOperation: call('Write the finish', (to) => to.finishOperation),
}
const { handOver } = proxyActivities<JobEffects>({
  startToCloseTimeout: '60s',
  retry: { initialInterval: '500ms', maximumInterval: '30s' },
  summary: 'Order labels and hand over',
})

/** One job at one factory: its operations, from acceptance until the cartons are with the carrier, which its order learns from its result. */
export async function job(input: message.JobInput): Promise<message.JobProgress> {
  const state = new JobState(input)
  const mutex = new Mutex()
  const alone = <Result>(work: () => Promise<Result>) => mutex.run(work)

  setHandler(message.startOperation, ({ operation }) => alone(() => state.start(operation)), {
    validator: ({ operation }) => state.mayStart(operation),
  })
  setHandler(message.pauseOperation, ({ operation, reason }) => alone(() => state.pause(operation, reason)), {
    validator: ({ operation }) => state.mayPause(operation),
  })
  setHandler(message.finishOperation, (finish) => alone(() => state.finish(finish)), {
    validator: ({ operation }) => state.mayFinish(operation),
  })
  setHandler(message.ship, () => alone(() => state.ship()), { validator: () => state.mayShip() })
  setHandler(message.stopJob, () => alone(async () => state.stop()))
  setHandler(message.progress, () => state.progress())

  state.show()
  await condition(() => state.over)
  await condition(allHandlersFinished)
  return state.progress()
}

type FinishedOperation = { operation: string; note?: string | undefined; photo?: string | undefined }

class JobState {
  over = false
  private stopped = false
  private sequence = 0
  private shipment: { readonly shipment: string; readonly expectedAt: number } | undefined
  private readonly running = new Set<string>()
  /** finish time of each finished operation, business epoch ms */
  private readonly done = new Map<string, number>()
  private readonly input: message.JobInput

  constructor(input: message.JobInput) {
    this.input = input
  }

  /** Refuses what may not start now; as a validator, before anything is written to the history. */
  mayStart(key: string): void {
    const operation = this.operation(key)
    if (this.done.has(key)) throw refusal('illegal_move', { operation: key, state: 'done' })
    const missing = operation.after.find((earlier) => !this.ready(earlier))
    if (missing !== undefined) throw refusal('operation_order', { operation: key, missing })
  }

  async start(key: string): Promise<message.JobProgress> {
    this.mayStart(key)
    if (this.running.has(key)) return this.progress()
    const step = this.step('operation_started', { operation: key })
    await records.startOperation({ step, job: this.input.job, operation: key, at: step.at })
    this.written(step)
    this.running.add(key)
    this.show()
    return this.progress()
  }

  mayPause(key: string): void {
    this.operation(key)
    if (!this.running.has(key)) throw refusal('illegal_move', { operation: key, state: 'not_running' })
  }

  async pause(key: string, reason: string): Promise<message.JobProgress> {
    this.mayPause(key)
    const step = this.step('operation_paused', { operation: key, reason })
    await records.pauseOperation({ step, job: this.input.job, operation: key, at: step.at, reason })
    this.written(step)
    this.running.delete(key)
    this.show()
    return this.progress()
  }

  mayFinish(key: string): void {
    this.operation(key)
    if (this.done.has(key) || this.running.has(key)) return
    throw refusal('operation_order', { operation: key, missing: key })
  }

  async finish({ operation: key, note, photo }: FinishedOperation): Promise<message.JobProgress> {
    this.mayFinish(key)
    if (this.done.has(key)) return this.progress()
    const data: Values = {
      operation: key,
      ...(note === undefined ? {} : { note }),
      ...(photo === undefined ? {} : { photo }),
    }
    const step = this.step('operation_finished', data)
    await records.finishOperation({
      step,
      job: this.input.job,
      operation: key,
      at: step.at,
      note,
      photo,
    })
    this.written(step)
    this.running.delete(key)
    this.done.set(key, step.at)
    this.show()
    return this.progress()
  }

  mayShip(): void {
    if (this.stopped) throw refusal('illegal_move', { state: 'stopped' })
    const missing = this.input.operations.find((operation) => !this.ready(operation.key))
    if (missing !== undefined) throw refusal('operation_order', { operation: 'ship', missing: missing.key })
  }

  async ship(): Promise<{ shipment: string }> {
    if (this.shipment !== undefined) return { shipment: this.shipment.shipment }
    this.mayShip()
    const step = this.step('shipped')
    this.shipment = await handOver({ step, job: this.input.job, at: step.at })
    this.written(step)
    this.over = true
    this.show()
    return { shipment: this.shipment.shipment }
  }

  stop(): void {
    this.stopped = true
    this.over = true
    this.show()
  }

  progress(): message.JobProgress {
    return {
      running: [...this.running],
      done: [...this.done.keys()],
      shipped: this.shipment !== undefined,
      ...(this.shipment === undefined ? {} : { expectedAt: this.shipment.expectedAt }),
    }
  }

  /** What operators read. */
  show(): void {
    const { input } = this
    setCurrentDetails(
      [
        `**${this.done.size} of ${input.operations.length}** operations done${this.running.size > 0 ? `, running: ${[...this.running].join(', ')}` : ''}${this.stopped ? ', **stopped**' : ''}.`,
        `[Job in the portal](${input.site}/factory/jobs/${input.job}) · [order](${input.site}/orders/${input.order})`,
      ].join('\n\n'),
    )
  }

  private operation(key: string): message.JobOperationInput {
    if (this.stopped) throw refusal('illegal_move', { state: 'stopped' })
    const found = this.input.operations.find((operation) => operation.key === key)
    if (found === undefined) throw refusal('unknown_operation', { operation: key })
    return found
  }

  /** Done and, where it dries or cures, dry. */
  private ready(key: string): boolean {
    const finished = this.done.get(key)
    const operation = this.input.operations.find((candidate) => candidate.key === key)
    return finished !== undefined && operation !== undefined && finished + operation.lagS * 1000 <= this.now()
  }

  private now(): number {
    return businessNow(this.input.clock, Date.now())
  }

  private step(kind: EventKind, data: Values = {}): Step {
    const { input } = this
    return {
      workflow: message.jobWorkflowId(input.order, input.n),
      sequence: this.sequence + 1,
      order: input.order,
      factory: input.factory,
      kind,
      at: this.now(),
      data,
    }
  }

  private written(step: Step): void {
    this.sequence = step.sequence
  }
}
