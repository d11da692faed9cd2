import type { Vector } from '../../vector.ts'
import { areaVector, dot, type Shell, triangleOf } from '../shell.ts'

/** A point on a surface with the unit normal of its triangle. */
export type Sample = { readonly at: Vector; readonly normal: Vector; readonly triangle: number }

/** Points looked at, at most: one on every triangle as far as they go, the rest spread evenly over the surface. */
export const mostSamples = { byTriangle: 30_000, byArea: 10_000 } as const

/** The two steps that fill a square most evenly: one over the plastic number, and its square. */
const steps = [0.7548776662466927, 0.5698402909980532] as const

function pointOn(shell: Shell, triangle: number, u: number, v: number): Sample | undefined {
  const [a, b, c] = triangleOf(shell, triangle)
  const across = areaVector([a, b, c])
  const twice = Math.sqrt(dot(across, across))
  if (twice === 0) return undefined
  const w = 1 - u - v
  return {
    at: { x: w * a.x + u * b.x + v * c.x, y: w * a.y + u * b.y + v * c.y, z: w * a.z + u * b.z + v * c.z },
    normal: { x: across.x / twice, y: across.y / twice, z: across.z / twice },
    triangle,
  }
}

/** The same points for the same shell. */
export function samplesOf(shell: Shell): Sample[] {
  const count = shell.triangles.length / 3
  const samples: Sample[] = []
  const add = (triangle: number, u: number, v: number) => {
    const sample = pointOn(shell, triangle, u, v)
    if (sample !== undefined) samples.push(sample)
  }
  const stride = Math.max(1, Math.ceil(count / mostSamples.byTriangle))
  for (let triangle = 0; triangle < count; triangle += stride) add(triangle, 1 / 3, 1 / 3)
  const areas = Array.from({ length: count }, (_, triangle) => {
    const across = areaVector(triangleOf(shell, triangle))
    return Math.sqrt(dot(across, across)) / 2
  })
  const total = areas.reduce((sum, area) => sum + area, 0)
  const points = Math.min(mostSamples.byArea, 20 * count)
  let triangle = 0
  let passed = areas[0] ?? 0
  for (let index = 0; index < points; index += 1) {
    const wanted = ((index + 0.5) / points) * total
    while (passed < wanted && triangle < count - 1) {
      triangle += 1
      passed += areas[triangle] ?? 0
    }
    const [u, v] = [(index * steps[0]) % 1, (index * steps[1]) % 1]
    add(triangle, u + v > 1 ? 1 - u : u, u + v > 1 ? 1 - v : v)
  }
  return samples
}

/** More points on the triangle of a sample, close to its edges too. */
export function closer(shell: Shell, { triangle }: Sample): Sample[] {
  const grid = 8
  const samples: Sample[] = []
  for (let row = 0; row <= grid; row += 1) {
    for (let column = 0; column <= grid - row; column += 1) {
      const inset = (part: number) => 0.002 + (0.994 * part) / grid
      const sample = pointOn(shell, triangle, inset(column), inset(row))
      if (sample !== undefined) samples.push(sample)
    }
  }
  return samples
}
