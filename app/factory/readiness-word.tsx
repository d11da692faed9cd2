import { isPauseReason } from '#models/order/pause-reasons.ts'
import type { Product } from '#models/product/product.ts'
import { say as sayOf } from '#models/product/words.ts'
import { useShopNow } from '../orders/shop-clock.tsx'
import { type StateShape, StateWord } from '../ui/state-word.tsx'
import { type PageWords, useWords } from '../words/reader.tsx'
import type { Readiness } from './readiness.ts'

/** How an operation stands: shape, word, and what it waits for. `bare` where the shape stands elsewhere. */
export function ReadinessWord({
  readiness,
  product,
  bare = false,
}: {
  readiness: Readiness
  product: Product
  bare?: boolean
}) {
  const words = useWords()
  const now = useShopNow()
  const word = <span suppressHydrationWarning>{wordOf(readiness, words, product, now)}</span>
  return bare ? word : <StateWord shape={shapeOf(readiness.kind)}>{word}</StateWord>
}

export const shapeOf = (kind: Readiness['kind']): StateShape => shapes[kind]

const shapes: Readonly<Record<Readiness['kind'], StateShape>> = {
  done: 'done',
  running: 'live',
  paused: 'stopped',
  ready: 'moving',
  drying: 'waiting',
  waiting: 'waiting',
}

function wordOf(readiness: Readiness, words: PageWords, product: Product, now: number): string {
  const { say } = words
  switch (readiness.kind) {
    case 'done':
      return say('floor.done')
    case 'running':
      return say('floor.running', { for: Math.max(0, now - readiness.since) })
    case 'paused':
      return say('floor.paused', { reason: pauseWord(readiness.reason, words) })
    case 'ready':
      return say('floor.ready')
    case 'drying':
      return say('floor.drying', {
        operation: sayOf(product.words, `operation.${readiness.after}`),
        at: readiness.until,
      })
    case 'waiting':
      return say('floor.waitingLong', { operation: sayOf(product.words, `operation.${readiness.after}`) })
  }
}

/** A reason by its code; what a program said in its own words stays as it is. */
export function pauseWord(reason: string, { say }: PageWords): string {
  return isPauseReason(reason) ? say(`floor.pause.${reason}`).toLowerCase() : reason
}
