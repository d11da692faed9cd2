import type { Leg, PaperPoint, Sketch, Stroke } from '../../product/sketch.ts'
import type { Point } from '../../product/solid/recipe.ts'
import type { Curve } from './curve.ts'
import { handleSection } from './handle.ts'
import type { Layout } from './layout.ts'
import { footRing, type Profile } from './profile.ts'

/** How far the controls of a quarter of a circle lie along its legs. */
const quarter = 0.5523

type Mirror = (point: Point) => PaperPoint

const up = (mirror: Mirror, curve: Curve): Leg => ({
  to: mirror(curve[3]),
  controls: [mirror(curve[1]), mirror(curve[2])],
})
const down = (mirror: Mirror, curve: Curve): Leg => ({
  to: mirror(curve[0]),
  controls: [mirror(curve[2]), mirror(curve[1])],
})

/** Half a circle over the rim, from its inner edge to the outer or back. */
function rim(mirror: Mirror, { lipRadius, wall, height }: Profile, outwards: boolean): Leg[] {
  const r = wall / 2
  const top = height - r
  const [first, last] = outwards ? [lipRadius, lipRadius + wall] : [lipRadius + wall, lipRadius]
  const inwards = outwards ? 1 : -1
  const middle: Point = [lipRadius + r, height]
  return [
    {
      to: mirror(middle),
      controls: [mirror([first, top + quarter * r]), mirror([middle[0] - inwards * quarter * r, height])],
    },
    {
      to: mirror([last, top]),
      controls: [mirror([middle[0] + inwards * quarter * r, height]), mirror([last, top + quarter * r])],
    },
  ]
}

/** The mug seen from the side, its rim as a straight line. */
function outline(right: Mirror, left: Mirror, profile: Profile): Stroke {
  const { outside, ringRadius, height, lipRadius, wall } = profile
  const [below, above] = outside
  const middle = lipRadius + wall / 2
  return {
    role: 'solid',
    from: right([ringRadius, 0]),
    legs: [
      { to: right(below[0]) },
      up(right, below),
      up(right, above),
      { to: right([middle, height]), controls: [right([above[3][0], height - wall * 0.22]), right([middle, height])] },
      { to: left([middle, height]) },
      { to: left(above[3]), controls: [left([middle, height]), left([above[3][0], height - wall * 0.22])] },
      down(left, above),
      down(left, below),
      { to: left([ringRadius, 0]) },
    ],
  }
}

/** The wall cut through: up the inside on the right, over the rim, down and round the foot, and the same on the left. */
function cut(right: Mirror, left: Mirror, profile: Profile): Stroke {
  const { inside, outside, floor, ringRadius } = profile
  const { width, height: ring } = footRing
  return {
    role: 'cut',
    from: right([0, ring + floor]),
    legs: [
      { to: right(inside[0][0]) },
      up(right, inside[0]),
      up(right, inside[1]),
      ...rim(right, profile, true),
      down(right, outside[1]),
      down(right, outside[0]),
      ...(
        [
          [ringRadius, 0],
          [ringRadius - width, 0],
          [ringRadius - width, ring],
        ] as const
      ).map((at) => ({
        to: right(at),
      })),
      ...(
        [
          [ringRadius - width, ring],
          [ringRadius - width, 0],
          [ringRadius, 0],
        ] as const
      ).map((at) => ({
        to: left(at),
      })),
      { to: left(outside[0][0]) },
      up(left, outside[0]),
      up(left, outside[1]),
      ...rim(left, profile, false),
      down(left, inside[1]),
      down(left, inside[0]),
      { to: left([0, ring + floor]) },
    ],
  }
}

/** What one sees behind the cut: the inside of the far wall. */
function hollow(right: Mirror, left: Mirror, { inside, floor }: Profile): Stroke {
  const [below, above] = inside
  return {
    role: 'hollow',
    from: right([0, footRing.height + floor]),
    legs: [
      { to: right(below[0]) },
      up(right, below),
      up(right, above),
      { to: left(above[3]) },
      down(left, above),
      down(left, below),
    ],
  }
}

/** Side view and section of a mug; its axis stands half its diameter from the left. */
export function sketchOf({ profile, handle, diameter }: Layout): Sketch {
  const axis = diameter / 2
  const right: Mirror = ([x, y]) => [axis + x, y]
  const left: Mirror = ([x, y]) => [axis - x, y]
  const strand = (role: Stroke['role']): Stroke[] => {
    if (handle === undefined) return []
    const [first, ...rest] = handle.line
    if (first === undefined) return []
    const legs = rest.map(({ to, controls }): Leg => {
      const [b, c] = controls ?? []
      return b === undefined || c === undefined ? { to: right(to) } : { to: right(to), controls: [right(b), right(c)] }
    })
    return [{ role, from: right(first.to), legs, thickMm: handleSection.thick }]
  }
  return {
    front: [...strand('solid'), outline(right, left, profile)],
    section: [...strand('cut'), hollow(right, left, profile), cut(right, left, profile)],
  }
}
