import type { Vector } from '#models/product/make.ts'

/** Where one looks from: radians right of the front and above the floor, and how much further than the fitting distance. */
export type Orbit = { readonly azimuth: number; readonly elevation: number; readonly distance: number }

export const front: Orbit = { azimuth: 0, elevation: 0.04, distance: 1 }
const ordinary: Orbit = { azimuth: -0.46, elevation: 0.17, distance: 1 }

/** Where one begins: what is smaller than a hand lies on the table and is looked down on. */
export function startOf({ x, y, z }: Vector): Orbit {
  return Math.max(x, y, z) < 40 ? { ...ordinary, elevation: 0.5 } : ordinary
}

/** Never behind the wall, never under the floor. */
export const limits = { azimuth: 1.3, elevation: [-0.02, 1.25], distance: [0.3, 1.6] } as const

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

/** An orbit held within its limits. */
export function held({ azimuth, elevation, distance }: Orbit): Orbit {
  return {
    azimuth: clamp(azimuth, -limits.azimuth, limits.azimuth),
    elevation: clamp(elevation, limits.elevation[0], limits.elevation[1]),
    distance: clamp(distance, limits.distance[0], limits.distance[1]),
  }
}

/** Part of the way from one orbit to another: the same share per second whatever the frame rate. `seconds` since the last frame. */
export function eased(now: Orbit, goal: Orbit, seconds: number): Orbit {
  const share = 1 - Math.exp(-seconds * 9)
  const step = (from: number, to: number) => from + (to - from) * share
  return {
    azimuth: step(now.azimuth, goal.azimuth),
    elevation: step(now.elevation, goal.elevation),
    distance: step(now.distance, goal.distance),
  }
}

/** Whether two orbits look the same on a screen. */
export function isThere(one: Orbit, other: Orbit): boolean {
  return (
    Math.abs(one.azimuth - other.azimuth) < 0.0005 &&
    Math.abs(one.elevation - other.elevation) < 0.0005 &&
    Math.abs(one.distance - other.distance) < 0.0005
  )
}

/** The side of the product that is turned towards the eye. */
export function sideOf({ azimuth }: Orbit): -1 | 1 {
  return azimuth <= 0 ? -1 : 1
}

/** Direction from the target to the eye. */
export function directionOf({ azimuth, elevation }: Orbit): Vector {
  return {
    x: Math.sin(azimuth) * Math.cos(elevation),
    y: Math.sin(elevation),
    z: Math.cos(azimuth) * Math.cos(elevation),
  }
}

/**
 * The least distance from which a product of this size with its dimension lines fits a view, seen from an orbit. Millimetres;
 * `tall` is the tangent of half the vertical angle of view, `aspect` width over height, `room` the shares of the view to fill.
 */
export function fittingDistance(
  size: Vector,
  orbit: Orbit,
  tall: number,
  aspect: number,
  room: { readonly across: number; readonly up: number },
): number {
  const eye = directionOf(orbit)
  const right = { x: Math.cos(orbit.azimuth), z: -Math.sin(orbit.azimuth) }
  const up = {
    x: -Math.sin(orbit.azimuth) * Math.sin(orbit.elevation),
    y: Math.cos(orbit.elevation),
    z: -Math.cos(orbit.azimuth) * Math.sin(orbit.elevation),
  }
  const margin = marginOf(size)
  let distance = 0
  for (const x of [-size.x / 2 - margin, size.x / 2 + margin])
    for (const y of [-size.y / 2, size.y / 2])
      for (const z of [-size.z / 2, size.z / 2 + margin]) {
        const across = Math.abs(x * right.x + z * right.z)
        const above = Math.abs(x * up.x + y * up.y + z * up.z)
        const towards = x * eye.x + y * eye.y + z * eye.z
        distance = Math.max(
          distance,
          towards + across / (tall * aspect * room.across),
          towards + above / (tall * room.up),
        )
      }
  return distance
}

/** How far dimension lines stand off, mm: closer to what stands on a table. */
export function marginOf({ x, y, z }: Vector): number {
  const largest = Math.max(x, y, z)
  return Math.max(Math.min(60, largest * 0.25), largest * 0.075)
}
