import { z } from 'zod'

/** One webhook on its way, named by its event: how often it was tried, and whether it arrived. Wall times in ms. */
export const delivery = z.object({
  id: z.string(),
  attempts: z.int().nonnegative(),
  state: z.enum(['waiting', 'delivered']),
  nextAt: z.int(),
  /** What the receiver said last: its status, or why it could not be reached. */
  lastAnswer: z.string().optional(),
})
export type Delivery = z.infer<typeof delivery>

export type Deliveries = {
  /** Sends it, and again with growing pauses until the receiver answers 2xx. */
  add(delivery: Delivery): void
  /** Tries everything that waits at once, in the order given by `order`. Resolves when each was tried. */
  flush(order?: (waiting: readonly Delivery[]) => readonly Delivery[]): Promise<void>
  /** While held nothing is sent but by `flush`: for tests of lost and reordered webhooks. */
  hold(held: boolean): void
  /** What has not arrived yet, oldest first. */
  waiting(): readonly Delivery[]
  close(): void
}

const firstPauseMs = 500
const longestPauseMs = 30_000
const attemptTimeoutMs = 10_000
const mostAtOnce = 8

/**
 * Delivers signed webhooks. `sign` is asked at each attempt, so a late one still carries a fresh time. `record` is told
 * each change, and stores it: after a crash what waited is sent again, and what arrived is not.
 */
export function createDeliveries(options: {
  url: string | undefined
  body(id: string): string
  sign(body: string): Record<string, string>
  record(delivery: Delivery): void
  now(): number
}): Deliveries {
  const waiting = new Map<string, Delivery>()
  const underWay = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let held = false
  let closed = false

  async function attempt(delivery: Delivery): Promise<void> {
    if (options.url === undefined || underWay.has(delivery.id)) return
    underWay.add(delivery.id)
    const body = options.body(delivery.id)
    const lastAnswer = await post(options.url, body, options.sign(body))
    underWay.delete(delivery.id)
    if (closed) return
    const arrived = /^2\d\d$/.test(lastAnswer)
    const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(delivery.attempts, 10))
    const next: Delivery = {
      ...delivery,
      attempts: delivery.attempts + 1,
      lastAnswer,
      state: arrived ? 'delivered' : 'waiting',
      nextAt: options.now() + pause,
    }
    if (arrived) waiting.delete(next.id)
    else waiting.set(next.id, next)
    options.record(next)
  }

  function wake(): void {
    clearTimeout(timer)
    if (closed || held || options.url === undefined) return
    let soonest = Number.POSITIVE_INFINITY
    for (const item of waiting.values()) {
      if (underWay.size >= mostAtOnce) return
      if (underWay.has(item.id)) continue
      if (item.nextAt <= options.now()) void attempt(item).then(wake)
      else soonest = Math.min(soonest, item.nextAt)
    }
    if (soonest < Number.POSITIVE_INFINITY) timer = setTimeout(wake, Math.max(10, soonest - options.now()))
  }

  return {
    add(delivery) {
      waiting.set(delivery.id, delivery)
      wake()
    },
    async flush(order = (items) => items) {
      for (const item of order([...waiting.values()])) await attempt(item)
      wake()
    },
    hold(next) {
      held = next
      wake()
    },
    waiting: () => [...waiting.values()],
    close() {
      closed = true
      clearTimeout(timer)
    },
  }
}

/** Posts once; the status as text, or the failure's name. */
export async function post(url: string, body: string, headers: Record<string, string>): Promise<string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(attemptTimeoutMs),
    })
    await response.body?.cancel()
    return String(response.status)
  } catch (error) {
    return error instanceof Error ? error.name : 'failed'
  }
}
