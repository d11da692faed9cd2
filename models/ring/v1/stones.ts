import type { SolidNode } from '../../product/solid/recipe.ts'
import type { Band } from './band.ts'
import type { RingOptions, Setting } from './options.ts'
import { standing } from './standing.ts'

const counts: Readonly<Record<Setting, number>> = { none: 0, one: 1, three: 3, five: 5, seven: 7, nine: 9 }

/**
 * A seat for a stone set flush, mm: cut 0.12 narrower than the stone (0.1–0.15, practitioners), with 0.2 between stones (0.1–0.2), 0.5 of metal at the edges and
 * 0.4 under the culet (Heart of Gold). Shares of the diameter: girdle under the metal's surface and pavilion under the girdle, as a round brilliant is cut.
 */
export const seat = { tighter: 0.12, between: 0.2, edge: 0.5, under: 0.4, girdle: 0.16, pavilion: 0.43 } as const

export type Seats = {
  readonly count: number
  /** of one stone, mm */
  readonly diameter: number
  readonly depth: number
  /** from one stone to the next, millidegrees */
  readonly stepMd: number
  /** along the outside of the band, mm */
  readonly span: number
  /** cut away by all seats, mm³ */
  readonly volume: number
}

/** Seats along the top of the band. */
export function seatsOf(band: Band, { setting, stoneSize }: RingOptions): Seats {
  const count = counts[setting]
  const diameter = Number(stoneSize) / 10
  const depth = (seat.girdle + seat.pavilion) * diameter
  const pitch = diameter + seat.between
  const girdle = band.outer - seat.girdle * diameter
  const step = 2 * Math.asin(Math.min(1, pitch / 2 / girdle))
  const radius = (diameter - seat.tighter) / 2
  // The metal falls away under the hole's rim, round the finger and over the dome: on average by a quarter of what it does at the rim.
  const bent = (radius * radius * ((4 * band.fall) / band.width ** 2 + 1 / (2 * band.outer))) / 4
  const one = Math.PI * radius * radius * (seat.girdle * diameter - bent + (seat.pavilion * diameter) / 3)
  return {
    count,
    diameter,
    depth,
    stepMd: Math.round((step * 180_000) / Math.PI),
    span: count * pitch,
    volume: count * one,
  }
}

const um = (mm: number): number => Math.round(mm * 1000)

/** Something that stands on the finger's axis, once for each stone round the top. */
function roundTheTop(one: SolidNode, { count, stepMd }: Seats): SolidNode[] {
  return Array.from({ length: count }, (_, index) => {
    const outwards: SolidNode = { kind: 'placed', of: one, turnMd: { x: 90_000, y: 0, z: 0 } }
    const turn = Math.round((index - (count - 1) / 2) * stepMd)
    return standing({ kind: 'placed', of: outwards, turnMd: { x: 0, y: turn, z: 0 } })
  })
}

/** Shares of the diameter: table, and how far it stands over the metal. */
const table = 0.6
const proud = 0.06

/** The stones themselves, as they lie in their seats: culet, girdle, table. For pictures; they are bought and not cast. */
export function stoneSolids(band: Band, seats: Seats): SolidNode[] {
  const { diameter, depth } = seats
  const radius = um((diameter - seat.tighter) / 2)
  const [girdle, culet] = [um(band.outer - seat.girdle * diameter), um(band.outer - depth)]
  const crown: SolidNode = {
    kind: 'revolution',
    outline: [
      { at: [0, culet] },
      { at: [radius, girdle] },
      { at: [um((diameter * table) / 2), um(band.outer + proud * diameter)] },
      { at: [0, um(band.outer + proud * diameter)] },
    ],
    holes: [],
  }
  return roundTheTop(crown, seats)
}

/** What is cut away for the stones: down to the girdle a hole, under it a cone. */
export function seatSolids(band: Band, seats: Seats): SolidNode[] {
  const { diameter, depth } = seats
  const radius = um((diameter - seat.tighter) / 2)
  const [girdle, culet] = [um(band.outer - seat.girdle * diameter), um(band.outer - depth)]
  const top = um(band.outer + 0.5)
  const cut: SolidNode = {
    kind: 'revolution',
    outline: [{ at: [0, culet] }, { at: [radius, girdle] }, { at: [radius, top] }, { at: [0, top] }],
    holes: [],
  }
  return roundTheTop(cut, seats)
}
