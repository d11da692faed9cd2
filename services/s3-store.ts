import { AwsClient } from 'aws4fetch'
import type { ByteStore, S3Config } from './byte-store.ts'
import { ServiceRejected, ServiceUnavailable } from './unavailable.ts'

/** Bytes in an S3-compatible bucket, addressed by path (`endpoint/bucket/prefix/key`), which every such server takes. */
export function s3Store(config: S3Config): ByteStore {
  const client = new AwsClient({
    accessKeyId: config.accessKeyId,
    secretAccessKey: config.secretAccessKey,
    region: config.region,
    service: 's3',
    retries: 2,
    initRetryMs: 100,
  })
  const base = `${config.endpoint.replace(/\/+$/, '')}/${config.bucket}/${config.prefix ?? ''}`

  async function call(key: string, method: 'GET' | 'HEAD' | 'PUT', init: RequestInit = {}): Promise<Response> {
    const signal = AbortSignal.timeout(config.timeoutMs ?? 30_000)
    const response = await client.fetch(base + key, { ...init, method, signal }).catch((error: unknown) => {
      throw new ServiceUnavailable('files', error instanceof Error ? error.name : 'no answer')
    })
    if (response.status >= 500 || response.status === 429) {
      throw new ServiceUnavailable('files', `status ${response.status}`)
    }
    if (!response.ok && response.status !== 404) throw new ServiceRejected('files', `status ${response.status}`)
    return response
  }

  return {
    async write(key, { bytes, contentType }) {
      const response = await call(key, 'PUT', { body: bytes, headers: { 'content-type': contentType } })
      if (!response.ok) throw new ServiceRejected('files', 'no such bucket')
    },
    async read(key) {
      const response = await call(key, 'GET')
      if (!response.ok) return undefined
      const bytes = await response.arrayBuffer().catch(() => {
        throw new ServiceUnavailable('files', 'answer cut off')
      })
      return {
        bytes: new Uint8Array(bytes),
        contentType: response.headers.get('content-type') ?? 'application/octet-stream',
      }
    },
    exists: async (key) => (await call(key, 'HEAD')).ok,
  }
}
