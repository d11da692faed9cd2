import Stripe from 'stripe'
import { z } from 'zod'
import type { Deliveries } from '../sandbox/deliveries.ts'
import type { RecordOf, StoredRecord } from './records.ts'
import { newId, type Store } from './store.ts'

/** What every part of the sandbox works with. `origin` is where its pages are reached. */
export type Sandbox = {
  readonly store: Store
  readonly deliveries: Deliveries
  origin(): string
  /** Wall time, ms since 1970. */
  now(): number
}

/** All that one call does, gathered first and then written as one line: it happens whole or not at all. */
export type Change = {
  /** Wall seconds at which it happens. */
  readonly at: number
  put(record: StoredRecord): void
  /** Tells it by an event; `render` is asked when the whole change is known. */
  emit(type: string, render: () => object): void
  count(
    effect: Pick<RecordOf<'effect'>, 'kind' | 'target' | 'amount' | 'currency'> & { order?: string | undefined },
  ): void
  /** Writes everything, and what `answer` adds to it, then starts the webhooks. */
  commit(answer?: () => readonly StoredRecord[]): void
}

/** `key` is the idempotency key of the call that makes the change. */
export function createChange(sandbox: Sandbox, key?: string): Change {
  const at = Math.floor(sandbox.now() / 1000)
  const records: StoredRecord[] = []
  const events: { type: string; render: () => object }[] = []
  const byKey = key === undefined ? {} : { key }
  return {
    at,
    put: (record) => records.push(record),
    emit: (type, render) => events.push({ type, render }),
    count({ order, ...effect }) {
      const byOrder = order === undefined ? {} : { order }
      records.push({ object: 'effect', id: newId('eff'), at, ...effect, ...byOrder, ...byKey })
    },
    commit(answer = () => []) {
      const deliveries: RecordOf<'delivery'>[] = []
      sandbox.store.put(records, () => {
        const told = events.map(({ type, render }): RecordOf<'event'> => {
          const snapshot = z.json().parse(JSON.parse(JSON.stringify(render())))
          const byRequest = key === undefined ? {} : { requestKey: key }
          return { object: 'event', id: newId('evt'), created: at, type, snapshot, ...byRequest }
        })
        for (const { id } of told) {
          deliveries.push({ object: 'delivery', id, attempts: 0, state: 'waiting', nextAt: sandbox.now() })
        }
        return [...told, ...deliveries, ...answer()]
      })
      for (const { object, ...delivery } of deliveries) sandbox.deliveries.add(delivery)
    },
  }
}

/** An event as Stripe sends and lists it: the SDK's shape with the object as it was then. */
export function eventObject(
  event: RecordOf<'event'>,
  waiting: boolean,
): Omit<Stripe.EventBase, 'data' | 'type'> & { type: string; data: { object: unknown } } {
  return {
    id: event.id,
    object: 'event',
    api_version: Stripe.API_VERSION,
    created: event.created,
    data: { object: event.snapshot },
    livemode: false,
    pending_webhooks: waiting ? 1 : 0,
    request: { id: null, idempotency_key: event.requestKey ?? null },
    type: event.type,
  }
}
