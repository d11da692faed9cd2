import { createChange, type Sandbox } from './change.ts'
import { cancel, expireSession } from './moves.ts'

/** How often time is looked at. */
const tickMs = 1000

/** Ends what time ends: open sessions past their expiry, and authorisations that were not captured before theirs. */
export function sweep(sandbox: Sandbox): void {
  const { store } = sandbox
  const nowS = sandbox.now() / 1000
  for (const id of [...store.open]) {
    const session = store['checkout.session'].get(id)
    if (session?.status === 'open' && session.expiresAt <= nowS) {
      const change = createChange(sandbox)
      expireSession(change, store, session, sandbox.origin())
      change.commit()
    }
    const intent = store.payment_intent.get(id)
    const charge = intent?.charge === undefined ? undefined : store.charge.get(intent.charge)
    if (intent?.status === 'requires_capture' && (charge?.captureBefore ?? Number.POSITIVE_INFINITY) <= nowS) {
      const change = createChange(sandbox)
      cancel(change, store, intent, { reason: 'automatic', lapsed: true })
      change.commit()
    }
  }
}

/** Sweeps every second until stopped. */
export function startClockwork(sandbox: Sandbox): { stop(): void } {
  const timer = setInterval(() => sweep(sandbox), tickMs)
  return { stop: () => clearInterval(timer) }
}
