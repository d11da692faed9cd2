import { useMemo } from 'react'
import { useWords } from '../words/reader.tsx'
import { useOrderScene } from './order-scene.tsx'
import { factoryOf } from './stage-clock.ts'
import type { Around } from './telling.ts'

/** What telling this order’s events needs beside them. */
export function useAround(): Around {
  const { order, product, quotes } = useOrderScene()
  const words = useWords()
  return useMemo(() => {
    const names = new Map(quotes.map(({ id, factory }) => [id, factory.name]))
    return {
      words,
      product,
      currency: order.shown.price.currency,
      factory: factoryOf(order, words),
      factoryOf: (quote) => names.get(quote) ?? (order.quote?.id === quote ? order.quote.factory.name : undefined),
    }
  }, [order, product, quotes, words])
}
