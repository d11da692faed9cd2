import { z } from 'zod'
import { trackingEvent } from '../carrier-messages.ts'
import { control, faultControls } from '../sandbox/control.ts'
import { type Faults, faultShape } from '../sandbox/faults.ts'
import { json, type Route } from '../sandbox/http.ts'
import { type WebhookTarget, webhookControls } from '../sandbox/webhook-controls.ts'
import { callKinds } from './api.ts'
import { type CarrierSandbox, happen } from './bookings.ts'
import type { RecordOf } from './records.ts'
import { noticeBody } from './webhooks.ts'

const which = { shipment: z.string().optional(), order: z.string().optional() }

/** Forcing events, silencing a shipment, counting what was booked, and the webhook and fault controls. */
export function controlRoutes(sandbox: CarrierSandbox, faults: Faults, target: WebhookTarget): readonly Route[] {
  const { store, deliveries } = sandbox
  const { settled } = store

  const chosen = (input: { shipment?: string | undefined; order?: string | undefined }): RecordOf<'shipment'>[] =>
    [...store.shipments.values()].filter(
      ({ shipment }) =>
        (input.shipment === undefined || shipment.id === input.shipment) &&
        (input.order === undefined || shipment.order === input.order),
    )

  /** Nothing can happen to a parcel that was never collected, nor after the end of its journey. */
  function force(record: RecordOf<'shipment'>, kind: z.infer<typeof trackingEvent.shape.kind>): object {
    const { shipment, request } = record
    if (['delivered', 'lost', 'cancelled'].includes(shipment.state))
      return { shipment: shipment.id, state: shipment.state }
    const at = sandbox.businessNow()
    if (shipment.state === 'booked' && kind !== 'collected') {
      happen(sandbox, record, { kind: 'collected', at, place: request.from.city })
    }
    const now = store.shipments.get(record.id) ?? record
    happen(sandbox, now, { kind, at, place: kind === 'collected' ? request.from.city : request.to.city })
    return { shipment: shipment.id, state: kind }
  }

  return [
    [
      'GET /_sandbox/effects',
      ({ query }) => {
        const records = chosen({ order: query.get('order') ?? undefined })
        const live = records.filter(({ shipment }) => shipment.state !== 'cancelled')
        return json(200, {
          counts: {
            shipments: records.length,
            cancelled: records.length - live.length,
            cartons: live.reduce((sum, { shipment }) => sum + shipment.cartons.length, 0),
          },
          shipments: records.map(({ shipment }) => shipment),
        })
      },
    ],
    [
      'POST /_sandbox/events',
      control(z.strictObject({ ...which, kind: trackingEvent.shape.kind }), settled, ({ kind, ...input }) => ({
        forced: chosen(input).map((record) => force(record, kind)),
      })),
    ],
    [
      'POST /_sandbox/silence',
      control(z.strictObject({ ...which, silent: z.boolean().default(true) }), settled, ({ silent, ...input }) => {
        const records = chosen(input).map((record) => ({ ...record, silent }))
        store.put(records)
        return { silenced: records.map(({ id }) => id) }
      }),
    ],
    ...faultControls(faults, faultShape(callKinds), settled),
    ...webhookControls(
      {
        deliveries,
        settled,
        events: () =>
          [...store.notices.values()].map(({ id, kind, shipment }) => ({ id, type: kind, about: shipment })),
        body: (id) => noticeBody(store, id),
      },
      target,
    ),
  ]
}
