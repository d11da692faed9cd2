import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const compress = promisify(gzip)

/** Below this many bytes the header of a compressed body costs more than is saved. */
const leastBytes = 1400

/** A page's body, compressed for those who take it. Only whole documents: a stream of events must not be held back. */
export async function compressedPage(request: Request, response: Response): Promise<Response> {
  const { headers } = response
  const isPage = headers.get('content-type')?.startsWith('text/html') === true
  if (!isPage || headers.has('content-encoding') || response.body === null) return response
  headers.append('vary', 'accept-encoding')
  if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) return response
  const body = new Uint8Array(await response.arrayBuffer())
  const { status, statusText } = response
  if (body.byteLength < leastBytes) return new Response(body, { status, statusText, headers })
  headers.set('content-encoding', 'gzip')
  headers.delete('content-length')
  return new Response(new Uint8Array(await compress(body, { level: 4 })), { status, statusText, headers })
}
