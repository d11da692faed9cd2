import { randomBytes } from 'node:crypto'
import { Writable } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import { type EntryContext, ServerRouter } from 'react-router'
import { readPreferences } from './preferences/cookie.ts'
import { languageFor } from './words/languages.ts'
import { makeReady } from './words/loaded.ts'

/**
 * Renders a page whole: no page here waits for something slow, so a plain body beats a stream (what is slow arrives live later).
 * Scripts run only with this answer's nonce.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
): Promise<Response> {
  await makeReady(languageFor([readPreferences(request.headers).language]))
  // Vite's development client adds scripts and styles that know no nonce.
  const nonce = import.meta.env.DEV ? undefined : randomBytes(16).toString('base64')
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('content-security-policy', policy(nonce))
  headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  headers.set('x-content-type-options', 'nosniff')
  headers.append('vary', 'cookie, accept-language')
  if (request.method === 'HEAD') return new Response(null, { status, headers })

  return new Promise((resolve, reject) => {
    let answer = status
    const chunks: Buffer[] = []
    const page = new Writable({
      write(chunk, _, done) {
        chunks.push(Buffer.from(chunk))
        done()
      },
      final(done) {
        resolve(new Response(Buffer.concat(chunks), { status: answer, headers }))
        done()
      },
    })
    const { pipe } = renderToPipeableStream(
      <ServerRouter context={routerContext} url={request.url} {...(nonce ? { nonce } : {})} />,
      {
        ...(nonce ? { nonce } : {}),
        onAllReady: () => pipe(page),
        onShellError: reject,
        onError: () => {
          answer = 500
        },
      },
    )
  })
}

/** Styles may be inline (React writes them), scripts not; forms may go on to the payment page of another origin. */
function policy(nonce: string | undefined): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${nonce ? `'nonce-${nonce}'` : "'unsafe-inline'"} 'wasm-unsafe-eval'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "media-src 'self' blob:",
    `connect-src 'self'${nonce ? '' : ' ws:'}`,
    "worker-src 'self' blob:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
