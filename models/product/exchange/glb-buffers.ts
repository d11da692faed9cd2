/** How meshopt packs a view: vertices by attribute, or the corners of triangles. */
export type BufferMode = 'ATTRIBUTES' | 'TRIANGLES'

/** The part of meshopt's encoder that is used; it is WASM, so it comes as an argument and must be ready. */
export type Encoder = {
  encodeGltfBuffer(source: Uint8Array, count: number, size: number, mode: string): Uint8Array
}

type Kind = { readonly target: number; readonly mode: BufferMode; readonly stride: number }

const aligned = (length: number): number => Math.ceil(length / 4) * 4

/** Collects the views of a glTF. With an encoder each is stored packed, and a second buffer without bytes says how large it becomes. */
export class Buffers {
  readonly #encoder: Encoder | undefined
  readonly #views: object[] = []
  readonly #stored: { readonly at: number; readonly bytes: Uint8Array }[] = []
  #length = 0
  #unpacked = 0

  constructor(encoder: Encoder | undefined) {
    this.#encoder = encoder
  }

  /** Adds the bytes of a view and gives its index. */
  add(bytes: Uint8Array, { target, mode, stride }: Kind): number {
    const count = bytes.length / stride
    const stored = this.#encoder?.encodeGltfBuffer(bytes, count, stride, mode) ?? bytes
    const at = this.#length
    this.#stored.push({ at, bytes: stored })
    this.#length += aligned(stored.length)
    const view = { byteLength: bytes.length, target, ...(mode === 'ATTRIBUTES' ? { byteStride: stride } : {}) }
    const place = { buffer: 0, byteOffset: at, byteLength: stored.length, byteStride: stride, count, mode }
    this.#views.push(
      this.#encoder === undefined
        ? { buffer: 0, byteOffset: at, ...view }
        : { buffer: 1, byteOffset: this.#unpacked, ...view, extensions: { EXT_meshopt_compression: place } },
    )
    this.#unpacked += aligned(bytes.length)
    return this.#views.length - 1
  }

  /** The views, the buffers and the bytes of the first buffer. */
  finish(): { readonly views: readonly object[]; readonly parts: readonly object[]; readonly binary: Uint8Array } {
    const binary = new Uint8Array(this.#length)
    for (const { at, bytes } of this.#stored) binary.set(bytes, at)
    const fallback = { byteLength: this.#unpacked, extensions: { EXT_meshopt_compression: { fallback: true } } }
    const parts = [{ byteLength: binary.length }, ...(this.#encoder === undefined ? [] : [fallback])]
    return { views: this.#views, parts, binary }
  }
}
