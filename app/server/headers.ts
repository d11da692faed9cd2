/** What every answer says; an answer that says it itself, such as a page with its own policy, keeps its words. */
export function secured(response: Response, options: { https: boolean }): Response {
  const wanted: Readonly<Record<string, string>> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=()',
    'content-security-policy': policyFor(response),
    ...(options.https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
  const missing = Object.entries(wanted).filter(([name]) => !response.headers.has(name))
  try {
    for (const [name, value] of missing) response.headers.set(name, value)
    return response
  } catch {
    // Answers of fetch and redirects of the platform have headers that cannot be changed.
    const copy = new Response(response.body, response)
    for (const [name, value] of missing) copy.headers.set(name, value)
    return copy
  }
}

/** The header under which the caller's network address reaches handlers; what a caller claims in it is thrown away. */
export const addressHeader = 'x-client-address'

/**
 * The caller's network address, for limits.
 *
 * @param peer address of the socket's other end
 * @param forwarded `x-forwarded-for`: each proxy appends whom it was asked by, so the last entry is our own proxy's word
 * @param trustProxy whether there is a proxy of ours in front
 */
export function callerAddress(peer: string, forwarded: string | null, trustProxy: boolean): string {
  const last = trustProxy ? forwarded?.split(',').at(-1)?.trim() : undefined
  return (last || peer).replace(/^::ffff:/, '')
}

/** Data, uploaded files and refusals are never documents of this site, whatever a browser makes of them. */
function policyFor(response: Response): string {
  const bare = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
  // A browser shows no PDF in a sandbox.
  return response.headers.get('content-type')?.startsWith('application/pdf') ? bare : `${bare}; sandbox`
}
