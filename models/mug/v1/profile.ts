import type { Contour, Knot, Point } from '../../product/solid/recipe.ts'
import { type Curve, turnedArea, turnedVolume } from './curve.ts'
import type { MugOptions } from './options.ts'

/** Fired thickness of the wall, mm (practitioners: 3.5–4.5, a rim of 3 and more that is rounded). */
export const wallMm = { fine: 3.5, usual: 4, sturdy: 4.5 } as const

/** The foot ring: width 4 mm, height 3 mm (practitioners: 3–4 wide); the floor above it is a millimetre thicker than the wall. */
export const footRing = { width: 4, height: 3 } as const
const floorMore = 1

/** Share of the way to the next point at which a curve's control points lie. */
const pull = { floor: 0.72, belly: 0.55, shoulder: 0.45, lip: 0.35 } as const

/**
 * The shape of a mug in mm, radius and height. The inside is drawn first, in shares of its widest radius, and is then scaled in radius alone until it holds
 * the volume: π·x²·dy of a Bézier curve is a polynomial, so that is exact. The outside lies a wall further out.
 */
export type Profile = {
  readonly wall: number
  readonly floor: number
  readonly height: number
  /** from the middle of the floor's rounding to the belly, and from the belly to the lip */
  readonly inside: readonly [Curve, Curve]
  readonly outside: readonly [Curve, Curve]
  readonly ringRadius: number
  readonly widest: number
  readonly bellyHeight: number
  readonly lipRadius: number
}

function side(
  floorRadius: number,
  widest: number,
  lip: number,
  bottom: number,
  belly: number,
  top: number,
): readonly [Curve, Curve] {
  const below: Curve = [
    [floorRadius, bottom],
    [floorRadius + pull.floor * (widest - floorRadius), bottom],
    [widest, belly - pull.belly * (belly - bottom)],
    [widest, belly],
  ]
  const above: Curve = [
    [widest, belly],
    [widest, belly + pull.shoulder * (top - belly)],
    [lip + pull.lip * (widest - lip) * 0.6, top - pull.lip * (top - belly)],
    [lip, top],
  ]
  return [below, above]
}

export function profileOf({ volume, height, belly, lip, foot, wall: kind }: MugOptions): Profile {
  const wall = wallMm[kind]
  const floor = wall + floorMore
  const bottom = footRing.height + floor
  // The rim is half a wall higher than the inside's edge: it is a half round.
  const top = height - wall / 2
  const bellyHeight = bottom + ((top - bottom) * belly) / 100
  const unit = side(foot / 100, 1, lip / 100, bottom, bellyHeight, top)
  const widest = Math.sqrt((volume * 1000) / (turnedVolume(unit[0]) + turnedVolume(unit[1])))
  const floorRadius = (widest * foot) / 100
  const lipRadius = (widest * lip) / 100
  return {
    wall,
    floor,
    height,
    inside: side(floorRadius, widest, lipRadius, bottom, bellyHeight, top),
    outside: side(floorRadius, widest + wall, lipRadius + wall, footRing.height, bellyHeight, top),
    ringRadius: floorRadius,
    widest,
    bellyHeight,
    lipRadius,
  }
}

/** Volume of the inside to the brim, mm³. */
export const brimVolume = ({ inside }: Profile): number => turnedVolume(inside[0]) + turnedVolume(inside[1])

/** Volume of the clay without the handle, mm³: outside less inside, the half round of the rim, the foot ring. */
export function bodyVolume(profile: Profile): number {
  const { outside, wall, lipRadius, ringRadius } = profile
  const rimArea = (Math.PI * wall * wall) / 8
  const rim = 2 * Math.PI * (lipRadius + wall / 2) * rimArea
  const foot = Math.PI * (ringRadius ** 2 - (ringRadius - footRing.width) ** 2) * footRing.height
  return turnedVolume(outside[0]) + turnedVolume(outside[1]) - brimVolume(profile) + rim + foot
}

/** Glazed surface, mm²: inside with the rim, and outside down to the foot ring. */
export function glazedAreas({ inside, outside, wall, lipRadius, ringRadius }: Profile) {
  const rim = Math.PI * wall * Math.PI * (lipRadius + wall / 2)
  return {
    inside: turnedArea(inside[0]) + turnedArea(inside[1]) + Math.PI * ringRadius ** 2 + rim,
    outside: turnedArea(outside[0]) + turnedArea(outside[1]),
  }
}

const um = (mm: number): number => Math.round(mm * 1000)
const point = ([x, y]: Point): Point => [um(x), um(y)]

function up([from, b, c]: Curve): Knot {
  return { at: point(from), way: { kind: 'curve', controls: [point(b), point(c)] } }
}

function down([, b, c, to]: Curve): Knot {
  return { at: point(to), way: { kind: 'curve', controls: [point(c), point(b)] } }
}

/** The section that is turned into the mug, µm: up the inside, over the rim, down the outside, round the foot ring. */
export function section({ inside, outside, wall, floor, lipRadius, ringRadius }: Profile): Contour {
  const [below, above] = inside
  const top = above[3][1]
  return [
    { at: [0, um(footRing.height + floor)] },
    up(below),
    up(above),
    {
      at: point(above[3]),
      way: { kind: 'arc', through: [um(lipRadius + wall / 2), um(top + wall / 2)] },
    },
    down(outside[1]),
    down(outside[0]),
    { at: [um(ringRadius), um(footRing.height)] },
    { at: [um(ringRadius), 0] },
    { at: [um(ringRadius - footRing.width), 0] },
    { at: [um(ringRadius - footRing.width), um(footRing.height)] },
    { at: [0, um(footRing.height)] },
  ]
}

/** The room inside as a solid's section, µm, open at the brim: what is cut from a handle that reaches in. */
export function hollow({ inside, floor }: Profile): Contour {
  const [below, above] = inside
  const top = um(above[3][1])
  return [{ at: [0, um(footRing.height + floor)] }, up(below), up(above), { at: point(above[3]) }, { at: [0, top] }]
}
