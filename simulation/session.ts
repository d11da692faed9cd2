import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCClient,
  TRPCClientError,
} from '@trpc/client'
import type { inferRouterOutputs } from '@trpc/server'
import { EventSource } from 'eventsource'
import { z } from 'zod'
import type { AppRouter } from '#app/api/router.ts'

/** The site from outside: where it answers, and the public origin that sign-in checks. */
export type Site = { readonly site: string; readonly origin: string }

export type Outputs = inferRouterOutputs<AppRouter>

/** One program's way into the public API, as a person or, before its first change, as nobody yet. */
export type Session = {
  readonly api: TRPCClient<AppRouter>
  /** Uploads one photo; gives the file's id. */
  readonly upload: (bytes: Uint8Array, contentType: string) => Promise<string>
  /** The bearer token; undefined until there is an account, a guest's included. */
  readonly token: () => string | undefined
}

/** Opens the API with a token, or as a visitor who becomes a guest with the first change. */
export function openSession({ site }: Pick<Site, 'site'>, token?: string): Session {
  let known = token
  const authorised = (): Record<string, string> => (known === undefined ? {} : { authorization: `Bearer ${known}` })
  const request: typeof fetch = async (input, init) => {
    const response = await fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(60_000) })
    known ??= response.headers.get('set-auth-token') ?? undefined
    return response
  }
  const url = `${site}/api/trpc`
  const api = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink({
          url,
          EventSource,
          eventSourceOptions: () => ({
            fetch: (input, init) => fetch(input, { ...init, headers: { ...init.headers, ...authorised() } }),
          }),
        }),
        false: httpBatchLink({
          url,
          maxItems: 20,
          headers: authorised,
          fetch: (input, { body, signal, ...rest } = {}) =>
            request(input, { ...rest, body: body ?? null, signal: signal ?? null }),
        }),
      }),
    ],
  })
  return {
    api,
    token: () => known,
    async upload(bytes, contentType) {
      const form = new FormData()
      form.set('file', new Blob([new Uint8Array(bytes)], { type: contentType }), 'photo')
      const response = await request(`${site}/api/files`, { method: 'POST', body: form, headers: authorised() })
      if (!response.ok) throw new Error(`The photo was answered with ${response.status}`)
      return z.object({ file: z.string() }).parse(await response.json()).file
    },
  }
}

/** Signs in by mail and password; gives the bearer token. Throws when the site does not take them. */
export async function signIn({ site, origin }: Site, account: { email: string; password: string }): Promise<string> {
  const response = await fetch(`${site}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: account.email, password: account.password }),
    signal: AbortSignal.timeout(30_000),
  })
  await response.body?.cancel()
  const token = response.headers.get('set-auth-token')
  if (!response.ok || token === null) throw new Error(`Signing in was answered with ${response.status}`)
  return token
}

const refused = z.object({ refusal: z.object({ code: z.string(), values: z.record(z.string(), z.unknown()) }) })

/** The named refusal of a call, such as `slot_gone`; undefined when the call failed for another reason. */
export function refusalOf(error: unknown): z.infer<typeof refused>['refusal'] | undefined {
  if (!(error instanceof TRPCClientError)) return undefined
  const read = refused.safeParse(error.data)
  return read.success ? read.data.refusal : undefined
}
