import { z } from 'zod'
import {
  type CarrierRate,
  type CarrierRefusal,
  carrierRefusal,
  type RatesRequest,
  rate,
  type Shipment,
  type ShipmentRequest,
  shipment,
  type TrackingNotice,
  trackingNotice,
} from './carrier-messages.ts'
import { verifyBody } from './signed-body.ts'
import { ServiceRejected, ServiceUnavailable } from './unavailable.ts'

/** `apiUrl` is the carrier's origin, such as `http://127.0.0.1:4020`. */
export type CarrierConfig = {
  readonly apiUrl: string
  readonly apiKey: string
  readonly webhookSecret: string
  /** How long one call may take. */
  readonly timeoutMs?: number
}

/** Our side of the carrier. Throws `ServiceUnavailable` where the same call with the same key should be repeated. */
export type Carrier = {
  /** What each service costs for these cartons, cheapest first; empty when nothing carries them. */
  rates(request: RatesRequest): Promise<readonly CarrierRate[] | CarrierRefusal>
  /** Books one shipment of all cartons; the same key with the same request answers the same shipment. */
  createShipment(request: ShipmentRequest, idempotencyKey: string): Promise<Shipment | CarrierRefusal>
  /** The current truth, to be fetched after a notice. */
  fetchShipment(id: string): Promise<Shipment | CarrierRefusal>
  /** Only before collection. Cancelled before answers the shipment. */
  cancelShipment(id: string, idempotencyKey: string): Promise<Shipment | CarrierRefusal>
  /** All cartons' labels as one PDF, one A6 page a carton. */
  label(id: string): Promise<Uint8Array | CarrierRefusal>
  /** Checks signature and age (300 s) of the raw body; `undefined` means: not from the carrier, answer 400 and do nothing. */
  verifyWebhook(body: string, signature: string | null, now: number): TrackingNotice | undefined
}

export function createCarrier(config: CarrierConfig): Carrier {
  const call = async (method: 'GET' | 'POST', path: string, body?: unknown, key?: string): Promise<Response> => {
    const response = await fetch(new URL(path, config.apiUrl), {
      method,
      headers: {
        authorization: `Bearer ${config.apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(config.timeoutMs ?? 10_000),
    }).catch((error: unknown) => {
      throw new ServiceUnavailable('carrier', error instanceof Error ? error.name : 'no answer')
    })
    if (response.status === 409 || response.status === 429 || response.status >= 500) {
      throw new ServiceUnavailable('carrier', `status ${response.status}`)
    }
    if (response.status === 401 || response.status === 403) {
      throw new ServiceRejected('carrier', `status ${response.status}`)
    }
    return response
  }

  const read = async <Shape extends z.ZodType>(
    response: Response,
    shape: Shape,
  ): Promise<z.infer<Shape> | CarrierRefusal> => {
    const body = await bodyOf(() => response.json())
    return response.ok ? shape.parse(body) : carrierRefusal.parse(body)
  }

  return {
    rates: async (request) => read(await call('POST', '/v1/rates', request), z.array(rate)),
    createShipment: async (request, key) => read(await call('POST', '/v1/shipments', request, key), shipment),
    fetchShipment: async (id) => read(await call('GET', `/v1/shipments/${encodeURIComponent(id)}`), shipment),
    cancelShipment: async (id, key) =>
      read(await call('POST', `/v1/shipments/${encodeURIComponent(id)}/cancel`, {}, key), shipment),
    async label(id) {
      const response = await call('GET', `/v1/shipments/${encodeURIComponent(id)}/label.pdf`)
      if (!response.ok) return carrierRefusal.parse(await bodyOf(() => response.json()))
      return new Uint8Array(await bodyOf(() => response.arrayBuffer()))
    },
    verifyWebhook(body, signature, now) {
      if (!verifyBody(body, signature, config.webhookSecret, now)) return undefined
      return trackingNotice.safeParse(parsed(body)).data
    },
  }
}

/** A body cut off in the middle is the carrier being unavailable, not an answer. */
async function bodyOf<Body>(read: () => Promise<Body>): Promise<Body> {
  try {
    return await read()
  } catch {
    throw new ServiceUnavailable('carrier', 'answer cut off')
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
