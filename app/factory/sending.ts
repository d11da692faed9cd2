import { data, isRouteErrorResponse } from 'react-router'

/**
 * What comes back where an act has no answer: the form keeps what it holds. `lost`: nothing got through, it goes out by itself later;
 * `failed`: the server broke over it, somebody tries again. Either is safe, since the server does each act once.
 */
export type Unsent = { readonly unsent: 'lost' | 'failed' }

/** Gateways answer for a server that is away; nothing has reached it. */
const away: ReadonlySet<number> = new Set([502, 503, 504])

/** Sends a form. What has no answer becomes one, not a broken page; status 503 keeps the page from being read anew over that line. */
export async function sendForm<Answer>(send: () => Promise<Answer>): Promise<Answer | ReturnType<typeof unsent>> {
  try {
    return await send()
  } catch (error) {
    const isMeant = error instanceof Response || (isRouteErrorResponse(error) && error.status < 500)
    if (isMeant) throw error
    return unsent(isLost(error) ? 'lost' : 'failed')
  }
}

const unsent = (why: Unsent['unsent']) => data<Unsent>({ unsent: why }, { status: 503 })

/** A browser names a request that never got through a TypeError, whatever the reason. */
function isLost(error: unknown): boolean {
  return error instanceof TypeError || (isRouteErrorResponse(error) && away.has(error.status))
}
