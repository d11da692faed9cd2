import { signBody } from '../signed-body.ts'
import { eventObject } from './change.ts'
import type { RecordOf } from './records.ts'

/** Where events go and what signs them. Without an address they are only kept. */
export type WebhookTarget = { readonly url: string | undefined; readonly secret: string }

export function webhookBody(event: RecordOf<'event'>): string {
  return JSON.stringify(eventObject(event, true), null, 2)
}

/** Signed at each attempt with the time of the attempt (`at`, wall ms), as Stripe does. */
export function webhookHeaders(body: string, secret: string, at: number): Record<string, string> {
  return { 'stripe-signature': signBody(body, secret, at), 'user-agent': 'Stripe/1.0 (sandbox)' }
}
