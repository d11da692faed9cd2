import { signBody } from '../signed-body.ts'
import { eventObject } from './change.ts'
import type { Store } from './store.ts'

/** The event as it is sent; it is written the same way each time. */
export function webhookBody(store: Store, id: string): string {
  const event = store.event.get(id)
  if (event === undefined) throw new Error(`no event ${id}`)
  return JSON.stringify(eventObject(event, true), null, 2)
}

/** Signed at each attempt with the time of the attempt (`at`, wall ms), as Stripe does. */
export function webhookHeaders(body: string, secret: string, at: number): Record<string, string> {
  return { 'stripe-signature': signBody(body, secret, at), 'user-agent': 'Stripe/1.0 (sandbox)' }
}
