import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { BillLine, Carton, Make, Note, Part, Vector } from './make.ts'
import type { Options } from './options.ts'
import type { Product } from './product.ts'
import { readOptions } from './read-options.ts'
import type { Operation } from './routing.ts'
import { type WithdrawalRight, withdrawalRight } from './withdrawal.ts'

/** The number of this shape of document. Raised when a field changes its meaning. */
export const specificationFormat = 1

type SpecifiedPart = Omit<Part, 'size' | 'places' | 'edges' | 'holes' | 'slant' | 'arris'> & {
  readonly count: number
  readonly finishedUm: Vector
  readonly edges: readonly { side: string; material: string; thicknessUm: number; lengthUm: number }[]
  /** what the saw cuts: finished size less the bands' thickness */
  readonly cutUm: Vector
  readonly places: readonly { atUm: Vector; body: number; cell?: string }[]
  readonly holes?: readonly { xUm: number; yUm: number; diameterUm: number }[]
  readonly slantUm?: number
  readonly arris?: { readonly work: string; readonly um: number; readonly edges: readonly string[] }
}

/**
 * All a factory needs to make one piece, and what the shopper agreed to. Integers only: µm, g, s, permille, counts, and the bill's own parts of a unit.
 * Options hold whole millimetres as chosen.
 */
export type Specification = {
  readonly format: number
  readonly product: string
  readonly version: number
  readonly priceBook: string
  readonly options: Options
  readonly envelopeUm: Vector
  readonly bodies: number
  readonly massG: number
  readonly parts: readonly SpecifiedPart[]
  readonly materials: readonly BillLine[]
  readonly operations: readonly Operation[]
  readonly cartons: readonly Carton[]
  readonly freight: Make['freight']
  readonly notes: readonly Note[]
  readonly engraving?: {
    readonly text: string
    readonly heightUm: number
    readonly lengthUm: number
    readonly atUm: Vector
    readonly part: string
  }
  readonly withdrawal: WithdrawalRight
}

const um = ({ x, y, z }: Vector): Vector => ({
  x: Math.round(x * 1000),
  y: Math.round(y * 1000),
  z: Math.round(z * 1000),
})

const axisOf = { left: 'x', right: 'x', top: 'y', bottom: 'y', front: 'z', back: 'z' } as const

function specified(part: Part): SpecifiedPart {
  const { size, places, edges, holes, slant, arris, ...rest } = part
  const cut = { ...um(size) }
  for (const edge of edges) cut[axisOf[edge.side]] -= edge.thicknessUm
  return {
    ...rest,
    count: places.length,
    finishedUm: um(size),
    cutUm: cut,
    edges: edges.map(({ lengthMm, ...edge }) => ({ ...edge, lengthUm: lengthMm * 1000 })),
    places: places.map(({ at, ...place }) => ({ atUm: um(at), ...place })),
    ...(holes && {
      holes: holes.map(({ x, y, diameter }) => ({ xUm: x * 1000, yUm: y * 1000, diameterUm: diameter * 1000 })),
    }),
    ...(slant && { slantUm: slant * 1000 }),
    ...(arris && { arris: { work: arris.work, um: arris.mm * 1000, edges: arris.edges } }),
  }
}

function specify(product: Product, options: Options, make: Make): Specification {
  const { engraving } = make
  return {
    format: specificationFormat,
    product: product.slug,
    version: product.version,
    priceBook: product.priceBook.id,
    options,
    envelopeUm: um(make.envelope),
    bodies: make.bodies,
    massG: make.massG,
    parts: make.parts.map(specified),
    materials: make.materials,
    operations: make.operations,
    cartons: make.cartons,
    freight: make.freight,
    notes: make.notes,
    ...(engraving && {
      engraving: {
        text: engraving.text,
        part: engraving.part,
        heightUm: engraving.heightMm * 1000,
        lengthUm: engraving.lengthMm * 1000,
        atUm: um(engraving.at),
      },
    }),
    withdrawal: withdrawalRight(product.options, options),
  }
}

/** Lower-case hexadecimal SHA-256 of a text's UTF-8 bytes. */
export function sha256Hex(text: string): string {
  return bytesSha256Hex(utf8ToBytes(text))
}

/** Lower-case hexadecimal SHA-256 of bytes. */
export function bytesSha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/**
 * Freezes a valid configuration: the specification, its canonical bytes (RFC 8785, UTF-8) and their SHA-256.
 * The order of keys and of cells does not matter; an option that is missing takes its default.
 * @throws RangeError when an option is refused or a rule is broken: evaluate first, and refuse by name.
 */
export function freeze(
  product: Product,
  options: Options,
): { hash: string; bytes: string; specification: Specification } {
  const reading = readOptions(product.options, product.defaults, options)
  const { broken, make } = product.examine(reading.options)
  const reasons = [...reading.refusals, ...broken]
  if (reasons.length > 0) throw new RangeError(`cannot be made: ${reasons.map(({ code }) => code).join(', ')}`)
  const specification = specify(product, reading.options, make())
  const bytes = canonicalize(specification)
  if (bytes === undefined) throw new RangeError('a specification must have bytes')
  return { hash: sha256Hex(bytes), bytes, specification }
}
