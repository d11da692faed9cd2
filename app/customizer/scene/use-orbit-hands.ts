import { invalidate } from '@react-three/fiber'
import { type RefObject, useEffect, useRef } from 'react'
import type { Viewing } from './camera-rig.tsx'
import { front, held, type Orbit } from './orbit.ts'

/** Radians a pixel of dragging and a press of an arrow key turn. */
const perPixel = 0.0065
const perPress = 0.12

/** Turns and nears the view by mouse, finger and keys. `onPoint` hears where the pointer rests while nothing is dragged. */
export function useOrbitHands(
  host: RefObject<HTMLElement | null>,
  viewing: RefObject<Viewing>,
  onPoint: (clientX: number, clientY: number) => void,
): void {
  const point = useRef(onPoint)
  point.current = onPoint

  useEffect(() => {
    const element = host.current
    if (!element) return
    const fingers = new Map<number, { x: number; y: number }>()
    let spread = 0
    const turn = (change: (goal: Orbit) => Orbit) => {
      viewing.current.goal = held(change(viewing.current.goal))
      invalidate()
    }
    const near = (factor: number) => turn((goal) => ({ ...goal, distance: goal.distance * factor }))

    const down = (event: PointerEvent) => {
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
      spread = spreadOf(fingers)
      element.setPointerCapture(event.pointerId)
    }
    const move = (event: PointerEvent) => {
      const before = fingers.get(event.pointerId)
      if (!before) {
        if (event.pointerType === 'mouse') point.current(event.clientX, event.clientY)
        return
      }
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
      if (fingers.size > 1) {
        const now = spreadOf(fingers)
        if (now > 0 && spread > 0) near(spread / now)
        spread = now
        return
      }
      const [dx, dy] = [event.clientX - before.x, event.clientY - before.y]
      turn((goal) => ({
        ...goal,
        azimuth: goal.azimuth - dx * perPixel,
        elevation: goal.elevation + dy * perPixel * 0.8,
      }))
    }
    const up = (event: PointerEvent) => {
      fingers.delete(event.pointerId)
      spread = spreadOf(fingers)
    }
    const leave = () => point.current(-1, -1)
    const wheel = (event: WheelEvent) => {
      event.preventDefault()
      near(Math.exp(Math.max(-60, Math.min(60, event.deltaY)) * 0.004))
    }
    const key = (event: KeyboardEvent) => {
      const change = keys[event.key]
      if (!change || event.target !== element) return
      event.preventDefault()
      turn(change)
    }

    element.addEventListener('pointerdown', down)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', up)
    element.addEventListener('pointercancel', up)
    element.addEventListener('pointerleave', leave)
    element.addEventListener('wheel', wheel, { passive: false })
    element.addEventListener('keydown', key)
    return () => {
      element.removeEventListener('pointerdown', down)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', up)
      element.removeEventListener('pointercancel', up)
      element.removeEventListener('pointerleave', leave)
      element.removeEventListener('wheel', wheel)
      element.removeEventListener('keydown', key)
    }
  }, [host, viewing])
}

const keys: Readonly<Record<string, (goal: Orbit) => Orbit>> = {
  ArrowLeft: (goal) => ({ ...goal, azimuth: goal.azimuth - perPress }),
  ArrowRight: (goal) => ({ ...goal, azimuth: goal.azimuth + perPress }),
  ArrowUp: (goal) => ({ ...goal, elevation: goal.elevation + perPress }),
  ArrowDown: (goal) => ({ ...goal, elevation: goal.elevation - perPress }),
  '+': (goal) => ({ ...goal, distance: goal.distance * 0.87 }),
  '=': (goal) => ({ ...goal, distance: goal.distance * 0.87 }),
  '-': (goal) => ({ ...goal, distance: goal.distance / 0.87 }),
  Home: () => front,
}

function spreadOf(fingers: ReadonlyMap<number, { x: number; y: number }>): number {
  const [one, other] = fingers.values()
  return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0
}
