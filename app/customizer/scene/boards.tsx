import { useFrame, useThree } from '@react-three/fiber'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import {
  BoxGeometry,
  CylinderGeometry,
  InstancedBufferAttribute,
  type InstancedMesh,
  Matrix4,
  type Vector3,
} from 'three'
import { boardMaterial } from './board-material.ts'
import type { Batch, Solid } from './boxes.ts'

/** How far each door stands open now, in radians by cell; moved by the frames, read by nobody else. */
type Angles = Map<string, number>

const ajar = 0.32
const wide = 1.45

const placed = new Matrix4()
const turned = new Matrix4()
const aside = new Matrix4()

/** The instances of one batch. A change of size moves them; only more copies than before make a new mesh. */
export function Boards({
  batch,
  envelope,
  opened,
  pointed,
  still,
}: {
  batch: Batch
  envelope: Vector3
  /** all doors wide open */
  opened: boolean
  /** the cell whose door is under the pointer */
  pointed: string | undefined
  /** no movement: doors are where they should be at once */
  still: boolean
}) {
  const { surface, layered, shape, solids } = batch
  const { invalidate, gl } = useThree()
  const mesh = useRef<InstancedMesh>(null)
  const angles = useRef<Angles>(new Map())
  const moving = useRef(false)
  const capacity = 2 ** Math.ceil(Math.log2(Math.max(8, solids.length)))
  const geometry = useMemo(() => geometryOf(shape, capacity), [shape, capacity])
  const material = useMemo(() => boardMaterial(surface, layered, envelope), [surface, layered, envelope])
  useEffect(() => () => geometry.dispose(), [geometry])
  useEffect(() => () => material.dispose(), [material])

  const settle = useCallback(
    (only: 'doors' | 'all') => {
      const instances = mesh.current
      if (!instances) return
      for (const [index, solid] of solids.entries()) {
        if (only === 'doors' && solid.opens === 0) continue
        instances.setMatrixAt(index, matrixOf(solid, angles.current.get(solid.cell ?? '') ?? 0))
      }
      instances.instanceMatrix.needsUpdate = true
      gl.shadowMap.needsUpdate = true
      invalidate()
    },
    [solids, gl, invalidate],
  )

  useLayoutEffect(() => {
    if (!mesh.current) return
    mesh.current.count = solids.length
    fillAttributes(geometry, solids)
    settle('all')
  }, [geometry, solids, settle])

  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what a door answers to
  useEffect(() => invalidate(), [opened, pointed, invalidate])

  useFrame((_, seconds) => {
    let moved = false
    for (const { cell, opens } of solids) {
      if (opens === 0 || cell === undefined) continue
      const now = angles.current.get(cell) ?? 0
      const goal = opened ? wide : cell === pointed ? ajar : 0
      if (now === goal) continue
      const next = now + (goal - now) * (1 - Math.exp(-Math.min(seconds, moving.current ? 1 : 1 / 60) * 9))
      angles.current.set(cell, still || Math.abs(goal - next) < 0.004 ? goal : next)
      moved = true
    }
    moving.current = moved
    if (moved) settle('doors')
  })

  return (
    <instancedMesh
      key={`${shape}${capacity}`}
      ref={mesh}
      args={[geometry, material, capacity]}
      frustumCulled={false}
      castShadow
      receiveShadow
    />
  )
}

function geometryOf(shape: Batch['shape'], capacity: number): BoxGeometry | CylinderGeometry {
  const geometry = shape === 'box' ? new BoxGeometry(1, 1, 1) : new CylinderGeometry(0.5, 0.5, 1, 24)
  geometry.setAttribute('aSize', new InstancedBufferAttribute(new Float32Array(capacity * 3), 3))
  geometry.setAttribute('aKind', new InstancedBufferAttribute(new Float32Array(capacity * 3), 3))
  geometry.setAttribute('aWork', new InstancedBufferAttribute(new Float32Array(capacity * 2), 2))
  return geometry
}

/** Size in mm; grain axis, thin axis and a number of its own for each copy, so that no two boards have one figure; what is cut off and rounded. */
function fillAttributes(geometry: BoxGeometry | CylinderGeometry, solids: readonly Solid[]): void {
  const sizes = geometry.getAttribute('aSize')
  const kinds = geometry.getAttribute('aKind')
  const works = geometry.getAttribute('aWork')
  for (const [index, { size, grain, thin, slant, arris }] of solids.entries()) {
    sizes.setXYZ(index, size.x, size.y, size.z)
    kinds.setXYZ(index, grain, thin, (index * 0.618034) % 1)
    works.setXY(index, slant, arris)
  }
  sizes.needsUpdate = true
  kinds.needsUpdate = true
  works.needsUpdate = true
}

/** A unit box in its place and size; a door turned by `angle` about its hinges at the front. */
function matrixOf({ centre, size, hinge, opens }: Solid, angle: number): Matrix4 {
  placed.makeScale(size.x, size.y, size.z).setPosition(centre.x, centre.y, centre.z)
  if (opens === 0 || angle === 0) return placed
  const front = centre.z + size.z / 2
  turned.makeRotationY(-angle * opens).setPosition(hinge, 0, front)
  return placed.premultiply(aside.makeTranslation(-hinge, 0, -front)).premultiply(turned)
}
