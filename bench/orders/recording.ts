import type { Client } from '@temporalio/client'
import { defaultPayloadConverter } from '@temporalio/common'
import type { temporal } from '@temporalio/proto'
import { z } from 'zod'
import { jobWorkflowId } from '#workflows/job/messages.ts'
import { type OrderInput, orderWorkflowId, type Submission } from '#workflows/order/messages.ts'
import { quotingWorkflowId } from '#workflows/quoting/messages.ts'

type HistoryEvent = temporal.api.history.v1.IHistoryEvent
type Payload = temporal.api.common.v1.IPayload

/** One message to a workflow of the order, as it came from outside. */
export type Message = {
  readonly workflow: string
  readonly kind: 'update' | 'signal'
  readonly name: string
  readonly args: readonly unknown[]
}

/** What happened to one order, read from the histories of its workflows. */
export type Recording = {
  readonly order: string
  readonly input: OrderInput
  readonly submission: Submission
  /** all but the submission, in the order of their coming: until the goods must dry, and after it */
  readonly before: readonly Message[]
  readonly after: readonly Message[]
  /** what each kind of activity answered, in the order of its calls */
  readonly answers: Readonly<Record<string, readonly unknown[]>>
  /** events of all the order's workflows together */
  readonly events: number
}

const workflowsOf = (order: string) => [orderWorkflowId(order), jobWorkflowId(order, 1), quotingWorkflowId(order, 1)]

/** The histories of an order's workflows, once each has ended. */
async function historiesOf(client: Client, order: string): Promise<ReadonlyMap<string, readonly HistoryEvent[]>> {
  const histories = new Map<string, readonly HistoryEvent[]>()
  for (const id of workflowsOf(order)) {
    const handle = client.workflow.getHandle(id)
    await handle.result()
    histories.set(id, (await handle.fetchHistory()).events ?? [])
  }
  return histories
}

/** How many events the histories of one whole order have together. */
export async function eventsOf(client: Client, order: string): Promise<number> {
  return [...(await historiesOf(client, order)).values()].reduce((sum, { length }) => sum + length, 0)
}

/** Reads what an order was told and what its activities answered. */
export async function record(client: Client, order: string): Promise<Recording> {
  const histories = await historiesOf(client, order)
  const all = [...histories].flatMap(([workflow, events]) => events.map((event) => ({ workflow, event })))
  all.sort((a, b) => timeOf(a.event) - timeOf(b.event))
  const messages = all.flatMap(({ workflow, event }) => messageIn(workflow, event) ?? [])
  const [submit, ...rest] = messages
  const started = histories.get(orderWorkflowId(order))?.[0]?.workflowExecutionStartedEventAttributes
  if (submit?.name !== 'submit' || started == null) throw new Error(`Order ${order} did not begin with its submission`)
  const answers = answersIn([...histories.values()])
  const submitted = all.find(({ event }) => event.workflowExecutionUpdateAcceptedEventAttributes)?.event
  return {
    order,
    input: valueIn<OrderInput>(started.input?.payloads?.[0]),
    submission: valueIn<Submission>(
      submitted?.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.args?.payloads?.[0],
    ),
    ...parted(rest, answers),
    answers,
    events: all.length,
  }
}

const booked = z.object({ operations: z.array(z.object({ key: z.string(), lagS: z.number() })) })
const finished = z.object({ operation: z.string() })

/** The messages up to the finish of the operation that must dry, and those after it. */
function parted(messages: readonly Message[], answers: Recording['answers']): Pick<Recording, 'before' | 'after'> {
  const { operations } = booked.parse(answers.bookJob?.[0])
  const drying = operations.find(({ lagS }) => lagS > 0)?.key
  const at = messages.findIndex(
    ({ name, args }) => name === 'finishOperation' && finished.parse(args[0]).operation === drying,
  )
  return { before: messages.slice(0, at + 1), after: messages.slice(at + 1) }
}

function messageIn(workflow: string, event: HistoryEvent): Message | undefined {
  const update = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input
  if (update?.name != null)
    return { workflow, kind: 'update', name: update.name, args: (update.args?.payloads ?? []).map(valueIn) }
  const signal = event.workflowExecutionSignaledEventAttributes
  // What one of the order's workflows tells another comes by itself.
  if (signal?.signalName == null || signal.externalWorkflowExecution != null) return undefined
  return { workflow, kind: 'signal', name: signal.signalName, args: (signal.input?.payloads ?? []).map(valueIn) }
}

const localActivity = z.object({ activity_type: z.string() })

function answersIn(histories: readonly (readonly HistoryEvent[])[]): Record<string, unknown[]> {
  const answers: Record<string, unknown[]> = {}
  const answered = (type: string, payload: Payload | null | undefined) => {
    answers[type] = [...(answers[type] ?? []), payload == null ? undefined : valueIn(payload)]
  }
  for (const events of histories) {
    const scheduled = new Map<string, string>()
    for (const event of events) {
      const begun = event.activityTaskScheduledEventAttributes
      if (begun?.activityType?.name != null) scheduled.set(String(event.eventId), begun.activityType.name)
      const done = event.activityTaskCompletedEventAttributes
      if (done != null) answered(scheduled.get(String(done.scheduledEventId)) ?? '', done.result?.payloads?.[0])
      const marker = event.markerRecordedEventAttributes
      if (marker?.markerName !== 'core_local_activity') continue
      const { activity_type } = localActivity.parse(valueIn(marker.details?.data?.payloads?.[0]))
      answered(activity_type, marker.details?.result?.payloads?.[0])
    }
  }
  return answers
}

function valueIn<Value>(payload: Payload | null | undefined): Value {
  if (payload == null) throw new Error('A history lacks a payload')
  return defaultPayloadConverter.fromPayload<Value>(payload)
}

const timeOf = ({ eventTime }: HistoryEvent): number =>
  Number(eventTime?.seconds ?? 0) * 1000 + (eventTime?.nanos ?? 0) / 1e6
