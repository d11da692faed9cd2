import { createHash, randomBytes } from 'node:crypto'
import type { CarrierRefusal, Shipment, ShipmentRequest, TrackingEvent } from '../carrier-messages.ts'
import type { Deliveries } from '../sandbox/deliveries.ts'
import { nextStep, type Step } from './journey.ts'
import { takes } from './rates.ts'
import type { RecordOf, StoredRecord } from './records.ts'
import type { Store } from './store.ts'

/** What the parts of the sandbox work with. Both clocks in ms. */
export type CarrierSandbox = {
  readonly store: Store
  readonly deliveries: Deliveries
  businessNow(): number
  now(): number
}

/** Books a shipment, or finds the one this key booked. */
export function book(sandbox: CarrierSandbox, request: ShipmentRequest, key: string): Shipment | CarrierRefusal {
  const { store } = sandbox
  const fingerprint = createHash('sha256').update(JSON.stringify(request)).digest('hex')
  const known = store.keys.get(key)
  if (known !== undefined && known.fingerprint !== fingerprint) {
    return { refused: 'key_reused', message: 'This idempotency key came with another request before.' }
  }
  const booked = known === undefined ? undefined : store.shipments.get(known.shipment)
  if (booked !== undefined) return booked.shipment
  const misfit = request.parcels.find((parcel) => !takes(request.service, parcel))
  if (misfit !== undefined) {
    return { refused: 'not_carried', message: `${request.service} does not take carton ${misfit.carton}.` }
  }
  const bookedAt = sandbox.businessNow()
  const id = `shp_${randomBytes(9).toString('hex')}`
  const shipment: Shipment = {
    id,
    order: request.order,
    service: request.service,
    state: 'booked',
    bookedAt,
    expectedAt: bookedAt + request.transitBusinessS * 1000,
    cartons: request.parcels.map(({ carton }) => ({ carton, tracking: trackingNumber() })),
    events: [],
  }
  store.put([
    { object: 'shipment', id, shipment, request, silent: false },
    { object: 'key', id: key, fingerprint, shipment: id },
  ])
  return shipment
}

/** Only before collection; cancelling again changes nothing. */
export function cancelBooking(sandbox: CarrierSandbox, record: RecordOf<'shipment'>): Shipment | CarrierRefusal {
  const { shipment } = record
  if (shipment.state === 'cancelled') return shipment
  if (shipment.state !== 'booked') {
    return { refused: 'already_collected', message: 'The cartons are already on their way.' }
  }
  const cancelled: Shipment = { ...shipment, state: 'cancelled' }
  sandbox.store.put([{ ...record, shipment: cancelled }])
  return cancelled
}

/** Notes one event and sends its webhook. */
export function happen(sandbox: CarrierSandbox, record: RecordOf<'shipment'>, step: Step): TrackingEvent {
  const { shipment } = record
  const event: TrackingEvent = {
    id: `trk_${randomBytes(9).toString('hex')}`,
    seq: shipment.events.length + 1,
    ...step,
  }
  const moved: Shipment = { ...shipment, state: step.kind, events: [...shipment.events, event] }
  const waiting = { id: event.id, attempts: 0, state: 'waiting', nextAt: sandbox.now() } as const
  const records: StoredRecord[] = [
    { ...record, shipment: moved },
    { object: 'notice', id: event.id, shipment: shipment.id, kind: step.kind },
    { object: 'delivery', ...waiting },
  ]
  sandbox.store.put(records)
  sandbox.deliveries.add(waiting)
  return event
}

/** Makes everything happen whose business time has come. */
export function advance(sandbox: CarrierSandbox): void {
  const now = sandbox.businessNow()
  for (const id of [...sandbox.store.moving]) {
    let record = sandbox.store.shipments.get(id)
    while (record !== undefined && sandbox.store.moving.has(id)) {
      const step = nextStep(record.request, record.shipment)
      if (step === undefined || step.at > now) break
      happen(sandbox, record, step)
      record = sandbox.store.shipments.get(id)
    }
  }
}

/** Business time of the next step of any shipment. */
export function nextAt(store: Store): number | undefined {
  const times = [...store.moving].map((id) => {
    const record = store.shipments.get(id)
    return record === undefined ? undefined : nextStep(record.request, record.shipment)?.at
  })
  const known = times.filter((at) => at !== undefined)
  return known.length === 0 ? undefined : Math.min(...known)
}

/** Two letters, nine digits, two letters, as postal items are numbered (UPU S10), without its check digit's meaning. */
function trackingNumber(): string {
  return `ML${String(randomBytes(4).readUInt32BE() % 1_000_000_000).padStart(9, '0')}SB`
}
