import { useFrame, useThree } from '@react-three/fiber'
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  type DirectionalLight,
  LineBasicMaterial,
  type LineSegments,
  Vector3,
} from 'three'
import type { Make } from '#models/product/make.ts'
import { Boards } from './boards.tsx'
import type { Batch } from './boxes.ts'
import type { Viewing } from './camera-rig.tsx'
import { dimensionSegments } from './dimension-segments.ts'
import { Engraving } from './engraving.tsx'
import { Holes } from './holes.tsx'
import { matMaterial } from './mat-material.ts'
import { sideOf } from './orbit.ts'
import type { ThemeColours } from './theme-colours.ts'
import { Ware } from './ware.tsx'
import { isWare } from './ware-colours.ts'

/** Far enough that the mat has faded before it ends, mm. */
const matReach = 14_000

/** Everything that is lit: the product, the mat it stands on, its dimension lines. */
export function World({
  make,
  batches,
  colours,
  opened,
  pointed,
  still,
  viewing,
}: {
  make: Make
  viewing: RefObject<Viewing>
  batches: readonly Batch[]
  colours: ThemeColours
  opened: boolean
  pointed: string | undefined
  still: boolean
}) {
  const invalidate = useThree((state) => state.invalidate)
  const envelope = useMemo(() => new Vector3(), [])
  const fade = useMemo(() => ({ value: 4000 }), [])
  const { x, y, z } = make.envelope
  useLayoutEffect(() => {
    envelope.set(x, y, z)
    fade.value = 1500 + Math.max(x, y) * 1.5
    invalidate()
  }, [envelope, fade, x, y, z, invalidate])
  return (
    <>
      <hemisphereLight args={['#ffffff', '#e6dfd2', 2.25]} />
      <Sun size={make.envelope} />
      <Mat colours={colours} envelope={envelope} fade={fade} />
      {batches.map((batch) => (
        <Boards key={batch.key} batch={batch} envelope={envelope} opened={opened} pointed={pointed} still={still} />
      ))}
      {make.parts.map((part) => isWare(part) && <Ware key={part.key} part={part} envelope={make.envelope} />)}
      <Engraving make={make} />
      <Holes make={make} />
      <DimensionLines size={make.envelope} colours={colours} viewing={viewing} />
    </>
  )
}

/** Daylight from the upper left in front. Its shadow is drawn again only when something moved. */
function Sun({ size }: { size: Make['envelope'] }) {
  const { gl, invalidate } = useThree()
  const light = useRef<DirectionalLight>(null)
  const { x, y, z } = size
  useLayoutEffect(() => {
    const sun = light.current
    if (!sun) return
    const diagonal = Math.hypot(x, y, z)
    // What stands on a table has a finer shadow than a shelf, and walls that are thinner than a shelf's would be let off.
    const isSmall = diagonal < 350
    const reach = diagonal * 0.5 + (isSmall ? 2 * diagonal : 700)
    sun.shadow.normalBias = isSmall ? 1.4 : 5
    sun.position.set(-0.55 * reach, y * 0.5 + 1.35 * reach, z * 0.5 + 1.5 * reach)
    sun.target.position.set(0, y / 2, z / 2)
    sun.target.updateMatrixWorld()
    const { camera } = sun.shadow
    camera.left = -reach
    camera.right = reach
    camera.top = reach
    camera.bottom = -reach
    camera.near = 10
    camera.far = reach * 4.2
    camera.updateProjectionMatrix()
    gl.shadowMap.autoUpdate = false
    gl.shadowMap.needsUpdate = true
    invalidate()
  }, [x, y, z, gl, invalidate])
  return (
    <directionalLight
      ref={light}
      args={['#fff8ee', 1.9]}
      castShadow
      shadow-mapSize={[1024, 1024]}
      shadow-radius={5}
      shadow-intensity={0.72}
      shadow-bias={-0.0004}
    />
  )
}

function Mat({ colours, envelope, fade }: { colours: ThemeColours; envelope: Vector3; fade: { value: number } }) {
  const material = useMemo(() => matMaterial(colours, envelope, fade), [colours, envelope, fade])
  const geometry = useMemo(() => {
    const made = new BufferGeometry()
    const r = matReach
    const wall = [-r, 0, 0, r, 0, 0, r, r, 0, -r, 0, 0, r, r, 0, -r, r, 0]
    const floor = [-r, 0, 0, -r, 0, r, r, 0, r, -r, 0, 0, r, 0, r, r, 0, 0]
    made.setAttribute('position', new BufferAttribute(new Float32Array([...wall, ...floor]), 3))
    made.setAttribute(
      'normal',
      new BufferAttribute(new Float32Array([...Array(6).fill([0, 0, 1]), ...Array(6).fill([0, 1, 0])].flat()), 3),
    )
    return made
  }, [])
  useEffect(() => () => material.dispose(), [material])
  useEffect(() => () => geometry.dispose(), [geometry])
  return <mesh geometry={geometry} material={material} receiveShadow frustumCulled={false} renderOrder={-1} />
}

function DimensionLines({
  size,
  colours,
  viewing,
}: {
  size: Make['envelope']
  colours: ThemeColours
  viewing: RefObject<Viewing>
}) {
  const material = useMemo(() => {
    const [red, green, blue] = colours.line
    return new LineBasicMaterial({ color: new Color().setRGB(red, green, blue, 'srgb') })
  }, [colours])
  const sides = useMemo(() => ({ '-1': linesOf(size, -1), '1': linesOf(size, 1) }), [size])
  const lines = useRef<LineSegments>(null)
  useEffect(() => () => material.dispose(), [material])
  useEffect(
    () => () => {
      sides[-1].dispose()
      sides[1].dispose()
    },
    [sides],
  )
  useFrame(() => {
    if (lines.current) lines.current.geometry = sides[sideOf(viewing.current.now)]
  })
  return <lineSegments ref={lines} geometry={sides[-1]} material={material} frustumCulled={false} dispose={null} />
}

function linesOf(size: Make['envelope'], side: -1 | 1): BufferGeometry {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(dimensionSegments(size, side).points, 3))
  return geometry
}

/** Tells once that the first frame is on the screen. */
export function FirstFrame({ onDrawn }: { onDrawn: () => void }) {
  const told = useRef(false)
  useFrame(() => {
    if (told.current) return
    told.current = true
    requestAnimationFrame(onDrawn)
  })
  return null
}
