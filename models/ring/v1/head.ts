import type { Contour, SolidNode } from '../../product/solid/recipe.ts'
import type { Band } from './band.ts'
import type { Face, RingOptions } from './options.ts'
import { standing } from './standing.ts'

/** Shares of the face: how wide an oval is against its length, how round a cushion's corners are; and what is left at the foot, where the head grows out of the shank. */
const oval = 0.8
const cushionCorner = 0.3
export const foot = 0.78

/** How far the face stands over the band, mm. */
const rise = 0.5

/** A signet's head, mm, over its face: `across` from side to side, `along` the finger; `low` and `top` are heights over the finger's middle. */
export type Head = {
  readonly face: Exclude<Face, 'none'>
  readonly across: number
  readonly along: number
  readonly low: number
  readonly top: number
}

/** How large the outline about the middle must be, as a share of the face, to hold a point. */
function share({ face, across, along }: Pick<Head, 'face' | 'across' | 'along'>, x: number, y: number): number {
  const [u, v] = [Math.abs((2 * x) / across), Math.abs((2 * y) / along)]
  if (face !== 'cushion') return Math.sqrt(u * u + v * v)
  const straight = 1 - 2 * cushionCorner
  const [high, low] = u > v ? [u, v] : [v, u]
  if (low <= straight * high) return high
  // On a corner: (u − s·c)² + (v − s·c)² = (s·r)² for the share s, with r = 1 − c.
  const round = 1 - straight
  const [a, b, c] = [2 * straight * straight - round * round, -2 * straight * (u + v), u * u + v * v]
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c))
  return Math.abs(a) < 1e-9 ? -c / b : Math.max(high, (-b - root) / (2 * a))
}

const grid = 96

/** What the head adds to the band, mm³: all its columns that neither the band nor the finger takes. */
export function headVolume(head: Head, band: Band): number {
  const { across, along, low, top } = head
  const [dx, dy] = [across / grid, along / grid]
  let sum = 0
  for (let row = 0; row < grid / 2; row += 1) {
    const y = (row + 0.5) * dy
    const isOnBand = y <= band.width / 2
    const radius = isOnBand ? band.outerAt(y) : band.inner + band.flare
    for (let column = 0; column < grid / 2; column += 1) {
      const x = (column + 0.5) * dx
      const size = share(head, x, y)
      if (size > 1) continue
      const widens = low + (Math.max(0, size - foot) / (1 - foot)) * (top - low)
      const covered = radius > x ? Math.sqrt(radius * radius - x * x) : 0
      sum += Math.max(0, top - Math.max(low, widens, covered))
    }
  }
  return 4 * sum * dx * dy
}

/** The head of a signet; undefined for a ring without a face. */
export function headOf(band: Band, { face, faceSize }: RingOptions): Head | undefined {
  if (face === 'none') return undefined
  const across = face === 'oval' ? faceSize * oval : faceSize
  const side = (across / 2) * foot
  // Its foot begins inside the finger's room and is cut out with it.
  const within = Math.sqrt(Math.max(0, band.inner * band.inner - side * side))
  return { face, across, along: faceSize, low: within - 0.3, top: band.outer + rise }
}

const um = (mm: number): number => Math.round(mm * 1000)
const quarter = 0.5523

function outline({ face, across, along }: Head, scale: number): Contour {
  const [a, b] = [um((across / 2) * scale), um((along / 2) * scale)]
  if (face === 'cushion') {
    const corner = { kind: 'fillet', sizeUm: Math.round(2 * cushionCorner * Math.min(a, b)) } as const
    return [
      { at: [-a, -b], corner },
      { at: [a, -b], corner },
      { at: [a, b], corner },
      { at: [-a, b], corner },
    ]
  }
  const [p, q] = [Math.round(a * quarter), Math.round(b * quarter)]
  return [
    {
      at: [a, 0],
      way: {
        kind: 'curve',
        controls: [
          [a, q],
          [p, b],
        ],
      },
    },
    {
      at: [0, b],
      way: {
        kind: 'curve',
        controls: [
          [-p, b],
          [-a, q],
        ],
      },
    },
    {
      at: [-a, 0],
      way: {
        kind: 'curve',
        controls: [
          [-a, -q],
          [-p, -b],
        ],
      },
    },
    {
      at: [0, -b],
      way: {
        kind: 'curve',
        controls: [
          [p, -b],
          [a, -q],
        ],
      },
    },
  ]
}

/** The head as a solid, still with the part that the finger takes. */
export function headSolid(head: Head): SolidNode {
  return standing({
    kind: 'placed',
    moveUm: { x: 0, y: 0, z: um(head.low) },
    of: {
      kind: 'extrusion',
      outline: outline(head, foot),
      holes: [],
      depthUm: um(head.top - head.low),
      farPermille: Math.round(1000 / foot),
    },
  })
}
