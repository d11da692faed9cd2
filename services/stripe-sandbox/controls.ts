import { z } from 'zod'
import { control, faultControls } from '../sandbox/control.ts'
import { type Faults, faultShape } from '../sandbox/faults.ts'
import { json, type Route } from '../sandbox/http.ts'
import { type WebhookSource, type WebhookTarget, webhookControls } from '../sandbox/webhook-controls.ts'
import { finishAccount } from './account-pages.ts'
import { callKind } from './api-call.ts'
import { createChange, type Sandbox } from './change.ts'
import { sweep } from './clockwork.ts'
import { expireSession } from './moves.ts'
import type { Kind, RecordOf, StoredRecord } from './records.ts'
import { webhookBody } from './webhooks.ts'

/**
 * What a real party does not offer: counting effects where they happened, making calls fail, and losing, repeating,
 * reordering and forging webhooks. All under `/_sandbox/`; a browser page of another origin may not use them.
 */
export function controlRoutes(sandbox: Sandbox, faults: Faults, target: WebhookTarget): readonly Route[] {
  const { store } = sandbox

  const settled = store.settled

  return [
    ['GET /_sandbox/effects', ({ query }) => json(200, effectsReport([...store.effect.values()], query))],
    ['GET /_sandbox/objects/:id', ({ params }) => objectReport(params.id ?? '', sandbox)],

    ...faultControls(faults, faultShape(callKind.options), settled),
    ...webhookControls(webhookSource(sandbox), target),

    [
      'POST /_sandbox/onboard',
      control(z.strictObject({ account: z.string() }), settled, (input) => {
        const account = store.account.get(input.account)
        if (account === undefined) return { error: 'no such account' }
        const change = createChange(sandbox)
        finishAccount(change, account)
        change.commit()
        return undefined
      }),
    ],
    [
      'POST /_sandbox/expire',
      control(z.strictObject({ session: z.string() }), settled, ({ session: id }) => {
        const session = store['checkout.session'].get(id)
        if (session?.status !== 'open') return { error: 'no such open session' }
        const change = createChange(sandbox)
        expireSession(change, store, session, sandbox.origin())
        change.commit()
        return undefined
      }),
    ],
    [
      'POST /_sandbox/lapse',
      control(
        z.strictObject({ payment_intent: z.string(), in_s: z.int().nonnegative().default(0) }),
        settled,
        (input) => {
          const intent = store.payment_intent.get(input.payment_intent)
          const charge = store.charge.get(intent?.charge ?? '')
          if (intent?.status !== 'requires_capture' || charge === undefined) return { error: 'nothing held' }
          const change = createChange(sandbox)
          change.put({ ...charge, captureBefore: change.at + input.in_s })
          change.commit()
          sweep(sandbox)
          return undefined
        },
      ),
    ],
  ]
}

function webhookSource({ store, deliveries }: Sandbox): WebhookSource {
  return {
    deliveries,
    settled: store.settled,
    events: () => [...store.event.values()].map((event) => ({ id: event.id, type: event.type, about: aboutOf(event) })),
    body: (id) => webhookBody(store, id),
  }
}

const snapshotId = z.object({ id: z.string() })

function aboutOf(event: RecordOf<'event'>): string {
  return snapshotId.safeParse(event.snapshot).data?.id ?? ''
}

/** Counts by kind, and the effects themselves; `?order=` and `?target=` narrow both. */
function effectsReport(all: readonly RecordOf<'effect'>[], query: URLSearchParams) {
  const order = query.get('order')
  const target = query.get('target')
  const effects = all.filter(
    (effect) => (order === null || effect.order === order) && (target === null || effect.target === target),
  )
  const counts = { checkout: 0, authorisation: 0, capture: 0, cancellation: 0, lapse: 0, refund: 0, transfer: 0 }
  for (const effect of effects) counts[effect.kind] += 1
  return { counts, effects }
}

const shown: readonly Exclude<Kind, 'answer' | 'delivery' | 'effect'>[] = [
  'checkout.session',
  'payment_intent',
  'charge',
  'refund',
  'transfer',
  'account',
  'customer',
  'event',
]

/** The stored record of any id, as it is remembered. */
function objectReport(id: string, { store }: Sandbox) {
  const found = shown
    .map((kind): StoredRecord | undefined => store[kind].get(id))
    .find((record) => record !== undefined)
  return found === undefined ? json(404, { error: 'no such object' }) : json(200, found)
}
