import { createTRPCClient, httpBatchLink } from '@trpc/client'
import type { AppRouter } from '#app/api/router.ts'

/** The API from a browser: calls made at one moment travel together, and one under way outlives its page. */
export const api = createTRPCClient<AppRouter>({
  links: [
    httpBatchLink({
      url: '/api/trpc',
      maxItems: 20,
      fetch: (url, { body, signal, ...rest } = {}) =>
        fetch(url, { ...rest, body: body ?? null, signal: signal ?? null, keepalive: true }),
    }),
  ],
})
