import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { type Context, openContext } from './context.ts'
import { sendFile, sendLabel, takeFile } from './files.ts'
import type { Platform } from './platform.ts'
import { appRouter } from './router.ts'
import { takeCarrierNotice, takeStripeNotice } from './webhooks.ts'

/**
 * Answers everything under `/api` and `/webhooks`; undefined for what is a page. Knows of no framework but Fetch.
 */
export async function answerApi(platform: Platform, request: Request): Promise<Response | undefined> {
  const { pathname } = new URL(request.url)
  if (pathname.startsWith('/api/trpc/')) return trpc(platform, request)
  if (pathname.startsWith('/api/auth/')) return platform.authenticate(request)
  if (pathname === '/api/files' && request.method === 'POST')
    return withCookies(platform, request, (context) => takeFile(context))
  if (pathname.startsWith('/api/files/'))
    return withCookies(platform, request, (context) => sendFile(context, pathname.slice('/api/files/'.length)))
  if (pathname.startsWith('/api/labels/'))
    return withCookies(platform, request, (context) => sendLabel(context, pathname.slice('/api/labels/'.length)))
  if (pathname === '/webhooks/stripe' && request.method === 'POST') return takeStripeNotice(platform, request)
  if (pathname === '/webhooks/carrier' && request.method === 'POST') return takeCarrierNotice(platform, request)
  if (pathname.startsWith('/api/') || pathname.startsWith('/webhooks/'))
    return Response.json({ error: 'not_found' }, { status: 404 })
  return undefined
}

/** Requests that change something must come from our own pages, or carry no cookie at all. */
function isForeign(platform: Platform, request: Request): boolean {
  const origin = request.headers.get('origin')
  return (
    request.method !== 'GET' &&
    origin !== null &&
    origin !== platform.environment.web.origin &&
    request.headers.has('cookie')
  )
}

async function trpc(platform: Platform, request: Request): Promise<Response> {
  if (isForeign(platform, request)) return Response.json({ error: 'foreign_origin' }, { status: 403 })
  const context = await openContext(platform, request)
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    createContext: () => context,
    maxBatchSize: 20,
    responseMeta: () => ({ headers: context.headers }),
  })
}

async function withCookies(
  platform: Platform,
  request: Request,
  answer: (context: Context) => Promise<Response>,
): Promise<Response> {
  if (isForeign(platform, request)) return Response.json({ error: 'foreign_origin' }, { status: 403 })
  const context = await openContext(platform, request)
  const response = await answer(context)
  for (const [name, value] of context.headers) response.headers.append(name, value)
  return response
}
