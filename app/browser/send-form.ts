import { data, isRouteErrorResponse } from 'react-router'
import { isLine } from './keep-last.ts'

/**
 * What comes back where an act has no answer: the form keeps what it holds. `lost`: nothing got through, it goes out by itself later;
 * `failed`: the server broke over it, somebody tries again. Either is safe, since the server does each act once.
 */
export type Unsent = { readonly unsent: 'lost' | 'failed' }

/** Sends a form. What has no answer becomes one, not a broken page; status 503 keeps the page from being read anew over that line. */
export async function sendForm<Answer>(send: () => Promise<Answer>): Promise<Answer | ReturnType<typeof unsent>> {
  try {
    return await send()
  } catch (error) {
    const isMeant = error instanceof Response || (isRouteErrorResponse(error) && error.status < 500)
    if (isMeant) throw error
    return unsent(isLine(error) ? 'lost' : 'failed')
  }
}

const unsent = (why: Unsent['unsent']) => data<Unsent>({ unsent: why }, { status: 503 })
