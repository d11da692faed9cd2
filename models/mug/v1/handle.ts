import type { Contour, Knot, Path, Point, SolidNode } from '../../product/solid/recipe.ts'
import { type Curve, lengthOf, radiusAt } from './curve.ts'
import type { MugOptions } from './options.ts'
import type { Profile } from './profile.ts'

/** Section of the handle, mm: broad across, thick in the hand; solid up to 12 mm, thicker ones sink in when cast (practitioners). */
export const handleSection = { broad: 13, thick: 8, edge: 3 } as const

/** Where it meets the wall, as shares of the height, and how much the square one's corners are rounded, mm. */
const roots = { low: 0.24, high: 0.8 } as const
const cornerMm = 9

/** The line through the middle of a handle, mm, from the upper root to the lower, and its length. */
type Line = { readonly path: Path; readonly lengthMm: number; readonly line: readonly Bend[] }

/** One bend of that line, mm: where it goes, and how when not straight. The first is where it begins. */
export type Bend = { readonly to: Point; readonly controls?: readonly [Point, Point] }

const um = (mm: number): number => Math.round(mm * 1000)
const point = ([x, y]: Point): Point => [um(x), um(y)]

/** Outside radius of the wall at a height, mm. */
export function outsideAt({ outside, bellyHeight }: Profile, height: number): number {
  return radiusAt(height < bellyHeight ? outside[0] : outside[1], height)
}

function curved(curve: Curve): Line {
  const [from, b, c, to] = curve
  const way: Knot = { at: point(from), way: { kind: 'curve', controls: [point(b), point(c)] } }
  return { path: [way, { at: point(to) }], lengthMm: lengthOf(curve), line: [{ to: from }, { to, controls: [b, c] }] }
}

function square(from: Point, to: Point, reach: number): Line {
  const corner = { kind: 'fillet', sizeUm: um(cornerMm) } as const
  const path: Path = [
    { at: point(from) },
    { at: point([reach, from[1]]), corner },
    { at: point([reach, to[1]]), corner },
    { at: point(to) },
  ]
  const straight = reach - from[0] + (from[1] - to[1]) + (reach - to[0])
  // Each corner goes a quarter of a circle instead of its two legs.
  const [high, low] = [from[1], to[1]]
  const inner = reach - cornerMm
  const near = cornerMm * (1 - 0.5523)
  const line: readonly Bend[] = [
    { to: from },
    { to: [inner, high] },
    {
      to: [reach, high - cornerMm],
      controls: [
        [reach - near, high],
        [reach, high - near],
      ],
    },
    { to: [reach, low + cornerMm] },
    {
      to: [inner, low],
      controls: [
        [reach, low + near],
        [reach - near, low],
      ],
    },
    { to },
  ]
  return { path, lengthMm: straight - 2 * (2 - Math.PI / 2) * cornerMm, line }
}

/** How far the inside of the handle stands from the widest wall behind it is the grip. */
function lineOf(profile: Profile, { handle, grip, height }: MugOptions): Line {
  const root = (share: number): Point => {
    const y = Math.round(height * share)
    return [outsideAt(profile, y) - profile.wall / 2, y]
  }
  const [high, low] = [root(roots.high), root(roots.low)]
  const reach = profile.widest + profile.wall + grip + handleSection.thick / 2
  if (handle === 'square') return square(high, low, reach)
  // A cubic whose controls lie this far out reaches three quarters of the way to them.
  const out = (from: Point) => from[0] + (reach - from[0]) / 0.75
  const drop = handle === 'ear' ? 0.32 : 0
  const fall = drop * (high[1] - low[1])
  return curved([high, [out(high), high[1] + fall * 0.4], [out(low), low[1] + fall], low])
}

/** A handle as a solid, its volume and surface (mm³, mm²) as far as they show outside the wall, and what of both is hidden in the wall. */
export type HandleSolid = {
  readonly solid: SolidNode
  readonly volume: number
  readonly area: number
  readonly shared: number
  readonly hidden: number
  readonly line: readonly Bend[]
}

/** The handle of a mug; undefined for a beaker. */
export function handleOf(profile: Profile, chosen: MugOptions): HandleSolid | undefined {
  if (chosen.handle === 'none') return undefined
  const { broad, thick, edge } = handleSection
  const corner = { kind: 'fillet', sizeUm: um(edge) } as const
  const [x, y] = [um(broad) / 2, um(thick) / 2]
  const section: Contour = [
    { at: [-x, -y], corner },
    { at: [x, -y], corner },
    { at: [x, y], corner },
    { at: [-x, y], corner },
  ]
  const sectionArea = broad * thick - (4 - Math.PI) * edge * edge
  const girth = 2 * (broad + thick) - (8 - 2 * Math.PI) * edge
  const { path, lengthMm, line } = lineOf(profile, chosen)
  // Both ends stand half a wall deep.
  const shared = sectionArea * profile.wall
  // Lost at either root: the handle's end, the wall it covers, its girth inside the wall.
  const hidden = 4 * sectionArea + girth * profile.wall
  return {
    solid: { kind: 'sweep', section, path },
    volume: sectionArea * lengthMm - shared,
    area: girth * (lengthMm - profile.wall),
    shared,
    hidden,
    line,
  }
}
