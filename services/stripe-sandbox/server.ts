import { createDeliveries } from '../sandbox/deliveries.ts'
import { createFaults } from '../sandbox/faults.ts'
import { json, listen, page } from '../sandbox/http.ts'
import { accountPageRoutes } from './account-pages.ts'
import { apiRoutes, unknownCall } from './api.ts'
import type { Sandbox } from './change.ts'
import { startClockwork } from './clockwork.ts'
import { controlRoutes } from './controls.ts'
import { checkoutPageRoutes } from './hosted-checkout.ts'
import { overviewPage } from './overview-page.ts'
import { openStore } from './store.ts'
import { webhookBody, webhookHeaders } from './webhooks.ts'

export type StripeSandboxConfig = {
  /** 0 takes a free port. */
  readonly port: number
  readonly host?: string
  /** Where its journal lies. */
  readonly folder: string
  readonly secretKey: string
  /** Where events are sent; without it they are only kept. */
  readonly webhookUrl?: string
  readonly webhookSecret: string
  /** The origin a browser reaches it by, when that is not where it listens. */
  readonly publicUrl?: string
  /** Wall time, ms; tests may hold their own. */
  readonly now?: () => number
}

/** Starts the stand-in for Stripe: its API, its hosted pages, its webhooks, and the controls for tests. */
export async function startStripeSandbox(
  config: StripeSandboxConfig,
): Promise<{ url: string; close(): Promise<void> }> {
  const now = config.now ?? Date.now
  const store = await openStore(config.folder, now)
  const deliveries = createDeliveries({
    url: config.webhookUrl,
    body: (id) => webhookBody(store, id),
    sign: (body) => webhookHeaders(body, config.webhookSecret, Date.now()),
    record: (delivery) => store.put([{ object: 'delivery', ...delivery }]),
    now,
  })
  const faults = createFaults()
  let origin = config.publicUrl ?? ''
  const sandbox: Sandbox = { store, deliveries, now, origin: () => origin }
  const listening = await listen({
    port: config.port,
    ...(config.host === undefined ? {} : { host: config.host }),
    routes: [
      ['GET /', () => page(200, overviewPage(sandbox))],
      ['GET /healthz', () => json(200, { ok: true })],
      ...apiRoutes(sandbox, faults, config.secretKey),
      ...checkoutPageRoutes(sandbox),
      ...accountPageRoutes(sandbox),
      ...controlRoutes(sandbox, faults, {
        url: config.webhookUrl,
        secret: config.webhookSecret,
        headers: webhookHeaders,
      }),
    ],
    otherwise: unknownCall,
  })
  origin ||= listening.url
  for (const { object, ...delivery } of store.delivery.values()) {
    if (delivery.state === 'waiting') deliveries.add({ ...delivery, nextAt: now() })
  }
  const clockwork = startClockwork(sandbox)
  return {
    url: listening.url,
    async close() {
      clockwork.stop()
      deliveries.close()
      faults.release()
      await listening.close()
      await store.close()
    },
  }
}
