import { createRoot, extend, type ReconcilerRoot } from '@react-three/fiber'
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { DirectionalLight, HemisphereLight, InstancedMesh, LineSegments, Mesh, PCFShadowMap } from 'three'
import type { Make } from '#models/product/make.ts'
import { useWords } from '../../words/reader.tsx'
import { batchesOf, doorUnder } from './boxes.ts'
import { CameraRig, type Viewing } from './camera-rig.tsx'
import { front, startOf } from './orbit.ts'
import { rayThrough } from './ray.ts'
import { useOrbitHands } from './use-orbit-hands.ts'
import { useThemeColours } from './use-theme-colours.ts'
import { FirstFrame, World } from './world.tsx'

// Only what the scene is made of: the rest of three stays out of the bundle.
extend({ DirectionalLight, HemisphereLight, InstancedMesh, LineSegments, Mesh })

/** Sharp on dense screens, and no sharper than the eye. */
const pixelRatio: [number, number] = [1, 2]

const configuration = {
  frameloop: 'demand',
  dpr: pixelRatio,
  flat: true,
  shadows: { type: PCFShadowMap },
  gl: { antialias: true, powerPreference: 'high-performance' },
  camera: { fov: 26, near: 50, far: 60_000 },
} as const

/** The product in three dimensions. It draws a frame only when something changed. */
export default function Scene({
  make,
  label,
  opened,
  onDrawn,
  onLost,
}: {
  make: Make
  /** what is seen and how to turn it, for those who do not see it */
  label: string
  opened: boolean
  onDrawn: () => void
  /** the graphics card gave up: the drawing takes over */
  onLost: () => void
}) {
  const { mm } = useWords()
  const host = useRef<HTMLDivElement>(null)
  const labels = useRef<(HTMLElement | null)[]>([])
  const root = useRef<ReconcilerRoot<HTMLCanvasElement>>(undefined)
  const [isReady, setReady] = useState(false)
  const [pointed, setPointed] = useState<string>()
  const colours = useThemeColours()
  const batches = useMemo(() => batchesOf(make), [make])
  const still = useMemo(() => matchMedia('(prefers-reduced-motion: reduce)').matches, [])
  const viewing = useRef<Viewing>({
    now: still ? startOf(make.envelope) : front,
    goal: startOf(make.envelope),
    distance: 0,
    middle: { x: 0, y: make.envelope.y / 2, z: make.envelope.z / 2 },
    still,
  })
  const lost = useRef(onLost)
  lost.current = onLost

  useEffect(() => {
    const place = host.current
    if (!place) return
    const canvas = document.createElement('canvas')
    canvas.setAttribute('aria-hidden', 'true')
    canvas.className = 'block size-full'
    place.prepend(canvas)
    const made = createRoot(canvas)
    root.current = made
    const measure = () => {
      const { width, height } = place.getBoundingClientRect()
      return made.configure({ ...configuration, size: { width, height, top: 0, left: 0 } })
    }
    const fail = () => lost.current()
    canvas.addEventListener('webglcontextlost', fail)
    measure().then(() => setReady(true), fail)
    const watcher = new ResizeObserver(() => void measure())
    watcher.observe(place)
    return () => {
      watcher.disconnect()
      canvas.removeEventListener('webglcontextlost', fail)
      root.current = undefined
      made.unmount()
      canvas.remove()
    }
  }, [])

  useLayoutEffect(() => {
    if (!isReady) return
    root.current?.render(
      <>
        <CameraRig viewing={viewing} size={make.envelope} labels={labels} />
        <World
          viewing={viewing}
          make={make}
          batches={batches}
          colours={colours}
          opened={opened}
          pointed={pointed}
          still={still}
        />
        <FirstFrame onDrawn={onDrawn} />
      </>,
    )
  })

  useOrbitHands(host, viewing, (x, y) => {
    const ray = rayThrough(viewing.current, configuration.camera.fov, host, x, y)
    setPointed(ray && doorUnder(batches, ray.from, ray.along))
  })

  return (
    <div
      ref={host}
      role="application"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys turn what it shows
      tabIndex={0}
      className="absolute inset-0 cursor-grab touch-pan-y active:cursor-grabbing"
    >
      <Labels make={make} labels={labels} write={mm} />
    </div>
  )
}

/** In the order of the dimension lines. */
const axes = ['x', 'y', 'z'] as const

function Labels({
  make,
  labels,
  write,
}: {
  make: Make
  labels: RefObject<(HTMLElement | null)[]>
  write: (mm: number) => string
}) {
  return axes.map((axis, index) => (
    <span
      key={axis}
      ref={(element) => {
        labels.current[index] = element
      }}
      aria-hidden="true"
      className="pointer-events-none invisible absolute top-0 left-0 select-none halo whitespace-nowrap font-semibold text-fine md:text-body"
    >
      {write(make.envelope[axis])}
    </span>
  ))
}
