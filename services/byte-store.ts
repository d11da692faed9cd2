/** `endpoint` is the server's origin; `prefix` goes before each key in the bucket. */
export type S3Config = {
  readonly kind: 's3'
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly prefix?: string
  readonly timeoutMs?: number
}

export type StoredFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly contentType: string }

/** What a place to keep bytes must offer; keys are file ids. Writing is atomic: a reader sees all of it or nothing. */
export type ByteStore = {
  write(key: string, file: StoredFile): Promise<void>
  read(key: string): Promise<StoredFile | undefined>
  exists(key: string): Promise<boolean>
}
