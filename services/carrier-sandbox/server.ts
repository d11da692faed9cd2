import { type BusinessClock, businessNow, wallUntil } from '#models/order/clock.ts'
import { createDeliveries } from '../sandbox/deliveries.ts'
import { createFaults } from '../sandbox/faults.ts'
import { json, listen, page } from '../sandbox/http.ts'
import { apiRoutes } from './api.ts'
import { advance, type CarrierSandbox, nextAt } from './bookings.ts'
import { controlRoutes } from './controls.ts'
import { overviewPage } from './overview-page.ts'
import { openStore } from './store.ts'
import { noticeBody, noticeHeaders } from './webhooks.ts'

export type CarrierSandboxConfig = {
  /** 0 takes a free port. */
  readonly port: number
  readonly host?: string
  /** Where its journal lies. */
  readonly folder: string
  readonly apiKey: string
  /** Where events are sent; without it they are only kept. */
  readonly webhookUrl?: string
  readonly webhookSecret: string
  /** Shipments travel in business time. */
  readonly clock: BusinessClock
  /** Wall time, ms; tests may hold their own. */
  readonly now?: () => number
}

/** Journeys are looked at this often at most, and at least. */
const pause = { leastMs: 20, mostMs: 1000 } as const

/** Starts the stand-in for a carrier: its API, its journeys, its webhooks, and the controls for tests. */
export async function startCarrierSandbox(
  config: CarrierSandboxConfig,
): Promise<{ url: string; close(): Promise<void> }> {
  const now = config.now ?? Date.now
  const store = await openStore(config.folder)
  const deliveries = createDeliveries({
    url: config.webhookUrl,
    body: (id) => noticeBody(store, id),
    sign: (body) => noticeHeaders(body, config.webhookSecret, Date.now()),
    record: (delivery) => store.put([{ object: 'delivery', ...delivery }]),
    now,
  })
  const sandbox: CarrierSandbox = { store, deliveries, now, businessNow: () => businessNow(config.clock, now()) }
  const faults = createFaults()

  let timer: NodeJS.Timeout | undefined
  let closed = false
  function travel(): void {
    clearTimeout(timer)
    if (closed) return
    advance(sandbox)
    const next = nextAt(store)
    const wait = next === undefined ? pause.mostMs : wallUntil(config.clock, next, now())
    timer = setTimeout(travel, Math.min(pause.mostMs, Math.max(pause.leastMs, wait)))
  }

  const listening = await listen({
    port: config.port,
    ...(config.host === undefined ? {} : { host: config.host }),
    routes: [
      ['GET /', () => page(200, overviewPage(sandbox))],
      ['GET /healthz', () => json(200, { ok: true })],
      ...apiRoutes(sandbox, faults, config.apiKey, travel),
      ...controlRoutes(sandbox, faults, {
        url: config.webhookUrl,
        secret: config.webhookSecret,
        headers: noticeHeaders,
      }),
    ],
  })
  for (const { object, ...delivery } of store.deliveries.values()) {
    if (delivery.state === 'waiting') deliveries.add({ ...delivery, nextAt: now() })
  }
  travel()
  return {
    url: listening.url,
    async close() {
      closed = true
      clearTimeout(timer)
      deliveries.close()
      faults.release()
      await listening.close()
      await store.close()
    },
  }
}
