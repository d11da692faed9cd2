import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'

/** A request read whole. `params` are the named parts of the route's path. */
export type SandboxRequest = {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly params: Readonly<Record<string, string>>
  readonly body: string
  header(name: string): string | undefined
}

/** `disconnect` closes the socket without an answer, as a broken network does. */
export type SandboxAnswer =
  | {
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string | Uint8Array
    }
  | 'disconnect'

export type Handler = (request: SandboxRequest) => SandboxAnswer | Promise<SandboxAnswer>

/** `'POST /v1/refunds/:id'` and what answers it. The first that fits is taken. */
export type Route = readonly [pattern: string, handler: Handler]

export type Listening = { readonly url: string; readonly server: Server; close(): Promise<void> }

/** Nothing a sandbox takes is longer. */
const mostBytes = 1_000_000

export const json = (status: number, value: unknown, headers: Record<string, string> = {}): SandboxAnswer => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(value),
})

/** Pages run no script and load nothing. */
const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

export const page = (status: number, html: string, headers: Record<string, string> = {}): SandboxAnswer => ({
  status,
  headers: {
    ...pageHeaders,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; frame-src 'self'",
    ...headers,
  },
  body: html,
})

export const redirect = (location: string): SandboxAnswer => ({
  status: 303,
  headers: { location, 'cache-control': 'no-store' },
  body: '',
})

/** The house's type, for the pages. */
const typeRoute: Route = [
  'GET /type.woff2',
  async () => ({
    status: 200,
    headers: { 'content-type': 'font/woff2', 'cache-control': 'public, max-age=86400' },
    body: await readFile(
      createRequire(import.meta.url).resolve(
        '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
      ),
    ),
  }),
]

/** Serves the routes on `host` (loopback unless told otherwise); port 0 takes a free one. */
export async function listen(options: {
  routes: readonly Route[]
  port: number
  host?: string
  /** Answers what no route does. */
  otherwise?: Handler
}): Promise<Listening> {
  const { host = '127.0.0.1', port, otherwise = () => json(404, { error: { message: 'no such path' } }) } = options
  const routes = [...options.routes, typeRoute].map(([pattern, handler]) => ({ ...compile(pattern), handler }))

  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
      if (outgoing.headersSent) outgoing.destroy()
      else send(outgoing, json(500, { error: { type: 'api_error', message: 'the sandbox failed' } }))
    })
  })

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', 'http://sandbox')
    const method = incoming.method === 'HEAD' ? 'GET' : (incoming.method ?? 'GET')
    const body = await readBody(incoming)
    if (body === undefined) return send(outgoing, json(413, { error: { message: 'request too large' } }))
    const request = {
      method,
      path: url.pathname,
      query: url.searchParams,
      body,
      header: (name: string) => {
        const value = incoming.headers[name]
        return Array.isArray(value) ? value.join(', ') : value
      },
    }
    for (const route of routes) {
      const match = route.method === method ? route.path.exec(url.pathname) : null
      if (match !== null) return send(outgoing, await route.handler({ ...request, params: decoded(match.groups) }))
    }
    send(outgoing, await otherwise({ ...request, params: {} }))
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port to listen on')
  return {
    url: `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${address.port}`,
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function compile(pattern: string): { method: string; path: RegExp } {
  const [method = '', path = ''] = pattern.split(' ')
  return { method, path: new RegExp(`^${path.replace(/\./g, '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`) }
}

function decoded(groups: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(groups ?? {}).map(([name, value]) => [name, safeDecode(value)]))
}

function safeDecode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** `undefined` when it is longer than a sandbox takes. */
async function readBody(incoming: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of incoming) {
    const bytes = Buffer.from(part)
    length += bytes.length
    if (length <= mostBytes) parts.push(bytes)
  }
  return length > mostBytes ? undefined : Buffer.concat(parts).toString('utf8')
}

function send(outgoing: ServerResponse, answer: SandboxAnswer): void {
  if (answer === 'disconnect') {
    outgoing.destroy()
    return
  }
  outgoing.writeHead(answer.status, answer.headers)
  outgoing.end(answer.body)
}
