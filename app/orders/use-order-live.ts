import type { Change } from '../browser/following.ts'
import { useLivePage } from '../browser/live-page.ts'
import { useAnnounce } from '../ui/live-region.tsx'
import { useWords } from '../words/reader.tsx'
import type { OrderScene } from './order-scene.tsx'
import { factoryOf } from './stage-clock.ts'
import { tell } from './telling.ts'

/** Keeps the page true while the order moves, and says each event aloud. True while the page may be behind. */
export function useOrderLive(scene: OrderScene, cursor: string): boolean {
  const { order, product, orderKey } = scene
  const announce = useAnnounce()
  const words = useWords()

  const hear = (change: Change) => {
    const around = {
      words,
      product,
      currency: order.shown.price.currency,
      factory: factoryOf(order, words),
      factoryOf: (quote: string) => scene.quotes.find(({ id }) => id === quote)?.factory.name,
    }
    announce(tell({ kind: change.kind, data: change.data ?? {} }, around).sentence)
  }

  const { isLost } = useLivePage({
    topics: [`order/${order.order}`],
    ...(orderKey === undefined ? {} : { keys: { [order.order]: orderKey } }),
    cursor,
    at: Date.parse(order.now),
    onChange: hear,
  })
  return isLost
}
