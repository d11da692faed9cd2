import type { Make, Vector } from './make.ts'

/** One copy of a part as an upright box, mm: corners of least and greatest x, y, z. A cylinder is given by the box around it. */
export type Solid = { readonly part: string; readonly from: Vector; readonly to: Vector }

/** Every copy of every part. */
export function solidsOf(make: Make): Solid[] {
  return make.parts.flatMap(({ key, size, places }) =>
    places.map(({ at }) => ({ part: key, from: at, to: { x: at.x + size.x, y: at.y + size.y, z: at.z + size.z } })),
  )
}

/** Whether two solids share room; touching faces do not. */
export function overlap(a: Solid, b: Solid): boolean {
  return (
    a.from.x < b.to.x &&
    b.from.x < a.to.x &&
    a.from.y < b.to.y &&
    b.from.y < a.to.y &&
    a.from.z < b.to.z &&
    b.from.z < a.to.z
  )
}
