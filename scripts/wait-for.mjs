import { setTimeout as pause } from 'node:timers/promises'

/**
 * Waits until an address answers with a status that is good enough.
 * @param {string} url
 * @param {() => boolean} alive false ends the waiting
 */
export async function answers(url, alive) {
  for (;;) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(3000) })
      await response.body?.cancel()
      if (response.ok) return
      if (!alive()) throw new Error(`${url} answers ${response.status}`)
    } catch (error) {
      if (!alive()) throw error
    }
    await pause(50)
  }
}
