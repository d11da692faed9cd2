import type { Product } from '#models/product/product.ts'
import type { StateShape } from '../ui/state-word.tsx'
import type { PageWords } from '../words/reader.tsx'
import type { Operation, Order } from './order-data.ts'
import { doingWords, opened, operationWords, pauseWords } from './telling.ts'

/** The one clock of an order, ready to be shown. Epoch ms of business time. */
export type StageClock = {
  /** where it stands, with who is at it */
  readonly title: string
  readonly shape: StateShape
  /** what is under way or comes next, in one line */
  readonly detail: string | undefined
  /** who holds the clock; undefined when it has stopped */
  readonly holder: string | undefined
  readonly since: number
  readonly until: number | undefined
  /** what happens by itself when the time is over */
  readonly after: string | undefined
  readonly punctuality: { readonly words: string; readonly late: boolean } | undefined
}

/** A difference under this, ms, is nobody’s delay. */
const grace = 60_000

/** Reads an order as a clock at business time `now`. */
export function stageClock(order: Order, product: Product, words: PageWords, now: number): StageClock {
  const reported = order.report?.state === 'open'
  const until = order.dueAt === null ? undefined : Date.parse(order.dueAt)
  const holder = holderOf(order, words)
  const stands = standing(order, product, words, now)
  return {
    ...stands,
    title: opened(stands.title, words),
    holder,
    since: Date.parse(order.waitingSince),
    until,
    after: until === undefined || holder === undefined ? undefined : afterwardsOf(order, reported, words),
    punctuality: punctualityOf(order, words, now),
  }
}

/** The factory that makes it, or “the factory” while none is chosen. */
export function factoryOf(order: Order, { say }: PageWords): string {
  return order.quote?.factory.name ?? say('clock.factory')
}

type Standing = Pick<StageClock, 'title' | 'shape' | 'detail'>

function standing(order: Order, product: Product, words: PageWords, now: number): Standing {
  const { say } = words
  const factory = factoryOf(order, words)
  const { stage } = order
  const is = (title: string, shape: StateShape, detail?: string): Standing => ({ title, shape, detail })
  const plain = (shape: StateShape) => is(say(`clock.title.${stage}`, { factory }), shape)
  if (order.report?.state === 'open') return is(say('clock.reported'), 'waiting')
  switch (stage) {
    case 'quoting':
    case 'awaiting_acceptance':
      return plain('moving')
    case 'offered':
    case 'awaiting_payment':
    case 'delivered':
      return plain('waiting')
    case 'scheduled':
      return order.waitingOn === 'operator'
        ? is(say('clock.overdue'), 'late')
        : { ...plain('moving'), detail: nextWords(order, product, words) }
    case 'in_production':
      return order.waitingOn === 'operator' ? is(say('clock.overdue'), 'late') : making(order, product, words, now)
    case 'shipped':
      return shipping(order, words)
    case 'completed':
      return plain('done')
    case 'cancelled':
    case 'refunded':
    case 'expired':
      return plain('stopped')
  }
}

function making(order: Order, product: Product, words: PageWords, now: number): Standing {
  const { say } = words
  const factory = factoryOf(order, words)
  const running = order.operations.find(({ state }) => state === 'running')
  if (running !== undefined)
    return {
      title: say('clock.doing', { factory, doing: doingWords(product, running.operation, words) }),
      shape: 'live',
      detail: say('clock.operationUntil', { at: running.endsAt }),
    }
  const paused = order.operations.find(({ state }) => state === 'paused')
  if (paused !== undefined)
    return {
      title: say('clock.paused', { factory }),
      shape: 'waiting',
      detail: `${operationWords(product, paused.operation, words)}. ${pauseWords(paused.pauseReason ?? undefined, words)}.`,
    }
  const dry = dryAt(order.operations, now)
  if (dry !== undefined)
    return { title: say('clock.drying', { factory }), shape: 'moving', detail: say('clock.dryUntil', { at: dry }) }
  const over = order.operations.length > 0 && order.operations.every(({ state }) => state === 'done')
  return {
    title: say(over ? 'clock.packed' : 'clock.title.in_production', { factory }),
    shape: 'moving',
    detail: nextWords(order, product, words),
  }
}

/** When what was coated or glued last is dry, if it is not yet. */
function dryAt(operations: readonly Operation[], now: number): number | undefined {
  const ends = operations.flatMap(({ finishedAt, lagS }) =>
    finishedAt === null || lagS === 0 ? [] : [Date.parse(finishedAt) + lagS * 1000],
  )
  const last = Math.max(...ends)
  return last > now ? last : undefined
}

function nextWords(order: Order, product: Product, words: PageWords): string | undefined {
  const next = order.operations.find(({ state }) => state === 'planned')
  return (
    next && words.say('clock.next', { operation: operationWords(product, next.operation, words), at: next.startsAt })
  )
}

function shipping(order: Order, { say }: PageWords): Standing {
  switch (order.shipment?.state) {
    case 'announced':
      return { title: say('clock.announced'), shape: 'moving', detail: undefined }
    case 'failed':
      return { title: say('clock.undelivered'), shape: 'late', detail: undefined }
    case 'lost':
      return { title: say('clock.lost'), shape: 'late', detail: undefined }
    case 'collected':
    case 'in_transit':
    case 'delivered':
    case undefined:
      return { title: say('clock.title.shipped'), shape: 'moving', detail: undefined }
  }
}

function holderOf(order: Order, words: PageWords): string | undefined {
  const { say } = words
  switch (order.waitingOn) {
    case 'shopper':
      return say('clock.you')
    case 'factory':
      return order.stage === 'quoting' ? say('clock.factories') : factoryOf(order, words)
    case 'carrier':
      return say('clock.carrier')
    case 'operator':
    case 'system':
      return say('clock.us')
    case 'none':
      return undefined
  }
}

function afterwardsOf(order: Order, reported: boolean, { say }: PageWords): string {
  return say(reported ? 'clock.thenReported' : `clock.then.${order.stage}`)
}

function punctualityOf(order: Order, { say }: PageWords, now: number): StageClock['punctuality'] {
  if (order.promisedAt === null) return undefined
  const promised = Date.parse(order.promisedAt)
  const delivered = order.shipment?.deliveredAt
  if (delivered != null) {
    const by = Date.parse(delivered) - promised
    if (Math.abs(by) < grace) return { words: say('clock.onTime'), late: false }
    return by > 0
      ? { words: say('clock.wasLate', { by }), late: true }
      : { words: say('clock.wasEarly', { by: -by }), late: false }
  }
  // Of goods that the carrier has lost or could not hand over nobody knows the day.
  const isAstray = order.shipment?.state === 'lost' || order.shipment?.state === 'failed'
  if (order.waitingOn === 'none' || (isAstray && !order.late)) return undefined
  const projected = order.projectedAt === null ? promised : Date.parse(order.projectedAt)
  const by = Math.max(projected, order.late ? now : 0) - promised
  return by < grace ? { words: say('clock.onTime'), late: false } : { words: say('clock.late', { by }), late: true }
}
