import { z } from 'zod'

/** The carrier's wire format, spoken by its client and by its sandbox alike. Lengths mm, mass g, money minor units. */

const money = z.object({ amount: z.int().nonnegative(), currency: z.enum(['EUR', 'GBP', 'USD', 'CNY', 'BRL']) })

export const postalAddress = z.object({
  name: z.string().min(1).max(120),
  line1: z.string().min(1).max(200),
  line2: z.string().max(200).optional(),
  postalCode: z.string().max(20),
  city: z.string().min(1).max(120),
  region: z.string().max(120).optional(),
  country: z.string().regex(/^[A-Z]{2}$/),
})
export type PostalAddress = z.infer<typeof postalAddress>

/** Outer measures of one packed carton. */
export const parcel = z.object({
  carton: z.string().min(1).max(40),
  lengthMm: z.number().positive().max(20_000),
  widthMm: z.number().positive().max(20_000),
  heightMm: z.number().positive().max(20_000),
  massG: z.number().positive().max(2_000_000),
})
export type Parcel = z.infer<typeof parcel>

/** `parcel`: each carton by parcel network. `two_man`: delivered to the room. `pallet`: kerbside, by truck or sea. */
export const carriage = z.enum(['parcel', 'two_man', 'pallet'])
export type Carriage = z.infer<typeof carriage>

export const rate = z.object({ service: carriage, price: money, transitBusinessS: z.int().positive() })
export type CarrierRate = z.infer<typeof rate>

export const ratesRequest = z.object({
  from: postalAddress.pick({ country: true, postalCode: true }),
  to: postalAddress.pick({ country: true, postalCode: true }),
  parcels: z.array(parcel).min(1).max(99),
  currency: money.shape.currency,
})
export type RatesRequest = z.infer<typeof ratesRequest>

/** `transitBusinessS`: seconds of business time from collection to the door. `reference` is printed on each label. */
export const shipmentRequest = z.object({
  order: z.string().min(1).max(80),
  reference: z.string().min(1).max(80),
  service: carriage,
  from: postalAddress,
  to: postalAddress,
  parcels: z.array(parcel).min(1).max(99),
  transitBusinessS: z.int().positive(),
})
export type ShipmentRequest = z.infer<typeof shipmentRequest>

export const shipmentState = z.enum(['booked', 'collected', 'in_transit', 'delivered', 'failed', 'lost', 'cancelled'])
export type ShipmentState = z.infer<typeof shipmentState>

/** Times are business time, ms since 1970. `seq` counts up from 1 within a shipment: the order things happened in. */
export const trackingEvent = z.object({
  id: z.string(),
  seq: z.int().positive(),
  kind: shipmentState.exclude(['booked', 'cancelled']),
  at: z.int(),
  place: z.string(),
})
export type TrackingEvent = z.infer<typeof trackingEvent>

export const shipment = z.object({
  id: z.string(),
  order: z.string(),
  service: carriage,
  state: shipmentState,
  bookedAt: z.int(),
  expectedAt: z.int(),
  cartons: z.array(z.object({ carton: z.string(), tracking: z.string() })),
  events: z.array(trackingEvent),
})
export type Shipment = z.infer<typeof shipment>

/** What a webhook carries: ids only, since the receiver fetches the shipment's current truth. */
export const trackingNotice = z.object({ event: z.string(), shipment: z.string() })
export type TrackingNotice = z.infer<typeof trackingNotice>

/** The webhook's header with `t=…,v1=…`. */
export const carrierSignatureHeader = 'carrier-signature'

/** `refused` names: the key came with another request before; no such shipment; too late to cancel; not carried. */
export const carrierRefusal = z.object({
  refused: z.enum(['key_reused', 'not_found', 'already_collected', 'not_carried', 'bad_request']),
  message: z.string(),
})
export type CarrierRefusal = z.infer<typeof carrierRefusal>
