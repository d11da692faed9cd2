import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFiles, type Files, fileId, isFileId } from './files.ts'
import { ServiceRejected, ServiceUnavailable } from './unavailable.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

let folder: string
let bucket: Bucket
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'))
  bucket = await openBucket()
})
afterAll(async () => {
  bucket.server.close()
  await rm(folder, { recursive: true })
})

/** A tiny server that speaks as much of S3 as a bucket of files needs, and checks each signature. */
type Bucket = { server: Server; endpoint: string; objects: Map<string, { body: Buffer; type: string }>; fail: number }

async function openBucket(): Promise<Bucket> {
  const objects = new Map<string, { body: Buffer; type: string }>()
  const state = { fail: 0 }
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(Buffer.from(part))
    const body = Buffer.concat(parts)
    if (state.fail > 0) {
      state.fail -= 1
      response.writeHead(503).end()
      return
    }
    const signed = request.headers.authorization ?? ''
    const declared = request.headers['x-amz-content-sha256']
    const hash = createHash('sha256').update(body).digest('hex')
    if (
      !signed.startsWith('AWS4-HMAC-SHA256 Credential=key/') ||
      (declared !== hash && declared !== 'UNSIGNED-PAYLOAD')
    ) {
      response.writeHead(403).end()
      return
    }
    const path = request.url ?? ''
    const found = objects.get(path)
    if (!path.startsWith('/bucket/')) response.writeHead(404).end()
    else if (request.method === 'PUT') {
      objects.set(path, { body, type: request.headers['content-type'] ?? '' })
      response.writeHead(200).end()
    } else if (found === undefined) response.writeHead(404).end()
    else {
      response.writeHead(200, { 'content-type': found.type, 'content-length': found.body.length })
      response.end(request.method === 'HEAD' ? undefined : found.body)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return Object.assign(state, { server, objects, endpoint: `http://127.0.0.1:${address.port}` })
}

function s3(more: { bucket?: string; accessKeyId?: string } = {}): Files {
  return createFiles({
    kind: 's3',
    endpoint: bucket.endpoint,
    bucket: 'bucket',
    region: 'eu-central-1',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
    prefix: 'files/',
    ...more,
  })
}

describe.each([
  ['a folder', () => createFiles({ kind: 'folder', folder })],
  ['a bucket', () => s3()],
])('in %s', (_, open) => {
  test('bytes come back as they were, by the hash they are named by', async () => {
    const files = open()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (content) => {
        const file = await files.put(content, 'application/octet-stream')
        expect(file).toBe(createHash('sha256').update(content).digest('hex'))
        const stored = await files.get(file)
        expect(stored && Buffer.from(stored.bytes).equals(Buffer.from(content))).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  test('the same bytes are one file, and keep the type they first had', async () => {
    const files = open()
    const ids = await Promise.all(Array.from({ length: 10 }, () => files.put(bytes('same'), 'text/plain')))
    expect(new Set(ids).size).toBe(1)
    await files.put(bytes('same'), 'text/html')
    expect((await files.get(ids[0] ?? ''))?.contentType).toBe('text/plain')
  })

  test('what was never stored, or is no file id, is not there', async () => {
    const files = open()
    for (const file of [fileId(bytes('never')), '', '../../etc/passwd', 'AB'.repeat(32), `${'a'.repeat(64)}/..`]) {
      expect(await files.has(file)).toBe(false)
      expect(await files.get(file)).toBeUndefined()
    }
  })
})

test('a folder shows no half-written file, and damage is noticed', async () => {
  const files = createFiles({ kind: 'folder', folder })
  const file = await files.put(bytes('whole'), 'text/plain')
  const names = await readdir(join(folder, file.slice(0, 2)))
  expect(names.filter((name) => name.includes('draft'))).toEqual([])
  await writeFile(join(folder, file.slice(0, 2), file), 'other')
  await expect(files.get(file)).rejects.toThrow('damaged')
})

test('a folder that cannot be written to says so', async () => {
  const blocked = join(folder, 'blocked')
  await writeFile(blocked, '')
  await expect(createFiles({ kind: 'folder', folder: blocked }).put(bytes('x'), 'text/plain')).rejects.toThrow()
  expect(await readFile(blocked, 'utf8')).toBe('')
})

test('a bucket that is down for a moment is asked again; one that stays down is unavailable', async () => {
  bucket.fail = 1
  const file = await s3().put(bytes('patience'), 'text/plain')
  expect(await s3().has(file)).toBe(true)
  bucket.fail = 99
  await expect(s3().has(file)).rejects.toThrow(ServiceUnavailable)
  bucket.fail = 0
})

test('a wrong key or bucket is rejected, since repeating does not help', async () => {
  await expect(s3({ accessKeyId: 'other' }).put(bytes('x'), 'text/plain')).rejects.toThrow(ServiceRejected)
  await expect(s3({ bucket: 'none' }).put(bytes('x'), 'text/plain')).rejects.toThrow(ServiceRejected)
})

test('a file id is 64 lower-case hex digits and nothing else', () => {
  fc.assert(fc.property(fc.string(), (text) => isFileId(text) === (text.length === 64 && !/[^0-9a-f]/.test(text))))
})
