import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

/** Answers requests for the files of the client's build; `undefined` for everything else. */
export type StaticFiles = (request: Request) => Promise<Response | undefined>

const kinds: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.glb': 'model/gltf-binary',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** Best first; the build writes them beside the file. */
const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const

/** A worker's script brings the policy that the worker lives under: it loads our own modules and compiles WASM. */
const workerPolicy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'"

type Entry = { readonly path: string; readonly encodings: readonly { name: string; suffix: string }[] }
type Loaded = { readonly bytes: Uint8Array<ArrayBuffer>; readonly tag: string }

/**
 * Reads the folder's list once; files are read when first asked for and then kept, as a build is a few megabytes.
 * Files under `assets/` are named by their content and never change.
 *
 * @param folder `undefined` serves nothing
 */
export async function staticFiles(folder: string | undefined): Promise<StaticFiles> {
  const entries = folder === undefined ? new Map<string, Entry>() : await list(folder)
  const kept = new Map<string, Promise<Loaded>>()

  function load(file: string): Promise<Loaded> {
    const known = kept.get(file)
    if (known !== undefined) return known
    const loading = read(file)
    kept.set(file, loading)
    loading.catch(() => kept.delete(file))
    return loading
  }

  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
    const path = pathOf(request)
    const entry = path === undefined ? undefined : entries.get(path)
    if (path === undefined || entry === undefined) return undefined
    const accepted = accepts(request.headers.get('accept-encoding') ?? '')
    const encoding = entry.encodings.find(({ name }) => accepted.has(name))
    const { bytes, tag } = await load(`${entry.path}${encoding?.suffix ?? ''}`)
    const headers = new Headers({
      'content-type': kinds[extname(path)] ?? 'application/octet-stream',
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      etag: tag,
      'content-security-policy': workerPolicy,
      ...(encoding === undefined ? {} : { 'content-encoding': encoding.name }),
      ...(entry.encodings.length === 0 ? {} : { vary: 'accept-encoding' }),
    })
    if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers })
    headers.set('content-length', String(bytes.byteLength))
    return new Response(request.method === 'HEAD' ? null : bytes, { headers })
  }
}

async function list(folder: string): Promise<Map<string, Entry>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(folder, file).startsWith('.'))
  const all = new Set(files)
  const names = files.filter((file) => !encodings.some(({ suffix }) => file.endsWith(suffix)))
  return new Map(
    names.map((file) => [
      `/${relative(folder, file).split(sep).join('/')}`,
      { path: file, encodings: encodings.filter(({ suffix }) => all.has(`${file}${suffix}`)) },
    ]),
  )
}

async function read(file: string): Promise<Loaded> {
  const [bytes, { size }] = await Promise.all([readFile(file), stat(file)])
  const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}-${size}"`
  return { bytes: new Uint8Array(bytes), tag }
}

function pathOf(request: Request): string | undefined {
  try {
    return decodeURIComponent(new URL(request.url).pathname)
  } catch {
    return undefined
  }
}

function accepts(header: string): ReadonlySet<string> {
  const offers = header.split(',').map((offer) => offer.trim().split(/\s*;\s*/))
  return new Set(offers.flatMap(([name, quality]) => (name === undefined || quality === 'q=0' ? [] : [name])))
}
