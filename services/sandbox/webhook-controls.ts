import { z } from 'zod'
import { control } from './control.ts'
import { type Deliveries, type Delivery, post } from './deliveries.ts'
import { json, type Route } from './http.ts'

/** Where webhooks go and what signs them. Without an address they are only kept. */
export type WebhookTarget = {
  readonly url: string | undefined
  readonly secret: string
  /** The headers of one attempt at `at` (wall ms). */
  headers(body: string, secret: string, at: number): Record<string, string>
}

/** What the controls need to know of the sandbox's events. */
export type WebhookSource = {
  readonly deliveries: Deliveries
  /** All events ever told, oldest first. `about` is the object it tells of. */
  events(): readonly { readonly id: string; readonly type: string; readonly about: string }[]
  body(id: string): string
  settled(): Promise<void>
}

/** Losing, repeating, reordering, ageing and forging webhooks, under `/_sandbox/webhooks`. */
export function webhookControls(source: WebhookSource, target: WebhookTarget): readonly Route[] {
  const { deliveries, settled } = source
  const which = { event: z.string().optional(), type: z.string().optional(), about: z.string().optional() }

  async function sendAgain(
    chosen: { event?: string | undefined; type?: string | undefined; about?: string | undefined },
    how: { times?: number; ageS?: number; secret?: string },
  ): Promise<object> {
    const { times = 1, ageS = 0, secret = target.secret } = how
    const events = source
      .events()
      .filter((event) => chosen.event === undefined || event.id === chosen.event)
      .filter((event) => chosen.type === undefined || event.type === chosen.type)
      .filter((event) => chosen.about === undefined || event.about === chosen.about)
    const sent: object[] = []
    for (const { id, type } of events) {
      const body = source.body(id)
      for (let time = 0; time < times; time += 1) {
        const headers = target.headers(body, secret, Date.now() - ageS * 1000)
        sent.push({ event: id, type, answer: await post(target.url ?? '', body, headers) })
      }
    }
    return { sent }
  }

  return [
    ['GET /_sandbox/webhooks', () => json(200, { waiting: deliveries.waiting(), events: source.events() })],
    [
      'POST /_sandbox/webhooks/hold',
      control(z.strictObject({ held: z.boolean() }), settled, ({ held }) => deliveries.hold(held)),
    ],
    [
      'POST /_sandbox/webhooks/flush',
      control(z.strictObject({ order: z.enum(['sent', 'reversed', 'shuffled']).default('sent') }), settled, (input) =>
        deliveries.flush(orders[input.order]),
      ),
    ],
    [
      'POST /_sandbox/webhooks/resend',
      control(
        z.strictObject({ ...which, times: z.int().min(1).max(100).default(1) }),
        settled,
        ({ times, ...chosen }) => sendAgain(chosen, { times }),
      ),
    ],
    [
      'POST /_sandbox/webhooks/stale',
      control(
        z.strictObject({ ...which, age_s: z.int().positive().default(301) }),
        settled,
        ({ age_s: ageS, ...chosen }) => sendAgain(chosen, { ageS }),
      ),
    ],
    [
      'POST /_sandbox/webhooks/forge',
      control(z.strictObject(which), settled, (chosen) => sendAgain(chosen, { secret: 'not the secret' })),
    ],
  ]
}

const orders = {
  sent: (items: readonly Delivery[]) => items,
  reversed: (items: readonly Delivery[]) => [...items].reverse(),
  shuffled: (items: readonly Delivery[]) =>
    items
      .map((item) => ({ item, at: Math.random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item),
} as const
