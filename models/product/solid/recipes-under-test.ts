import fc from 'fast-check'
import { circle, polygonContour, rectangle } from './contours.ts'
import type { Box, Contour, Cylinder, Extrusion, Knot, Point, Revolution, SolidNode, Sphere, Sweep } from './recipe.ts'

/** Lengths between a millimetre and twelve centimetres, µm. */
export const lengths = fc.integer({ min: 1000, max: 120_000 })

const corners = fc.constantFrom('fillet' as const, 'chamfer' as const)

export const boxes: fc.Arbitrary<Box> = fc
  .tuple(lengths, lengths, lengths, fc.option(corners, { nil: undefined }), fc.integer({ min: 50, max: 450 }))
  .map(([x, y, z, kind, permille]): Box => {
    const sizeUm = { x, y, z }
    if (kind === undefined) return { kind: 'box', sizeUm }
    return { kind: 'box', sizeUm, edge: { kind, sizeUm: Math.floor((Math.min(x, y, z) * permille) / 1000) } }
  })

export const cylinders: fc.Arbitrary<Cylinder> = fc
  .tuple(lengths, lengths, fc.option(fc.integer({ min: 0, max: 120_000 }), { nil: undefined }))
  .map(([radiusUm, heightUm, topRadiusUm]): Cylinder => {
    return topRadiusUm === undefined
      ? { kind: 'cylinder', radiusUm, heightUm }
      : { kind: 'cylinder', radiusUm, heightUm, topRadiusUm }
  })

export const spheres: fc.Arbitrary<Sphere> = lengths.map((radiusUm) => ({ kind: 'sphere', radiusUm }))

/** A star about a point: it never crosses itself, and keeps a free middle of 2 mm radius. */
export function stars(x: number, y: number): fc.Arbitrary<Contour> {
  return fc
    .tuple(
      fc.array(fc.integer({ min: 4000, max: 60_000 }), { minLength: 3, maxLength: 12 }),
      fc.option(fc.record({ kind: corners, sizeUm: fc.integer({ min: 50, max: 400 }) }), { nil: undefined }),
    )
    .map(([radii, corner]) => {
      const points = radii.map((radius, index): Point => {
        const angle = (2 * Math.PI * index) / radii.length
        return [Math.round(x + radius * Math.cos(angle)), Math.round(y + radius * Math.sin(angle))]
      })
      // A sharp tip leaves no room for a corner: there it is left out.
      return polygonContour(
        points,
        radii.length < 5 && Math.max(...radii) < 3 * Math.min(...radii) ? corner : undefined,
      )
    })
}

export const extrusions: fc.Arbitrary<Extrusion> = fc
  .tuple(stars(0, 0), lengths, fc.boolean(), fc.option(fc.integer({ min: 300, max: 1500 }), { nil: undefined }))
  .map(([outline, depthUm, isHollow, farPermille]): Extrusion => {
    const holes = isHollow ? [circle(0, 0, 1200)] : []
    return { kind: 'extrusion', outline, holes, depthUm, ...(farPermille !== undefined && { farPermille }) }
  })

/** A vessel: an outer line from the foot to the lip and an inner one back, or a massive turned part that reaches the axis. */
export const revolutions: fc.Arbitrary<Revolution> = fc
  .tuple(
    fc.array(fc.integer({ min: 20_000, max: 50_000 }), { minLength: 2, maxLength: 6 }),
    fc.integer({ min: 4000, max: 20_000 }),
    fc.boolean(),
    fc.option(fc.integer({ min: 1000, max: 360_000 }), { nil: undefined }),
    fc.boolean(),
  )
  .map(([radii, rise, isMassive, turnMd, isCurved]): Revolution => {
    const outer = radii.map((radius, index): Point => [radius, index * rise])
    const inner = [...radii]
      .reverse()
      .map((radius, index): Point => [isMassive ? 0 : radius - 3000, (radii.length - 1 - index) * rise])
    const points = isMassive
      ? [...outer, [0, (radii.length - 1) * rise] as const, [0, 0] as const]
      : [...outer, ...inner]
    const outline = points.map((at, index): Knot => {
      const next = outer[index + 1]
      if (!isCurved || next === undefined || index >= outer.length - 1) return { at }
      const third = Math.round((next[1] - at[1]) / 3)
      return {
        at,
        way: {
          kind: 'curve',
          controls: [
            [at[0], at[1] + third],
            [next[0], next[1] - third],
          ],
        },
      }
    })
    const holes = isMassive && radii.length > 2 ? [rectangle(5000, rise - 500, 2000, 1000)] : []
    return { kind: 'revolution', outline, holes, ...(turnMd !== undefined && { turnMd }) }
  })

/** A handle: an oval or a rectangle along a bow. */
export const sweeps: fc.Arbitrary<Sweep> = fc
  .tuple(fc.integer({ min: 2000, max: 6000 }), fc.integer({ min: 20_000, max: 40_000 }), fc.boolean())
  .map(([thick, reach, isRound]): Sweep => {
    const section = isRound ? circle(0, 300, thick) : rectangle(-thick, -thick, 2 * thick, 2 * thick)
    const path: Knot[] = [
      {
        at: [0, 80_000],
        way: {
          kind: 'curve',
          controls: [
            [reach, 80_000],
            [reach, 60_000],
          ],
        },
      },
      { at: [reach, 40_000], way: { kind: 'arc', through: [Math.round(reach * 0.7), 12_000] } },
      { at: [0, 0] },
    ]
    return { kind: 'sweep', section, path }
  })

export const primitives: fc.Arbitrary<SolidNode> = fc.oneof(boxes, cylinders, spheres, extrusions, revolutions, sweeps)

const moves = fc.record({
  x: fc.integer({ min: -40_000, max: 40_000 }),
  y: fc.integer({ min: -40_000, max: 40_000 }),
  z: fc.integer({ min: -40_000, max: 40_000 }),
})
const turns = fc.record({
  x: fc.integer({ min: -180_000, max: 180_000 }),
  y: fc.constantFrom(0, 90_000, 12_345),
  z: fc.constant(0),
})

const pieces: fc.Arbitrary<SolidNode> = fc.oneof(boxes, extrusions, revolutions)

/** Small trees of everything that joins. */
export const trees: fc.Arbitrary<SolidNode> = fc.letrec<{ tree: SolidNode }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'solid' },
    pieces,
    fc.record({ kind: fc.constant('placed' as const), of: tie('tree'), moveUm: moves, turnMd: turns }),
    fc.record({ kind: fc.constant('union' as const), of: fc.tuple(tie('tree'), tie('tree')) }),
    fc.record({ kind: fc.constant('difference' as const), from: tie('tree'), cut: fc.tuple(tie('tree')) }),
    fc.record({ kind: fc.constant('intersection' as const), of: fc.tuple(tie('tree'), tie('tree')) }),
    fc.record({
      kind: fc.constant('repeated' as const),
      of: pieces,
      count: fc.integer({ min: 1, max: 3 }),
      pattern: fc.record({ kind: fc.constant('round' as const), axis: fc.constantFrom('x' as const, 'y' as const) }),
    }),
  ),
})).tree
