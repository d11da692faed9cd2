import { type Assembly, type Body, looksOf } from './assembly.ts'
import { type BufferMode, Buffers, type Encoder } from './glb-buffers.ts'
import { groundOf } from './ground.ts'
import { boundsOf, shaded } from './shading.ts'

const glb = { magic: 0x46546c67, version: 2, json: 0x4e4f534a, binary: 0x004e4942 } as const
const component = { byte: 5120, short: 5122, unsignedInt: 5125 } as const
const target = { vertices: 34962, indices: 34963 } as const
const metre = 1000
/** Positions are whole steps of a grid with this many of them across the longest side of a body. */
const steps = 65_534

type Accessor = {
  readonly bufferView: number
  readonly componentType: number
  readonly count: number
  readonly type: 'VEC3' | 'SCALAR'
  readonly normalized?: boolean
  readonly min?: readonly number[]
  readonly max?: readonly number[]
}

/** One body as quantised attributes; `origin` (mm) and `step` (mm) bring a whole step back to its place. */
function primitiveOf(body: Body, buffers: Buffers, accessors: Accessor[]) {
  const { positions, normals, indices } = shaded(body.surface)
  const { least, greatest } = boundsOf(positions)
  const origin = [0, 1, 2].map((axis) => ((least[axis] ?? 0) + (greatest[axis] ?? 0)) / 2)
  const step = Math.max(...[0, 1, 2].map((axis) => (greatest[axis] ?? 0) - (least[axis] ?? 0))) / steps || 1
  const count = positions.length / 3
  // Attributes are padded to multiples of four bytes.
  const places = new Int16Array(count * 4)
  const directions = new Int8Array(count * 4)
  for (let vertex = 0; vertex < count; vertex += 1) {
    for (const axis of [0, 1, 2]) {
      places[vertex * 4 + axis] = Math.round(((positions[vertex * 3 + axis] ?? 0) - (origin[axis] ?? 0)) / step)
      directions[vertex * 4 + axis] = Math.round((normals[vertex * 3 + axis] ?? 0) * 127)
    }
  }
  const view = (bytes: ArrayBufferView, of: number, mode: BufferMode, stride: number) =>
    buffers.add(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), { target: of, mode, stride })
  const extent = boundsOf(places.filter((_, at) => at % 4 < 3))
  const accessor = (entry: Accessor) => accessors.push(entry) - 1
  const primitive = {
    attributes: {
      POSITION: accessor({
        bufferView: view(places, target.vertices, 'ATTRIBUTES', 8),
        componentType: component.short,
        count,
        type: 'VEC3',
        min: extent.least,
        max: extent.greatest,
      }),
      NORMAL: accessor({
        bufferView: view(directions, target.vertices, 'ATTRIBUTES', 4),
        componentType: component.byte,
        normalized: true,
        count,
        type: 'VEC3',
      }),
    },
    indices: accessor({
      bufferView: view(indices, target.indices, 'TRIANGLES', 4),
      componentType: component.unsignedInt,
      count: indices.length,
      type: 'SCALAR',
    }),
  }
  return { primitive, origin, step }
}

function chunk(type: number, bytes: Uint8Array, padding: number): Uint8Array {
  const padded = Math.ceil(bytes.length / 4) * 4
  const out = new Uint8Array(8 + padded).fill(padding)
  const view = new DataView(out.buffer)
  view.setUint32(0, padded, true)
  view.setUint32(4, type, true)
  out.set(bytes, 8)
  return out
}

function container(document: object, binary: Uint8Array): Uint8Array {
  const json = chunk(glb.json, new TextEncoder().encode(JSON.stringify(document)), 0x20)
  const data = chunk(glb.binary, binary, 0)
  const out = new Uint8Array(12 + json.length + data.length)
  const view = new DataView(out.buffer)
  view.setUint32(0, glb.magic, true)
  view.setUint32(4, glb.version, true)
  view.setUint32(8, out.length, true)
  out.set(json, 12)
  out.set(data, 12 + json.length)
  return out
}

/**
 * A binary glTF of an assembly in metres, standing on the origin with its front towards +z. Positions are quantised to a 65 534th of a body's longest
 * side; with an `encoder` the buffers are compressed by meshopt. `asset.extras.specification` holds the hash.
 * Source: glTF 2.0, KHR_mesh_quantization, EXT_meshopt_compression.
 */
export function glbOf(assembly: Assembly, encoder?: Encoder): Uint8Array {
  const looks = looksOf(assembly)
  const ground = groundOf(assembly)
  const buffers = new Buffers(encoder)
  const accessors: Accessor[] = []
  const meshes: object[] = []
  const nodes: object[] = []
  for (const body of assembly.bodies) {
    const { primitive, origin, step } = primitiveOf(body, buffers, accessors)
    const material = looks.findIndex(({ key }) => key === body.look.key)
    const mesh = meshes.push({ name: body.key, primitives: [{ ...primitive, material }] }) - 1
    for (const { x, y, z } of body.at) {
      const [ox = 0, oy = 0, oz = 0] = origin
      const translation = [x + ox - ground.x, y + oy - ground.y, z + oz - ground.z].map((mm) => mm / metre)
      nodes.push({ name: body.key, mesh, translation, scale: [step / metre, step / metre, step / metre] })
    }
  }
  const { views, parts, binary } = buffers.finish()
  const extensions = ['KHR_mesh_quantization', ...(encoder === undefined ? [] : ['EXT_meshopt_compression'])]
  const document = {
    asset: { version: '2.0', generator: 'Makerline', extras: { specification: assembly.hash, title: assembly.title } },
    extensionsUsed: extensions,
    extensionsRequired: extensions,
    scene: 0,
    scenes: [{ nodes: [nodes.length] }],
    nodes: [...nodes, { name: 'product', children: nodes.map((_, index) => index) }],
    meshes,
    materials: looks.map(({ key, colour, roughness, metalness }) => ({
      name: key,
      pbrMetallicRoughness: { baseColorFactor: [...colour, 1], metallicFactor: metalness, roughnessFactor: roughness },
    })),
    accessors,
    bufferViews: views,
    buffers: parts,
  }
  return container(document, binary)
}
