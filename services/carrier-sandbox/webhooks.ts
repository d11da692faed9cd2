import { carrierSignatureHeader, type TrackingNotice } from '../carrier-messages.ts'
import { signBody } from '../signed-body.ts'
import type { Store } from './store.ts'

/** Ids only: the receiver fetches the shipment's current truth. */
export function noticeBody(store: Store, id: string): string {
  const notice = store.notices.get(id)
  if (notice === undefined) throw new Error(`no event ${id}`)
  const body: TrackingNotice = { event: id, shipment: notice.shipment }
  return JSON.stringify(body)
}

/** Signed at each attempt with the time of the attempt (`at`, wall ms). */
export function noticeHeaders(body: string, secret: string, at: number): Record<string, string> {
  return { [carrierSignatureHeader]: signBody(body, secret, at) }
}
