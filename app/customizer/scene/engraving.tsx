import { useThree } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import { CanvasTexture, MeshBasicMaterial, PlaneGeometry, SRGBColorSpace } from 'three'
import type { Make } from '#models/product/make.ts'

/** Pixels a capital is high on the texture; the share of the font's size that its capitals take. */
const capital = 72
const capitalShare = 0.7

/** The engraved text on the outside of the left side, running from back to front. */
export function Engraving({ make }: { make: Make }) {
  const invalidate = useThree((state) => state.invalidate)
  const { engraving, envelope } = make
  const text = engraving?.text ?? ''
  const drawn = useMemo(() => drawnText(text), [text])
  useEffect(() => {
    invalidate()
    return () => {
      drawn.material.map?.dispose()
      drawn.material.dispose()
      drawn.geometry.dispose()
    }
  }, [drawn, invalidate])
  if (!engraving || text === '') return null
  const { heightMm, at } = engraving
  const scale = heightMm / capital
  const width = drawn.width * scale
  const height = drawn.height * scale
  return (
    <mesh
      geometry={drawn.geometry}
      material={drawn.material}
      scale={[width, height, 1]}
      rotation={[0, -Math.PI / 2, 0]}
      position={[at.x - envelope.x / 2 - 0.8, at.y + heightMm / 2, at.z + width / 2]}
    />
  )
}

/** The text burnt dark into a clear picture, in pixels. */
function drawnText(text: string) {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  const font = `600 ${capital / capitalShare}px "Instrument Sans Variable", sans-serif`
  if (context) {
    context.font = font
    canvas.width = Math.max(1, Math.ceil(context.measureText(text).width))
    canvas.height = Math.ceil((capital / capitalShare) * 1.3)
    context.font = font
    context.textBaseline = 'middle'
    context.fillStyle = 'rgb(46 30 14 / 0.82)'
    context.fillText(text, 0, canvas.height / 2)
  }
  const map = new CanvasTexture(canvas)
  map.colorSpace = SRGBColorSpace
  map.anisotropy = 4
  return {
    width: canvas.width,
    height: canvas.height,
    geometry: new PlaneGeometry(1, 1),
    material: new MeshBasicMaterial({ map, transparent: true, depthWrite: false }),
  }
}
