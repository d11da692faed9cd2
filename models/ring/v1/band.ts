import type { Contour, Knot } from '../../product/solid/recipe.ts'
import type { Profile, RingOptions, Thickness } from './options.ts'
import { diameterOf } from './sizes.ts'

/** Finished thickness at the thickest place, mm. */
export const thicknessMm: Readonly<Record<Thickness, number>> = { fine: 1.1, usual: 1.5, strong: 1.8, heavy: 2.2 }

/** No wall under 0.8 mm (Gemwares); an edge is rounded by 0.2, 0.125 at least (Morris & Watson). mm */
const edge = { least: 0.8, round: 0.2 } as const

/** How far a dome rises, outside as a share of the thickness, inside in mm (practitioners' figures). */
const dome = { outside: 0.45, inside: 0.15 } as const

const isDomedOutside = (profile: Profile): boolean => profile === 'd' || profile === 'court'
const isDomedInside = (profile: Profile): boolean => profile === 'court' || profile === 'easy'

/** The plain band, mm. `y` runs along the finger, its middle at 0; radii are those of the middle. */
export type Band = {
  readonly width: number
  readonly thickness: number
  readonly inner: number
  readonly outer: number
  /** how much less the radius is at the edges outside, and how much more inside */
  readonly fall: number
  readonly flare: number
  readonly innerAt: (y: number) => number
  readonly outerAt: (y: number) => number
}

/** How far a circle through a rise of `rise` over `half` lies under its top at `y`. */
function under(rise: number, half: number, y: number): number {
  if (rise === 0) return 0
  const radius = (half * half + rise * rise) / (2 * rise)
  return radius - Math.sqrt(radius * radius - y * y)
}

export function bandOf({ circumference, profile, width, thickness: kind }: RingOptions): Band {
  const thickness = thicknessMm[kind]
  const inner = diameterOf(circumference) / 2
  const outer = inner + thickness
  const flare = isDomedInside(profile) ? dome.inside : 0
  const fall = isDomedOutside(profile) ? Math.min(dome.outside * thickness, thickness - flare - edge.least) : 0
  const half = width / 2
  return {
    width,
    thickness,
    inner,
    outer,
    fall,
    flare,
    innerAt: (y) => inner + under(flare, half, y),
    outerAt: (y) => outer - under(fall, half, y),
  }
}

const um = (mm: number): number => Math.round(mm * 1000)

/** The profile that is turned about the finger, µm: up the outside, down the inside. */
export function section({ width, inner, outer, fall, flare }: Band): Contour {
  const half = um(width / 2)
  const corner = fall === 0 ? ({ corner: { kind: 'fillet', sizeUm: um(edge.round) } } as const) : {}
  const outside: Knot =
    fall === 0
      ? { at: [um(outer), -half], ...corner }
      : { at: [um(outer - fall), -half], way: { kind: 'arc', through: [um(outer), 0] } }
  const inside: Knot =
    flare === 0
      ? { at: [um(inner), half] }
      : { at: [um(inner + flare), half], way: { kind: 'arc', through: [um(inner), 0] } }
  return [outside, { at: [um(outer - fall), half], ...corner }, inside, { at: [um(inner + flare), -half] }]
}

/** The room of the finger, µm, out to `reach` on both sides of the middle. */
export function bore({ width, inner, flare }: Band, reach: number): Contour {
  const half = um(width / 2)
  const mouth = um(inner + flare)
  const way: Pick<Knot, 'way'> = flare === 0 ? {} : { way: { kind: 'arc', through: [um(inner), 0] } }
  return [
    { at: [0, -um(reach)] },
    { at: [mouth, -um(reach)] },
    { at: [mouth, -half], ...way },
    { at: [mouth, half] },
    { at: [mouth, um(reach)] },
    { at: [0, um(reach)] },
  ]
}

/** Surface of the band, mm², by the length of its profile. */
export function bandArea({ width, inner, outer, fall, flare }: Band): number {
  const sides = outer - fall - inner - flare
  return 2 * Math.PI * (width * (inner + outer) + sides * (inner + outer))
}
