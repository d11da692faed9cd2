import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo, useState } from 'react'
import { BufferAttribute, BufferGeometry, Color } from 'three'
import type { Part, Vector } from '#models/product/make.ts'
import { drawable } from '#models/product/solid/drawable.ts'
import { quickShell } from '#models/product/solid/quick-shell.ts'
import type { Shell } from '#models/product/solid/shell.ts'
import { sketchShells } from '#models/product/solid/sketch-shells.ts'
import { mirrorOf, surfaceOf, waresOf } from '../surfaces.ts'
import { metalMaterial } from './metal-material.ts'
import { useSolid } from './use-solid.ts'
import { coloursOf, type Rgb } from './ware-colours.ts'
import { wareMaterial } from './ware-material.ts'

/**
 * A part drawn from its recipe: at once as its simple pieces, stuck into each other, and as the true solid when the kernel has it.
 * Before the first frame no kernel is asked for.
 */
export function Ware({ part, envelope }: { part: Part; envelope: Vector }) {
  const { invalidate, gl } = useThree()
  const { solid, holds, material: clay, finish, places } = part
  const sketch = useMemo(() => (solid === undefined ? [] : sketchShells(solid)), [solid])
  const isShown = useIsShown()
  const exact = useSolid(isShown ? solid : undefined)
  const drawns = useMemo(
    () => (exact === undefined ? sketch.map((shell) => drawable(shell)) : [exact]),
    [exact, sketch],
  )
  const room = useMemo(() => holds && quickShell(holds), [holds])
  const colours = useMemo(() => coloursFor(clay, finish), [clay, finish])
  const geometries = useMemo(
    () =>
      drawns.map((drawn) => {
        const geometry = new BufferGeometry()
        geometry.setAttribute('position', new BufferAttribute(drawn.positions, 3))
        geometry.setAttribute('normal', new BufferAttribute(drawn.normals, 3))
        geometry.setAttribute('color', new BufferAttribute(coloursOf(drawn, { room, body: sketch[0] }, colours), 3))
        geometry.setIndex(new BufferAttribute(drawn.indices, 1))
        return geometry
      }),
    [drawns, room, sketch, colours],
  )
  const surface = surfaceOf(clay, finish)
  const isFlecked = clay === 'clay-speckled'
  const material = useMemo(() => {
    const mirror = mirrorOf(clay, finish)
    return mirror === undefined ? wareMaterial(surface.gloss, '#4b3a2a', isFlecked) : metalMaterial(mirror)
  }, [clay, finish, surface.gloss, isFlecked])
  const least = useMemo(() => leastOf(sketch), [sketch])

  useEffect(() => {
    gl.shadowMap.needsUpdate = true
    invalidate()
    return () => {
      for (const geometry of geometries) geometry.dispose()
    }
  }, [geometries, gl, invalidate])
  useEffect(() => () => material.dispose(), [material])

  return places.map(({ at }) =>
    geometries.map((geometry) => (
      <mesh
        key={`${geometry.id}/${at.x}/${at.y}/${at.z}`}
        geometry={geometry}
        material={material}
        position={[at.x - envelope.x / 2 - least.x, at.y - least.y, at.z - least.z]}
        castShadow
        receiveShadow
        dispose={null}
      />
    )),
  )
}

/** Whether a frame has been on the screen. */
function useIsShown(): boolean {
  const [isShown, setShown] = useState(false)
  useFrame(() => {
    if (!isShown) requestAnimationFrame(() => setShown(true))
  })
  return isShown
}

function coloursFor(clay: string, finish: string) {
  const rgb = (paint: string): Rgb => {
    const { r, g, b } = new Color(paint)
    return [r, g, b]
  }
  const surface = surfaceOf(clay, finish)
  const wares = waresOf(clay, finish) ?? { clay: surface, inside: surface, outside: surface }
  return {
    clay: rgb(wares.clay.paint),
    inside: rgb(wares.inside.paint),
    outside: rgb(wares.outside.paint),
    thinInside: rgb(wares.inside.dark),
    thinOutside: rgb(wares.outside.dark),
  }
}

/** The corner of least x, y and z of a recipe in its own axes, mm: what comes to a part's place. */
function leastOf(shells: readonly Shell[]): Vector {
  if (shells.length === 0) return { x: 0, y: 0, z: 0 }
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const { positions } of shells)
    for (let at = 0; at < positions.length; at += 1) least[at % 3] = Math.min(least[at % 3] ?? 0, positions[at] ?? 0)
  const [x = 0, y = 0, z = 0] = least
  return { x, y, z }
}
