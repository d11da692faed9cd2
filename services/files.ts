import { createHash } from 'node:crypto'
import type { S3Config, StoredFile } from './byte-store.ts'
import { folderStore } from './folder-store.ts'
import { s3Store } from './s3-store.ts'

/** Where file bytes live. */
export type FilesConfig = { readonly kind: 'folder'; readonly folder: string } | S3Config

/** A file's id is the SHA-256 of its bytes in hex: the same bytes are stored once, and nothing is ever overwritten. */
export type Files = {
  /** Stores the bytes, or finds them stored; the content type of the first time stays. */
  put(bytes: Uint8Array, contentType: string): Promise<string>
  /** `undefined` when nothing has this id. Throws when stored bytes no longer have the hash they are named by. */
  get(file: string): Promise<StoredFile | undefined>
  has(file: string): Promise<boolean>
}

export function createFiles(config: FilesConfig): Files {
  const store = config.kind === 'folder' ? folderStore(config.folder) : s3Store(config)
  return {
    async put(bytes, contentType) {
      const file = fileId(bytes)
      if (!(await store.exists(file))) await store.write(file, { bytes: new Uint8Array(bytes), contentType })
      return file
    },
    async get(file) {
      if (!isFileId(file)) return undefined
      const stored = await store.read(file)
      if (stored !== undefined && fileId(stored.bytes) !== file) throw new Error(`file ${file} is damaged`)
      return stored
    },
    has: async (file) => isFileId(file) && (await store.exists(file)),
  }
}

export function fileId(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Only such names ever become a path or a key. */
export function isFileId(file: string): boolean {
  return /^[0-9a-f]{64}$/.test(file)
}
