/** A point on paper, mm: `x` from the left edge of what is drawn, `y` up from the floor. */
export type PaperPoint = readonly [x: number, y: number]

/** On to the next point: straight, or on a cubic Bézier curve. */
export type Leg = { readonly to: PaperPoint; readonly controls?: readonly [PaperPoint, PaperPoint] }

/**
 * One line of a drawing. `solid` is the outline of something seen, `cut` of something cut through; both are closed and filled.
 * With `thickMm` it is the middle of a strand that thick, open at its ends.
 */
export type Stroke = {
  readonly role: 'solid' | 'cut' | 'hollow'
  readonly from: PaperPoint
  readonly legs: readonly Leg[]
  readonly thickMm?: number
  /** what one sees through it, running the other way round */
  readonly hole?: { readonly from: PaperPoint; readonly legs: readonly Leg[] }
}

/** How a make without boards is drawn: from the front, and cut through the middle. In painting order. */
export type Sketch = { readonly front: readonly Stroke[]; readonly section: readonly Stroke[] }

const curveSteps = 16

/** A stroke as straight pieces, for paper that knows no curves. */
export function pointsOf({ from, legs }: Pick<Stroke, 'from' | 'legs'>): PaperPoint[] {
  const points: PaperPoint[] = [from]
  let at = from
  for (const { to, controls } of legs) {
    if (controls !== undefined) {
      const [b, c] = controls
      for (let step = 1; step < curveSteps; step += 1) {
        const t = step / curveSteps
        const s = 1 - t
        const along = (axis: 0 | 1) =>
          s * s * s * at[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t * t * t * to[axis]
        points.push([along(0), along(1)])
      }
    }
    points.push(to)
    at = to
  }
  return points
}

/** A stroke for the `d` of an SVG path; `y` runs down from `height`. */
export function pathOf({ from, legs, thickMm, hole }: Omit<Stroke, 'role'>, height: number): string {
  const write = ([x, y]: PaperPoint) => `${Math.round(x * 100) / 100} ${Math.round((height - y) * 100) / 100}`
  const parts = legs.map(({ to, controls }) =>
    controls === undefined ? `L${write(to)}` : `C${controls.map(write).join(' ')} ${write(to)}`,
  )
  const through: string = hole === undefined ? '' : pathOf(hole, height)
  return `M${write(from)}${parts.join('')}${thickMm === undefined ? 'Z' : ''}${through}`
}
