import { z } from 'zod'
import { type Delivery, post } from '../sandbox/deliveries.ts'
import { type Handler, json, type Route, type SandboxRequest } from '../sandbox/http.ts'
import { createChange, type Sandbox } from './change.ts'
import { sweep } from './clockwork.ts'
import { type Faults, faultShape } from './faults.ts'
import { expireSession } from './moves.ts'
import type { Kind, RecordOf, StoredRecord } from './records.ts'
import { type WebhookTarget, webhookBody, webhookHeaders } from './webhooks.ts'

/**
 * What a real party does not offer: counting effects where they happened, making calls fail, and losing, repeating,
 * reordering and forging webhooks. All under `/_sandbox/`; a browser page of another origin may not use them.
 */
export function controlRoutes(sandbox: Sandbox, faults: Faults, target: WebhookTarget): readonly Route[] {
  const { store, deliveries } = sandbox

  const posted =
    <Shape extends z.ZodType>(shape: Shape, handle: (input: z.output<Shape>) => unknown): Handler =>
    async (request) => {
      if (isForeign(request)) return json(403, { error: 'another origin may not control the sandbox' })
      const input = shape.safeParse(jsonOf(request.body))
      if (!input.success) return json(400, { error: z.prettifyError(input.error) })
      const answer = await handle(input.data)
      await store.settled()
      return json(200, answer ?? { ok: true })
    }

  const sendAgain = async (event: RecordOf<'event'>, more: { times: number; age?: number; secret?: string }) => {
    const body = webhookBody(event)
    const { secret = target.secret, age = 0 } = more
    const answers: string[] = []
    for (let time = 0; time < more.times; time += 1) {
      const headers = webhookHeaders(body, secret, Date.now() - age * 1000)
      answers.push(target.url === undefined ? 'no webhook address' : await post(target.url, body, headers))
    }
    return { event: event.id, type: event.type, answers }
  }

  const chosen = (input: { event?: string | undefined; type?: string | undefined }): RecordOf<'event'>[] =>
    [...store.event.values()].filter(
      (event) =>
        (input.event === undefined || event.id === input.event) &&
        (input.type === undefined || event.type === input.type),
    )

  const which = { event: z.string().optional(), type: z.string().optional() }

  return [
    ['GET /_sandbox/effects', ({ query }) => json(200, effectsReport([...store.effect.values()], query))],
    ['GET /_sandbox/webhooks', () => json(200, { waiting: deliveries.waiting(), all: [...store.delivery.values()] })],
    ['GET /_sandbox/faults', () => json(200, { armed: faults.armed() })],
    ['GET /_sandbox/objects/:id', ({ params }) => objectReport(params.id ?? '', sandbox)],

    ['POST /_sandbox/fail', posted(faultShape, (fault) => faults.arm(fault))],
    ['POST /_sandbox/clear', posted(z.unknown(), () => faults.clear())],
    ['POST /_sandbox/release', posted(z.unknown(), () => faults.release())],

    [
      'POST /_sandbox/webhooks/hold',
      posted(z.strictObject({ held: z.boolean() }), ({ held }) => deliveries.hold(held)),
    ],
    [
      'POST /_sandbox/webhooks/flush',
      posted(z.strictObject({ order: z.enum(['sent', 'reversed', 'shuffled']).default('sent') }), ({ order }) =>
        deliveries.flush(orders[order]),
      ),
    ],
    [
      'POST /_sandbox/webhooks/resend',
      posted(z.strictObject({ ...which, times: z.int().min(1).max(100).default(1) }), (input) =>
        inTurn(chosen(input), (event) => sendAgain(event, { times: input.times })),
      ),
    ],
    [
      'POST /_sandbox/webhooks/stale',
      posted(z.strictObject({ ...which, age_s: z.int().positive().default(301) }), (input) =>
        inTurn(chosen(input), (event) => sendAgain(event, { times: 1, age: input.age_s })),
      ),
    ],
    [
      'POST /_sandbox/webhooks/forge',
      posted(z.strictObject(which), (input) =>
        inTurn(chosen(input), (event) => sendAgain(event, { times: 1, secret: 'whsec_not_the_secret' })),
      ),
    ],

    [
      'POST /_sandbox/expire',
      posted(z.strictObject({ session: z.string() }), ({ session: id }) => {
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
      posted(z.strictObject({ payment_intent: z.string(), in_s: z.int().nonnegative().default(0) }), (input) => {
        const intent = store.payment_intent.get(input.payment_intent)
        const charge = store.charge.get(intent?.charge ?? '')
        if (intent?.status !== 'requires_capture' || charge === undefined) return { error: 'nothing held' }
        const change = createChange(sandbox)
        change.put({ ...charge, captureBefore: change.at + input.in_s })
        change.commit()
        sweep(sandbox)
        return undefined
      }),
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

async function inTurn<Item, Result>(items: readonly Item[], action: (item: Item) => Promise<Result>) {
  const results: Result[] = []
  for (const item of items) results.push(await action(item))
  return { sent: results }
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

/** A browser says where a request comes from; a program does not. */
function isForeign(request: SandboxRequest): boolean {
  const origin = request.header('origin')
  return origin !== undefined && origin !== `http://${request.header('host')}`
}

function jsonOf(body: string): unknown {
  if (body.trim() === '') return {}
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
