import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import type { Product } from '#models/product/product.ts'
import { useWords } from '../words/reader.tsx'
import { DrawingView, square } from './drawing-view.tsx'
import type { Reading } from './reading.ts'
import { canShow3d } from './show-3d.ts'
import { briefly } from './wording.ts'

const Scene = lazy(() => import('./scene/scene.tsx'))

export type StageView = '3d' | 'drawing'

/**
 * The mat with the product on it. The drawing is there from the first byte; the scene takes its place once it has drawn itself.
 * Without WebGL the drawing stays.
 */
export function Stage({
  product,
  reading,
  view,
  opened,
  children,
}: {
  product: Product
  reading: Reading
  view: StageView
  /** all doors wide open */
  opened: boolean
  /** what lies over the mat: title, tools */
  children?: ReactNode
}) {
  const words = useWords()
  const [isWanted, setWanted] = useState(false)
  const [isDrawn, setDrawn] = useState(false)
  const label = briefly(product, reading.options)
  useEffect(() => {
    if (!canShow3d()) return
    const after = requestAnimationFrame(() => setWanted(true))
    return () => cancelAnimationFrame(after)
  }, [])
  const shows3d = isWanted && view === '3d'
  return (
    <div className="relative size-full overflow-hidden bg-ground" data-stage={shows3d && isDrawn ? '3d' : 'drawing'}>
      {!(shows3d && isDrawn) && (
        <div className="absolute inset-x-3 top-14 bottom-10 md:inset-x-8 md:top-24 md:bottom-14">
          <DrawingView make={reading.make} label={label} />
        </div>
      )}
      {shows3d && (
        <Suspense>
          <Scene
            make={reading.make}
            label={words.say('product.canvasLabel', { what: label })}
            opened={opened}
            onDrawn={() => setDrawn(true)}
            onLost={() => setWanted(false)}
          />
        </Suspense>
      )}
      {children}
      <p className="pointer-events-none absolute bottom-2 left-6 hidden text-fine text-soft md:block">
        {words.say('product.square', { size: square })}
      </p>
    </div>
  )
}
