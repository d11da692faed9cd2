import { useEffect, useRef, useState } from 'react'
import type { Drawable } from '#models/product/solid/drawable.ts'
import type { SolidNode } from '#models/product/solid/recipe.ts'
import type { SolidAnswer, SolidWish } from './solid-worker.ts'

/** A recipe must rest this long before the kernel is asked: while one drags, its sketch is enough. ms */
const restMs = 180

/** The true solid of a recipe, made by the kernel and readied to be drawn in a worker; undefined until it is there, and again after each change. */
export function useSolid(node: SolidNode | undefined): Drawable | undefined {
  const [made, setMade] = useState<{ readonly node: SolidNode; readonly drawn: Drawable | undefined }>()
  const worker = useRef<Worker>(undefined)
  const wishes = useRef(0)

  useEffect(
    () => () => {
      worker.current?.terminate()
      worker.current = undefined
    },
    [],
  )

  useEffect(() => {
    if (node === undefined) return
    const wish = wishes.current + 1
    wishes.current = wish
    const answer = ({ data }: MessageEvent<SolidAnswer>) => {
      if (data.wish === wish) setMade({ node, drawn: data.drawn })
    }
    let asked: Worker | undefined
    const timer = setTimeout(() => {
      worker.current ??= new Worker(new URL('./solid-worker.ts', import.meta.url), { type: 'module' })
      asked = worker.current
      asked.addEventListener('message', answer)
      asked.postMessage({ wish, node } satisfies SolidWish)
    }, restMs)
    return () => {
      clearTimeout(timer)
      asked?.removeEventListener('message', answer)
    }
  }, [node])

  return made !== undefined && made.node === node ? made.drawn : undefined
}
