import {
  allHandlersFinished,
  CancellationScope,
  CancelledFailure,
  condition,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow'
import { businessNow, wallUntil } from '#models/order/clock.ts'
import { deadlines } from '#models/order/deadlines.ts'
import type { EventKind } from '#models/order/events.ts'
import type { Values } from '#models/product/evaluation.ts'
import type { Step } from '#prisma/steps.ts'
import { Mutex } from '../mutex.ts'
import { patient } from '../patiently.ts'
import { refusal } from '../refusal.ts'
import type { QuotingRecords } from './effects.ts'
import * as message from './messages.ts'

const call = patient<QuotingRecords>(proxyLocalActivities<QuotingRecords>, proxyActivities<QuotingRecords>)
const records: QuotingRecords = {
  writeBid: call('Write the bid and hold its slot', (to) => to.writeBid),
  writeDecline: call('Write the decline', (to) => to.writeDecline),
  closeRound: call('Close the round', (to) => to.closeRound),
}

/** One hand round: factories that bid by hand answer until the deadline; each bid is told to the order at once, the end is the result. */
export async function quoting(input: message.QuotingInput): Promise<{ quotes: number }> {
  const open = new Set(input.requests)
  const mutex = new Mutex()
  const now = () => businessNow(input.clock, Date.now())
  // The round that opened this one wrote the first steps: that each factory was asked.
  let sequence = input.requests.length
  let quotes = 0

  const step = (kind: EventKind, data: Values): Step => ({
    workflow: message.quotingWorkflowId(input.order, input.round),
    sequence: sequence + 1,
    order: input.order,
    kind,
    at: now(),
    data,
  })
  const stillOpen = (request: string) => {
    if (!open.has(request)) throw refusal('illegal_move', { request })
  }
  const show = () =>
    setCurrentDetails(
      `${quotes} quotes, ${open.size} of ${input.requests.length} requests open until ${new Date(input.deadline).toISOString()}.\n\n[Order](${input.site}/orders/${input.order})`,
    )

  setHandler(
    message.bid,
    (bid) =>
      mutex.run(async () => {
        stillOpen(bid.request)
        const written = step('quote_arrived', { request: bid.request })
        const { quote } = await records.writeBid({
          step: written,
          ...bid,
          at: written.at,
          heldUntil: written.at + deadlines.quoteHold,
        })
        sequence = written.sequence
        open.delete(bid.request)
        quotes += 1
        show()
        return { quote }
      }),
    { validator: ({ request }) => stillOpen(request) },
  )
  setHandler(
    message.decline,
    ({ request, reason }) =>
      mutex.run(async () => {
        stillOpen(request)
        const written = step('declined', { request, reason })
        await records.writeDecline({ step: written, request, reason })
        sequence = written.sequence
        open.delete(request)
        show()
      }),
    { validator: ({ request }) => stillOpen(request) },
  )
  setHandler(message.openRequests, () => [...open])

  show()
  try {
    await condition(() => open.size === 0, wallUntil(input.clock, input.deadline, Date.now()), {
      summary: 'Hand bids are open',
    })
  } catch (error) {
    // The order ended or asks anew: what is still open is closed all the same.
    if (!(error instanceof CancelledFailure)) throw error
  }
  await CancellationScope.nonCancellable(async () => {
    await condition(allHandlersFinished)
    await mutex.run(async () => {
      const closing = step('hand_round_ended', { quotes })
      await records.closeRound({ step: closing, order: input.order, round: input.round })
      open.clear()
    })
  })
  return { quotes }
}
