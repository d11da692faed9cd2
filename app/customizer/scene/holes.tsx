import { useThree } from '@react-three/fiber'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { CircleGeometry, type InstancedMesh, Matrix4, MeshBasicMaterial } from 'three'
import type { Make } from '#models/product/make.ts'
import { holesOf } from './boxes.ts'

const placed = new Matrix4()

/** Holes through the back, as the dark one sees from the room: the wall behind is a hand away and gets no light. */
export function Holes({ make }: { make: Make }) {
  const invalidate = useThree((state) => state.invalidate)
  const mesh = useRef<InstancedMesh>(null)
  const holes = useMemo(() => holesOf(make), [make])
  const capacity = 2 ** Math.ceil(Math.log2(Math.max(8, holes.length)))
  const geometry = useMemo(() => new CircleGeometry(0.5, 32), [])
  const material = useMemo(() => new MeshBasicMaterial({ color: '#1c1712' }), [])
  useEffect(() => () => geometry.dispose(), [geometry])
  useEffect(() => () => material.dispose(), [material])
  useLayoutEffect(() => {
    if (!mesh.current) return
    mesh.current.count = holes.length
    for (const [index, { centre, diameter }] of holes.entries()) {
      placed.makeScale(diameter, diameter, 1).setPosition(centre.x, centre.y, centre.z + 2)
      mesh.current.setMatrixAt(index, placed)
    }
    mesh.current.instanceMatrix.needsUpdate = true
    invalidate()
  }, [holes, invalidate])
  return <instancedMesh key={capacity} ref={mesh} args={[geometry, material, capacity]} frustumCulled={false} />
}
