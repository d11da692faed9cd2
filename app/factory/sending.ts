import { data } from 'react-router'

/** What comes back where nothing could be sent: the form keeps what it holds and sends it later. */
export type Unsent = { readonly unsent: true }

/** Gateways answer for a server that is away; nothing has reached it. */
const away: ReadonlySet<number> = new Set([502, 503, 504])

/** Sends a form; a line that is lost becomes an answer, not a broken page. Status 503 keeps the page from being read anew over that line. */
export async function sendForm<Answer>(send: () => Promise<Answer>): Promise<Answer | ReturnType<typeof unsent>> {
  try {
    return await send()
  } catch (error) {
    if (isLost(error)) return unsent()
    throw error
  }
}

const unsent = () => data<Unsent>({ unsent: true }, { status: 503 })

function isLost(error: unknown): boolean {
  // A browser names a request that never got through a TypeError, whatever the reason.
  if (error instanceof TypeError) return true
  return (
    typeof error === 'object' &&
    error !== null &&
    'status' in error &&
    typeof error.status === 'number' &&
    away.has(error.status)
  )
}
