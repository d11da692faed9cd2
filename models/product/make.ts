import type { Heading } from '../money/duty.ts'
import type { FreightMode } from '../money/freight.ts'
import type { Precious } from '../money/hallmark.ts'
import type { Cast } from './cast.ts'
import type { Values } from './evaluation.ts'
import type { Operation } from './routing.ts'
import type { Sketch } from './sketch.ts'
import type { SolidNode } from './solid/recipe.ts'
import type { Axis, Vector } from './vector.ts'

export type { Axis, Vector } from './vector.ts'

/** Where one copy of a part stands: its corner of least x, y and z (mm), the body it belongs to (from 0) and the cell it closes or carries. */
export type Place = { readonly at: Vector; readonly body: number; readonly cell?: string }

/** One edge of a board that gets a band; `lengthMm` of one copy, `thicknessUm` is taken off the cut size. */
export type EdgeBand = {
  readonly side: 'front' | 'back' | 'left' | 'right' | 'top' | 'bottom'
  readonly material: string
  readonly thicknessUm: number
  readonly lengthMm: number
}

/** A round hole through a board from front to back: its centre from the part's corner of least x and y, mm. */
export type Hole = { readonly x: number; readonly y: number; readonly diameter: number }

/** How the arrises along some edges of a board are worked: rounded, or bevelled at 45°, `mm` wide. */
export type Arris = {
  readonly work: 'eased' | 'bevel'
  readonly mm: number
  readonly edges: readonly EdgeBand['side'][]
}

/**
 * One kind of part and all its copies: a row of the cut list and an instanced mesh of the 3D view.
 * `size` is the finished size along the axes, in whole mm but for what is smaller than a hand; a cylinder stands along y and `size.x` is its diameter.
 * `material` is an id of the bill of materials, `finish` the surface as drawn, `grain` the axis the grain follows, `massG` that of one copy.
 */
export type Part = {
  readonly key: string
  readonly kind: string
  readonly shape: 'box' | 'cylinder' | 'solid'
  /** the recipe of a part that is no board, in its own axes; its corner of least x, y and z comes to its place */
  readonly solid?: SolidNode
  /** the room inside a vessel, as a recipe in the same axes */
  readonly holds?: SolidNode
  /** bought and set in, so it is in no file that is cast or fired */
  readonly bought?: true
  readonly size: Vector
  readonly material: string
  readonly finish: string
  readonly grain: Axis | 'none'
  readonly edges: readonly EdgeBand[]
  readonly massG: number
  /** doors only: the side the hinges are on, seen from the front */
  readonly hinge?: 'left' | 'right'
  readonly hinges?: number
  /** boards across z only: what is drilled through them */
  readonly holes?: readonly Hole[]
  /** mm that one straight saw cut takes off the rear edge at the foot, running out to nothing at the top */
  readonly slant?: number
  readonly arris?: Arris
  readonly places: readonly Place[]
}

/** How a quantity is counted: cm² of sheet, mm of edge, ml of coating, g of clay, mg of metal, pieces. A rate card's price is per m², m, l, kg, g and piece. */
export type Unit = 'm2' | 'm' | 'l' | 'kg' | 'g' | 'piece'

/** Integer quantities per price unit: a card asks per m², a bill counts cm². */
export const unitScale: Readonly<Record<Unit, number>> = {
  m2: 10_000,
  m: 1_000,
  l: 1_000,
  kg: 1_000,
  g: 1_000,
  piece: 1,
}

/** One line of the bill of materials. `net` is what is in the product, `gross` what must be bought for it (waste, overspray), in `unitScale` parts of `unit`.
 * `yieldPermille` and `tooling` as on an operation: bought for all pieces that are started; bought once for the lot. */
export type BillLine = {
  readonly material: string
  readonly unit: Unit
  readonly net: number
  readonly gross: number
  readonly yieldPermille?: number
  readonly tooling?: string
}

/** One parcel. Outside sizes in mm, `length` the longest; `contents` counts copies of parts by key. */
export type Carton = {
  readonly length: number
  readonly width: number
  readonly height: number
  readonly massG: number
  readonly contents: readonly { readonly part: string; readonly count: number }[]
}

/** Something the maker or the shopper must know or do, such as fixing to the wall. */
export type Note = { readonly code: string; readonly values: Values }

/** A clear size inside the product that a drawing dimensions, mm along one axis. */
export type Guide = { readonly axis: Axis; readonly from: number; readonly to: number }

/** All that making one piece takes; free of country, quantity and maker. The drawing, the 3D view, price, plan and packing derive from it. */
export type Make = {
  readonly envelope: Vector
  readonly bodies: number
  readonly parts: readonly Part[]
  readonly materials: readonly BillLine[]
  readonly operations: readonly Operation[]
  readonly cartons: readonly Carton[]
  readonly freight: FreightMode
  /** what it is to customs */
  readonly heading: Heading
  /** of precious metal: it is marked before it is sold */
  readonly precious?: Precious
  readonly massG: number
  /** closed forms over all parts, mm³ and mm² */
  readonly volumeMm3: number
  readonly surfaceMm2: number
  readonly notes: readonly Note[]
  readonly guides: readonly Guide[]
  /** what a caster needs, when it is cast in metal */
  readonly cast?: Cast
  /** how it is drawn when it is not made of boards */
  readonly sketch?: Sketch
  /** text cut into the outside of the left side: capitals `heightMm` high, the whole about `lengthMm` long, its baseline starting at `at` and running from back to front */
  readonly engraving?: {
    readonly text: string
    readonly heightMm: number
    readonly lengthMm: number
    readonly at: Vector
    readonly part: string
  }
}
