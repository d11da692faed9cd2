import type { Shipment, ShipmentRequest, TrackingEvent } from '../carrier-messages.ts'

/** One step of a journey; `at` is business time in ms. */
export type Step = { readonly kind: TrackingEvent['kind']; readonly at: number; readonly place: string }

/** A van comes within four hours of booking, or sooner for a short way. */
const collectionMs = 4 * 3_600_000

/** The whole journey when nothing goes wrong: collected, two scans on the way, delivered when the transit time is over. */
export function journeyOf(request: ShipmentRequest, bookedAt: number): readonly Step[] {
  const transit = request.transitBusinessS * 1000
  const at = (share: number): number => bookedAt + Math.round(transit * share)
  return [
    { kind: 'collected', at: Math.min(bookedAt + collectionMs, at(0.1)), place: request.from.city },
    { kind: 'in_transit', at: at(0.4), place: `${request.from.country} hub` },
    { kind: 'in_transit', at: at(0.8), place: `${request.to.country} hub` },
    { kind: 'delivered', at: at(1), place: request.to.city },
  ]
}

/** The next step that has not happened, or nothing more. */
export function nextStep(request: ShipmentRequest, shipment: Shipment): Step | undefined {
  return journeyOf(request, shipment.bookedAt)[shipment.events.length]
}
