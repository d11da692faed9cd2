import type { Leg, PaperPoint, Sketch, Stroke } from '../../product/sketch.ts'
import type { Band } from './band.ts'
import { foot, type Head } from './head.ts'
import type { Layout } from './layout.ts'

/** How far the controls of a quarter of a circle lie along its legs. */
const quarter = 0.5523

/** A circle, counter-clockwise, or clockwise for a hole. */
function circle([x, y]: PaperPoint, r: number, way: 1 | -1): Pick<Stroke, 'from' | 'legs'> {
  const k = quarter * r
  const at = (across: number, up: number): PaperPoint => [x + across, y + way * up]
  const legs: Leg[] = [
    { to: at(0, r), controls: [at(r, k), at(k, r)] },
    { to: at(-r, 0), controls: [at(-k, r), at(-r, k)] },
    { to: at(0, -r), controls: [at(-r, -k), at(-k, -r)] },
    { to: at(r, 0), controls: [at(k, -r), at(r, -k)] },
  ]
  return { from: at(r, 0), legs }
}

function polygon(role: Stroke['role'], [from = [0, 0], ...rest]: readonly PaperPoint[]): Stroke {
  return { role, from, legs: rest.map((to) => ({ to })) }
}

/** Half of a head's width at a height over the finger's middle, from `across` or `along` of its face. */
function halfAt({ low, top }: Head, size: number, height: number): number {
  return (size / 2) * (foot + ((1 - foot) * (height - low)) / (top - low))
}

/** One side of the band cut through, above (`up` 1) or below the finger; its arcs as curves through the same three points. */
function cutBand(band: Band, at: (y: number, r: number) => PaperPoint): Stroke {
  const { width, inner, outer, fall, flare } = band
  const half = width / 2
  // A flat arc through a rise is a cubic whose controls stand a third in and four thirds up.
  const over = (edge: number, rise: number, from: 1 | -1): Leg => ({
    to: at(-from * half, edge),
    controls: [at((from * half) / 3, edge + (4 / 3) * rise), at((-from * half) / 3, edge + (4 / 3) * rise)],
  })
  return {
    role: 'cut',
    from: at(-half, outer - fall),
    legs: [
      over(outer - fall, fall, -1),
      { to: at(half, inner + flare) },
      over(inner + flare, -flare, 1),
      { to: at(-half, outer - fall) },
    ],
  }
}

/** From the finger's end, and cut through the middle of head and shank. */
export function sketchOf({ band, head }: Layout): Sketch {
  const { inner, outer, width } = band
  const middle: PaperPoint = [outer, outer]
  const up = (y: number, r: number): PaperPoint => [outer + y, outer + r]
  const down = (y: number, r: number): PaperPoint => [outer + y, outer - r]
  const front: Stroke[] = [{ role: 'solid', ...circle(middle, outer, 1), hole: circle(middle, inner, -1) }]
  const cuts = [cutBand(band, up), cutBand(band, down)]
  if (head !== undefined) {
    const { across, along, top } = head
    const side = halfAt(head, across, inner)
    const seen = Math.max(inner + (outer - inner) / 4, Math.sqrt(Math.max(0, outer * outer - side * side)))
    const wide = halfAt(head, across, seen)
    front.push(polygon('solid', [up(-wide, seen), up(-across / 2, top), up(across / 2, top), up(wide, seen)]))
    const base = halfAt(head, along, inner)
    cuts.push(polygon('cut', [up(-base, inner), up(-along / 2, top), up(along / 2, top), up(base, inner)]))
  }
  const half = width / 2
  const far = polygon('hollow', [up(-half, inner), up(half, inner), down(half, inner), down(-half, inner)])
  return { front, section: [far, ...cuts] }
}
