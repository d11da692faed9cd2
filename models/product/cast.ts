import type { Vector } from './vector.ts'

/** Text that is cut or burnt in, mm: capitals `heightMm` high, the whole about `lengthMm` long; on what it lies, as a plane or the inside of a round `radiusMm`. */
export type Lettering = {
  readonly key: string
  readonly text: string
  readonly heightMm: number
  readonly lengthMm: number
  readonly depthMm: number
  readonly radiusMm?: number
}

/** What one piece weighs in a metal: finished, as cast, and melted for it with sprue and button. mg */
export type CastWeight = {
  readonly material: string
  readonly finishedMg: number
  readonly castMg: number
  readonly pouredMg: number
}

/** What a caster is told beside the shape. The sprue's point (mm from the product's corner) and way are a suggestion: the caster decides. */
export type Cast = {
  readonly sprue: { readonly at: Vector; readonly towards: Vector; readonly diameterMm: number }
  readonly weights: readonly CastWeight[]
  readonly letterings: readonly Lettering[]
}
