import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Context } from './context.ts'
import { Refused } from './refusals.ts'

const minute = 60

/** Calls a minute for each account and, for those without, each address. Demo programs share one address and call for many. */
const people = {
  reads: new RateLimiterMemory({ points: 1200, duration: minute }),
  changes: new RateLimiterMemory({ points: 240, duration: minute }),
  costly: new RateLimiterMemory({ points: 30, duration: minute }),
}
const programs = {
  reads: new RateLimiterMemory({ points: 120_000, duration: minute }),
  changes: new RateLimiterMemory({ points: 60_000, duration: minute }),
  costly: new RateLimiterMemory({ points: 20_000, duration: minute }),
}

/** Counts one call; refuses `too_many_requests` with the seconds to wait. */
export async function limited(ctx: Context, call: { path: string; costly: boolean; changes: boolean }): Promise<void> {
  const kind = call.costly ? 'costly' : call.changes ? 'changes' : 'reads'
  const set = ctx.platform.environment.demo ? programs : people
  const who = ctx.person === undefined ? `address/${ctx.address}` : `account/${ctx.person.id}`
  try {
    await set[kind].consume(who)
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent
    const retryAfter = Math.max(1, Math.ceil(spent.msBeforeNext / 1000))
    ctx.headers.set('retry-after', String(retryAfter))
    throw new Refused('too_many_requests', { retryAfter })
  }
}
