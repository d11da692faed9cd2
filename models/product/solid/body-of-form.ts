import type { Form } from './form.ts'
import { mitres } from './form.ts'
import type { Body, Matrix, SolidKernel } from './kernel.ts'
import type { Polygon } from './polygon.ts'
import { roundedLevels } from './rounded-box.ts'
import type { Transform } from './transform.ts'

type Flat = [x: number, y: number]

/** Polygons in the kernel's mm. */
export function inMm(polygons: readonly Polygon[]): Flat[][] {
  return polygons.map((polygon) => polygon.map(([x, y]): Flat => [x / 1000, y / 1000]))
}

/** A transform in µm as the kernel's matrix in mm. */
export function matrixOf({ x, y, z, at }: Transform): Matrix {
  return [x.x, x.y, x.z, 0, y.x, y.y, y.z, 0, z.x, z.y, z.z, 0, at.x / 1000, at.y / 1000, at.z / 1000, 1]
}

/** The kernel turns about its z from x to y; ours is y, from x to −z. */
const upright: Matrix = [1, 0, 0, 0, 0, 0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1]

/** `make`'s result after one more step, its own body given back. */
export function reshaped(body: Body, step: (body: Body) => Body): Body {
  try {
    return step(body)
  } finally {
    body.delete()
  }
}

/** A straight bar with a level for every point of the line, then bent along it. */
function swept({ section, line }: Extract<Form, { kind: 'swept' }>, { Manifold }: SolidKernel): Body {
  const across = mitres(line)
  // Seen along the way, the section's x runs to the right.
  const seen = section.map(([x, y]): Flat => [-x / 1000, y / 1000]).reverse()
  const last = line.length - 1
  return reshaped(Manifold.extrude([seen], last, last - 1, 0, [1, 1]), (bar) =>
    bar.warp((corner) => {
      const level = Math.min(last, Math.max(0, Math.round(corner[2])))
      const [x, y] = line[level] ?? [0, 0]
      const [ax, ay] = across[level] ?? [0, 0]
      const up = corner[1]
      corner[2] = -corner[0]
      corner[0] = x / 1000 + ax * up
      corner[1] = y / 1000 + ay * up
    }),
  )
}

/** A form as a body, with the very facets of `shellOfForm`. */
export function bodyOfForm(form: Form, kernel: SolidKernel): Body {
  const { Manifold } = kernel
  switch (form.kind) {
    case 'drawn':
      return Manifold.extrude(inMm(form.region), form.depth / 1000, 0, 0, [form.far, form.far])
    case 'turned':
      return reshaped(Manifold.revolve(inMm(form.region), form.facets, form.turnMd / 1000), (body) =>
        body.transform(upright),
      )
    case 'swept':
      return swept(form, kernel)
    case 'rounded':
      return Manifold.hull(
        roundedLevels(form).flatMap((level) =>
          level.map(({ x, y, z }): [number, number, number] => [x / 1000, y / 1000, z / 1000]),
        ),
      )
  }
}
