import type { RefObject } from 'react'
import type { Vector } from '#models/product/make.ts'
import type { Viewing } from './camera-rig.tsx'
import { directionOf } from './orbit.ts'

/** The ray from the eye through a point of the page, in the scene's millimetres. `fov` is the vertical angle of view in degrees. */
export function rayThrough(
  { now, distance, middle }: Viewing,
  fov: number,
  host: RefObject<HTMLElement | null>,
  clientX: number,
  clientY: number,
): { from: Vector; along: Vector } | undefined {
  const view = host.current?.getBoundingClientRect()
  if (!view) return undefined
  const tall = Math.tan((fov / 2) * (Math.PI / 180))
  const across = (((clientX - view.left) / view.width) * 2 - 1) * tall * (view.width / view.height)
  const above = (1 - ((clientY - view.top) / view.height) * 2) * tall
  const eye = directionOf(now)
  const { azimuth, elevation } = now
  const reach = distance * now.distance
  return {
    from: { x: middle.x + eye.x * reach, y: middle.y + eye.y * reach, z: middle.z + eye.z * reach },
    along: {
      x: -eye.x + across * Math.cos(azimuth) - above * Math.sin(azimuth) * Math.sin(elevation),
      y: -eye.y + above * Math.cos(elevation),
      z: -eye.z - across * Math.sin(azimuth) - above * Math.cos(azimuth) * Math.sin(elevation),
    },
  }
}
