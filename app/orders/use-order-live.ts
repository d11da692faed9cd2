import { useEffect, useRef } from 'react'
import { useRevalidator } from 'react-router'
import type { Change } from '../browser/following.ts'
import { useLive } from '../browser/live.ts'
import { useAnnounce } from '../ui/live-region.tsx'
import { useWords } from '../words/reader.tsx'
import type { OrderScene } from './order-scene.tsx'
import { factoryOf } from './stage-clock.ts'
import { tell } from './telling.ts'

/** Events that come in one breath are read in one go, ms. */
const breathMs = 120

/** Keeps the page true while the order moves, and says each event aloud. */
export function useOrderLive(scene: OrderScene, cursor: string): void {
  const { order, product, orderKey } = scene
  const { revalidate } = useRevalidator()
  const announce = useAnnounce()
  const words = useWords()
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)

  const hear = (change: Change) => {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => void revalidate(), breathMs)
    const around = {
      words,
      product,
      currency: order.shown.price.currency,
      factory: factoryOf(order, words),
      factoryOf: (quote: string) => scene.quotes.find(({ id }) => id === quote)?.factory.name,
    }
    announce(tell({ kind: change.kind, data: change.data ?? {} }, around).sentence)
  }

  useLive({
    topics: [`order/${order.order}`],
    ...(orderKey === undefined ? {} : { keys: { [order.order]: orderKey } }),
    from: cursor,
    onChange: hear,
  })
  useEffect(() => () => clearTimeout(waiting.current), [])
}
