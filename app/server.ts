import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type ClientAddress, createRequestListener } from '@remix-run/node-fetch-server'
import { createRequestHandler, type ServerBuild } from 'react-router'
import type { Environment } from '#runtime/environment.ts'
import { environmentOrExit, onEnd } from '#runtime/start.ts'
import { openPage } from './api/caller.ts'
import { answerApi } from './api/http.ts'
import { openPlatform } from './api/platform.ts'
import { compressedPage } from './server/compressed.ts'
import { addressHeader, callerAddress, secured } from './server/headers.ts'
import { staticFiles } from './server/static-files.ts'

/** The site as one handler of requests, and the way to close what it has opened. */
export type Site = { readonly listener: RequestListener; close(): Promise<void> }

/**
 * Opens the site: health, API and webhooks, static files, and pages for all the rest.
 *
 * @param clientFolder the client's build; `undefined` while developing, when Vite serves it
 */
export async function openSite(environment: Environment, clientFolder: string | undefined): Promise<Site> {
  const platform = await openPlatform(environment)
  const files = await staticFiles(clientFolder)
  const page = createRequestHandler(await pages(), import.meta.env.MODE)
  const { origin, trustProxy } = environment.web
  const https = origin.startsWith('https:')

  async function answer(asked: Request): Promise<Response> {
    const request = unrepeated(asked)
    const { pathname } = new URL(request.url)
    if (pathname === '/healthz') return Response.json({ ok: true }, { headers: { 'cache-control': 'no-store' } })
    const known = (await files(request)) ?? (await answerApi(platform, request))
    if (known !== undefined) return known
    const context = await openPage(platform, request)
    const response = await page(request, context)
    for (const [name, value] of context.headers) response.headers.append(name, value)
    return compressedPage(request, response)
  }

  const listener = createRequestListener(
    async (request: Request, client: ClientAddress) => {
      const forwarded = request.headers.get('x-forwarded-for')
      request.headers.set(addressHeader, callerAddress(client.address, forwarded, trustProxy))
      return secured(await answer(request), { https })
    },
    {
      protocol: https ? 'https:' : 'http:',
      onError(error) {
        platform.log.error({ err: error }, 'A request failed')
        return secured(new Response('Something failed on our side.', { status: 500 }), { https })
      },
    },
  )
  return { listener, close: () => platform.close() }
}

/** The built routes; what may be undefined is left out where it is. */
async function pages(): Promise<ServerBuild> {
  const built = await import('virtual:react-router/server-build')
  const { basename, allowedActionOrigins, unstable_getCriticalCss, ...routes } = built
  return {
    ...routes,
    ...(basename === undefined ? {} : { basename }),
    ...(allowedActionOrigins === undefined ? {} : { allowedActionOrigins }),
    ...(unstable_getCriticalCss === undefined ? {} : { unstable_getCriticalCss }),
  }
}

/** A program that takes the API's address for the site's asks for `/api/trpc/api/…` and means `/api/…`. */
function unrepeated(request: Request): Request {
  const url = new URL(request.url)
  if (!url.pathname.startsWith('/api/trpc/api/')) return request
  url.pathname = url.pathname.slice('/api/trpc'.length)
  return new Request(url, request)
}

/** Runs the site as a process of its own, until it is asked to end. */
export async function serve(clientFolder: URL): Promise<void> {
  const environment = environmentOrExit()
  const site = await openSite(environment, fileURLToPath(clientFolder))
  const server = createServer({ keepAliveTimeout: 65_000 }, site.listener)
  const { host, port } = environment.web
  server.listen({ host, port })
  await once(server, 'listening')
  onEnd(async () => {
    await drain(server)
    await site.close()
  })
}

/** Takes no new request, lets those under way finish for a moment, then cuts the streams that have no end. */
async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  await Promise.race([closed, pause(1500, undefined, { ref: false })])
  server.closeAllConnections()
  await closed
}
