import { z } from 'zod'
import { shipment, shipmentRequest } from '../carrier-messages.ts'
import { delivery } from '../sandbox/deliveries.ts'

/** A booked shipment with what was asked. `silent` stops its own events, for tests of a carrier that says nothing. */
const shipmentRecord = z.object({
  object: z.literal('shipment'),
  id: z.string(),
  shipment,
  request: shipmentRequest,
  silent: z.boolean(),
})

/** The answer kept for an idempotency key: the same key with the same request names the same shipment. */
const keyRecord = z.object({
  object: z.literal('key'),
  id: z.string(),
  fingerprint: z.string(),
  shipment: z.string(),
})

/** Which event tells of which shipment. */
const noticeRecord = z.object({ object: z.literal('notice'), id: z.string(), shipment: z.string(), kind: z.string() })

const deliveryRecord = delivery.extend({ object: z.literal('delivery') })

export const storedRecord = z.discriminatedUnion('object', [shipmentRecord, keyRecord, noticeRecord, deliveryRecord])
export type StoredRecord = z.infer<typeof storedRecord>
export type RecordOf<K extends StoredRecord['object']> = Extract<StoredRecord, { object: K }>

/** One line of the journal: all that one call changed. */
export const journalLine = z.object({ put: z.array(storedRecord).min(1) })
