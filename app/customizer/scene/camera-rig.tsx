import { useFrame, useThree } from '@react-three/fiber'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { type PerspectiveCamera, Vector3 } from 'three'
import type { Vector } from '#models/product/make.ts'
import { dimensionSegments } from './dimension-segments.ts'
import { directionOf, eased, fittingDistance, isThere, type Orbit, sideOf, startOf } from './orbit.ts'
import { paced, resting, restMs } from './pace.ts'

/** Where the camera is and where it goes to, moved by hand and by keys outside of React. */
export type Viewing = { now: Orbit; goal: Orbit; distance: number; middle: Vector; still: boolean }

/** What stays free beside and above the product for figures, title and tools, px on each side. */
const free = { across: 76, up: 58 }
const spot = new Vector3()

/** Moves the camera towards its goal, frame by frame, and rests when it is there. Labels follow their points on the screen. */
export function CameraRig({
  viewing,
  size,
  labels,
}: {
  viewing: RefObject<Viewing>
  size: Vector
  labels: RefObject<(HTMLElement | null)[]>
}) {
  const { invalidate, setDpr, size: view } = useThree()
  const pace = useRef(resting)
  const sharpening = useRef<ReturnType<typeof setTimeout>>(undefined)
  const lines = useMemo(() => ({ '-1': dimensionSegments(size, -1), '1': dimensionSegments(size, 1) }), [size])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another size or another view moves the camera
  useEffect(() => invalidate(), [size, view, invalidate])
  useEffect(() => () => clearTimeout(sharpening.current), [])

  useFrame(({ camera, viewport }, passed) => {
    if (!('isPerspectiveCamera' in camera)) return
    // After a rest the time since the last frame says nothing of how fast frames are.
    const seconds = pace.current.isMoving ? Math.min(passed, 1) : 1 / 60
    const at = viewing.current
    const goalDistance = distanceFor(camera, size, view)
    const goalMiddle = { x: 0, y: size.y / 2, z: size.z / 2 }
    const share = at.still || at.distance === 0 ? 1 : 1 - Math.exp(-seconds * 10)
    at.distance += (goalDistance - at.distance) * share
    at.middle = {
      x: 0,
      y: at.middle.y + (goalMiddle.y - at.middle.y) * share,
      z: at.middle.z + (goalMiddle.z - at.middle.z) * share,
    }
    at.now = at.still ? at.goal : eased(at.now, at.goal, seconds)

    const eye = directionOf(at.now)
    const distance = at.distance * at.now.distance
    camera.position.set(at.middle.x + eye.x * distance, at.middle.y + eye.y * distance, at.middle.z + eye.z * distance)
    camera.lookAt(at.middle.x, at.middle.y, at.middle.z)
    camera.updateMatrixWorld()

    const { dimensions } = lines[sideOf(at.now)]
    for (const [index, { axis, middle }] of dimensions.entries()) {
      const label = labels.current[index]
      if (!label) continue
      label.style.visibility = 'visible'
      spot.set(middle.x, middle.y, middle.z).project(camera)
      const x = (spot.x * 0.5 + 0.5) * view.width
      const y = (0.5 - spot.y * 0.5) * view.height
      label.style.transform = `${besides(axis, sideOf(at.now))} translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`
    }

    const rests =
      isThere(at.now, at.goal) &&
      Math.abs(goalDistance - at.distance) < 0.5 &&
      Math.abs(goalMiddle.y - at.middle.y) < 0.5
    const { dpr, initialDpr } = viewport
    const next = paced(pace.current, { moves: !rests, seconds: passed, ratio: dpr, sharp: initialDpr })
    pace.current = next
    if (next.ratio !== dpr) setDpr(next.ratio)
    clearTimeout(sharpening.current)
    if (rests && dpr < initialDpr)
      sharpening.current = setTimeout(() => {
        setDpr(initialDpr)
        invalidate()
      }, restMs)
    if (!rests) invalidate()
  })
  return null
}

function distanceFor(camera: PerspectiveCamera, size: Vector, view: { width: number; height: number }): number {
  const tall = Math.tan((camera.fov / 2) * (Math.PI / 180))
  return fittingDistance(size, startOf(size), tall, view.width / view.height, {
    across: Math.max(0.5, 1 - (2 * free.across) / view.width),
    up: Math.max(0.6, 1 - (2 * free.up) / view.height),
  })
}

/** A figure stands beside its line, away from the product: under a width, outside of a height and a depth. */
function besides(axis: 'x' | 'y' | 'z', side: -1 | 1): string {
  if (axis === 'x') return 'translate(-50%, 35%)'
  const outwards = side === -1 ? 'translate(calc(-100% - 10px), ' : 'translate(10px, '
  return `${outwards}${axis === 'y' ? '-50%' : '-10%'})`
}
