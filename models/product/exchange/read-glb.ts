import { enclosedVolume } from './assembly.ts'

/** The part of meshopt's decoder that is used. */
export type Decoder = {
  decodeGltfBuffer(target: Uint8Array, count: number, size: number, source: Uint8Array, mode: string): void
}

type Packed = {
  readonly byteOffset: number
  readonly byteLength: number
  readonly byteStride: number
  readonly count: number
  readonly mode: string
}
type View = {
  readonly byteOffset: number
  readonly byteLength: number
  readonly byteStride?: number
  readonly extensions?: { readonly EXT_meshopt_compression: Packed }
}
type Document = {
  readonly asset: { readonly extras: { readonly specification: string } }
  readonly nodes: readonly { readonly mesh?: number; readonly scale?: readonly number[] }[]
  readonly meshes: readonly {
    readonly primitives: readonly { readonly attributes: { readonly POSITION: number }; readonly indices: number }[]
  }[]
  readonly accessors: readonly { readonly bufferView: number; readonly count: number }[]
  readonly bufferViews: readonly View[]
}

/** What a GLB of ours says: its specification's hash and the volume of everything in it, m³. For tests and checks of our own files alone. */
export function readGlb(bytes: Uint8Array, decoder: Decoder): { specification: string; volume: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = view.getUint32(12, true)
  const document: Document = JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + length)))
  const binary = bytes.subarray(28 + length)

  const unpacked = (index: number): DataView => {
    const found = document.bufferViews[index]
    if (found === undefined) throw new RangeError(`no view ${index}`)
    const packed = found.extensions?.EXT_meshopt_compression
    const data = new Uint8Array(found.byteLength)
    if (packed === undefined) data.set(binary.subarray(found.byteOffset, found.byteOffset + found.byteLength))
    else {
      const source = binary.subarray(packed.byteOffset, packed.byteOffset + packed.byteLength)
      decoder.decodeGltfBuffer(data, packed.count, packed.byteStride, source, packed.mode)
    }
    return new DataView(data.buffer)
  }

  let volume = 0
  for (const { mesh, scale } of document.nodes) {
    for (const { attributes, indices } of mesh === undefined ? [] : (document.meshes[mesh]?.primitives ?? [])) {
      const places = document.accessors[attributes.POSITION]
      const corners = document.accessors[indices]
      if (places === undefined || corners === undefined) throw new RangeError('an accessor is missing')
      const [from, order] = [unpacked(places.bufferView), unpacked(corners.bufferView)]
      const positions = Array.from({ length: places.count * 3 }, (_, at) =>
        from.getInt16(Math.floor(at / 3) * 8 + (at % 3) * 2, true),
      )
      const corner = Array.from({ length: corners.count }, (_, at) => order.getUint32(at * 4, true))
      volume += enclosedVolume({ positions, indices: corner }) * (scale?.[0] ?? 1) ** 3
    }
  }
  return { specification: document.asset.extras.specification, volume }
}
